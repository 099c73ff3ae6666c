package org.einfluss.plugins.declared;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.einfluss.plugins.SourceTranslator.Translation;
import org.einfluss.plugins.declared.Declaration.Parameter;
import org.einfluss.plugins.declared.Declaration.Rule;
import org.einfluss.plugins.declared.Declaration.State;

/** Writes a declared model as the Java that a person would write with the parts of {@link org.einfluss.api.states}. Used once. */
final class JavaWriter {
    private static final Map<String, String> IMPORTS = Map.ofEntries(
            Map.entry("List", "java.util.List"),
            Map.entry("Erf", "org.apache.commons.math3.special.Erf"),
            Map.entry("Described", "org.einfluss.api.Described"),
            Map.entry("InputException", "org.einfluss.api.InputException"),
            Map.entry("Param", "org.einfluss.api.Param"),
            Map.entry("Variable", "org.einfluss.api.Variable"),
            Map.entry("Model", "org.einfluss.api.model.Model"),
            Map.entry("NodeStates", "org.einfluss.api.model.NodeStates"),
            Map.entry("Purpose", "org.einfluss.api.model.Purpose"),
            Map.entry("Run", "org.einfluss.api.model.Run"),
            Map.entry("Simulation", "org.einfluss.api.model.Simulation"),
            Map.entry("Chances", "org.einfluss.api.states.Chances"),
            Map.entry("Columns", "org.einfluss.api.states.Columns"),
            Map.entry("Contacts", "org.einfluss.api.states.Contacts"),
            Map.entry("Population", "org.einfluss.api.states.Population"),
            Map.entry("Pressure", "org.einfluss.api.states.Pressure"),
            Map.entry("Thresholds", "org.einfluss.api.states.Thresholds"),
            Map.entry("Graph", "org.einfluss.graph.Graph"),
            Map.entry("InArcs", "org.einfluss.graph.InArcs"),
            Map.entry("Network", "org.einfluss.graph.Network"),
            Map.entry("RandomStream", "org.einfluss.math.RandomStream"),
            Map.entry("WeightTree", "org.einfluss.math.WeightTree"),
            Map.entry("Component", "org.osgi.service.component.annotations.Component"));
    /** Names in the generated class, and those of java.lang that it uses. */
    private static final Set<String> NAMES = Set.of(
            "Parameters",
            "Steps",
            "Events",
            "String",
            "Override",
            "Math",
            "StrictMath",
            "Double",
            "Integer",
            "Object",
            "Record");

    private final Declaration model;
    private final JavaText text = new JavaText();
    private final RuleCode code;

    private JavaWriter(Declaration model) {
        this.model = model;
        code = new RuleCode(model, text);
    }

    /**
     * Writes a model.
     *
     * @param model the model
     */
    static Translation write(Declaration model) {
        JavaWriter writer = new JavaWriter(model);
        String name = className(model.id());
        writer.model(name);
        StringBuilder head = new StringBuilder();
        Set<String> imports = new TreeSet<>();
        String body = writer.text.text();
        IMPORTS.forEach((simple, full) -> {
            if (body.matches("(?s).*\\b" + simple + "\\b.*")) {
                imports.add(full);
            }
        });
        imports.forEach(full -> head.append("import ").append(full).append(";\n"));
        head.append('\n');
        int[] origins = IntStream.concat(
                        IntStream.generate(() -> 0).limit(imports.size() + 1),
                        writer.text.origins().stream().mapToInt(Integer::intValue))
                .toArray();
        return new Translation(name, head + body, origins, List.of());
    }

    private static String className(String id) {
        String name = ExpressionText.pascal(id);
        return IMPORTS.containsKey(name) || NAMES.contains(name) ? name + "Model" : name;
    }

    private void model(String name) {
        description();
        text.line("@Component(service = Model.class)");
        text.line("@Described(");
        text.line("        id = " + JavaText.string(model.id()) + ",");
        text.line("        name = " + JavaText.string(model.name()) + ",");
        text.line("        summary = " + JavaText.string(model.summary())
                + (model.cites().isEmpty() ? ")" : ","));
        if (model.cites().size() == 1) {
            text.line("        cite = " + JavaText.string(model.cites().get(0)) + ")");
        } else if (!model.cites().isEmpty()) {
            text.line("        cite = {"
                    + model.cites().stream().map(JavaText::string).collect(Collectors.joining(", ")) + "})");
        }
        text.open("public final class " + name + " implements Model<" + name + ".Parameters> {");
        for (int s = 0; s < code.constants.size(); s++) {
            text.line("private static final int " + code.constants.get(s) + " = " + s + ";");
        }
        text.line("private static final int[] SEEDS = {" + code.seeds() + "};");
        text.line("");
        parameters();
        text.override("public List<String> states()", "return List.of(" + JavaText.strings(model.stateNames()) + ");");
        text.override(
                "public List<String> colours()",
                "return List.of("
                        + JavaText.strings(
                                model.states().stream().map(State::colour).toList()) + ");");
        String unit = model.isContinuous() ? "units of time" : "steps";
        text.override(
                "public List<Variable> variables(Parameters parameters)",
                "return Population.variables(states(), " + JavaText.string(unit) + ");");
        String simulation = model.isContinuous() ? "Events" : "Steps";
        text.override(
                "public Simulation bind(Parameters parameters, Network network)",
                "return new " + simulation + "(parameters, network);");
        if (model.isContinuous()) {
            new EventsWriter(code).write();
        } else {
            new StepsWriter(code).write();
        }
        text.close();
    }

    private void description() {
        text.line("/**");
        text.comment(sentence(model.summary()));
        text.line(" *");
        text.comment("<p>Written from {@code " + JavaText.javadoc(model.file()) + "}. "
                + (model.isContinuous()
                        ? "Time is continuous: rates compete, and one node changes at a time:"
                        : "In each step all rules look at the same states, and their changes are made together:"));
        text.line(" *");
        text.line(" * <ol>");
        for (Rule rule : model.rules()) {
            text.from(rule.line());
            text.comment("  <li>" + JavaText.javadoc(code.words(rule)));
        }
        text.from(0);
        text.line(" * </ol>");
        text.line(" */");
    }

    private void parameters() {
        text.line("/** Parameters of the model. */");
        if (model.parameters().isEmpty()) {
            text.line("public record Parameters() {}");
            text.line("");
            return;
        }
        text.line("public record Parameters(");
        for (int i = 0; i < model.parameters().size(); i++) {
            Parameter parameter = model.parameters().get(i);
            text.from(parameter.line());
            List<String> said = new ArrayList<>();
            said.add("value = " + JavaText.string(parameter.label()));
            said(said, "symbol", parameter.symbol());
            said(said, "initial", parameter.initial());
            said(said, "range", parameter.range());
            said(said, "unit", parameter.unit());
            said(said, "help", parameter.help());
            boolean last = i == model.parameters().size() - 1;
            String component = "double " + ExpressionText.camel(parameter.name()) + (last ? ") {}" : ",");
            String whole = "        @Param(" + String.join(", ", said) + ")";
            if (whole.length() + 4 <= JavaText.WIDTH) {
                text.line(whole);
            } else {
                text.line("        @Param(");
                for (int j = 0; j < said.size(); j++) {
                    text.line("                " + said.get(j) + (j == said.size() - 1 ? ")" : ","));
                }
            }
            text.line("        " + component);
            text.from(0);
            if (!last) {
                text.line("");
            }
        }
        text.line("");
    }

    private static void said(List<String> said, String key, String value) {
        if (!value.isEmpty()) {
            said.add(key + " = " + JavaText.string(value));
        }
    }

    private static String sentence(String summary) {
        String text = JavaText.javadoc(summary);
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
    }
}
