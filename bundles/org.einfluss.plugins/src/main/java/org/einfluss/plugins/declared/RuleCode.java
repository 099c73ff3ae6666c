package org.einfluss.plugins.declared;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.einfluss.plugins.declared.Declaration.Chance;
import org.einfluss.plugins.declared.Declaration.Kind;
import org.einfluss.plugins.declared.Declaration.Rule;
import org.einfluss.plugins.declared.Declaration.Threshold;

/** What the code of both kinds of time is made of: the names of rules and states, and the values that rules compute from parameters and columns. */
final class RuleCode {
    /** Names of variables in the methods that compute values from columns. */
    private static final Set<String> LOCALS = Set.of(
            "p", "network", "graph", "value", "node", "source", "arc", "need", "sources", "law", "run", "population");

    final Declaration model;
    final JavaText text;
    final List<String> constants;
    final List<Part> parts = new ArrayList<>();

    /**
     * A rule with the names it has in the code.
     *
     * @param rule the rule
     * @param title what messages call it
     * @param method its method
     * @param suffix what its fields end with
     * @param draws its number among the rules that draw for the same kind of things
     */
    record Part(Rule rule, String title, String method, String suffix, int draws) {
        Kind kind() {
            return rule.kind();
        }
    }

    RuleCode(Declaration model, JavaText text) {
        this.model = model;
        this.text = text;
        constants = model.stateNames().stream()
                .map(name -> name.toUpperCase(Locale.ROOT).replace('-', '_'))
                .toList();
        parts();
    }

    private void parts() {
        int contacts = 0;
        int chances = 0;
        Set<String> methods = new HashSet<>();
        for (int i = 0; i < model.rules().size(); i++) {
            Rule rule = model.rules().get(i);
            String from = model.states().get(rule.from()).name();
            String to = model.states().get(rule.to()).name();
            String method = ExpressionText.camel(from) + "To" + ExpressionText.pascal(to);
            String unique = method;
            for (int n = 2; !methods.add(unique); n++) {
                unique = method + n;
            }
            String title = from + " to " + to + (unique.equals(method) ? "" : " " + unique.substring(method.length()));
            int draws = switch (rule.kind()) {
                case CONTACT -> contacts++;
                case SPONTANEOUS -> chances++;
                case THRESHOLD -> rule.chance().isPresent() ? chances++ : 0;
            };
            parts.add(new Part(rule, title, unique, Integer.toString(i + 1), draws));
        }
    }

    String words(Rule rule) {
        String change = model.states().get(rule.from()).name() + " → "
                + model.states().get(rule.to()).name();
        String by = rule.by().stream().map(s -> model.states().get(s).name()).collect(Collectors.joining(" or "));
        String neighbours = rule.out() ? "those it has an arc to" : "those that have an arc to it";
        String chance = rule.chance()
                .map(c -> c.rate()
                        ? "at the rate " + ExpressionText.declared(c.value())
                        : "with probability " + ExpressionText.declared(c.value()) + " per step")
                .orElse("");
        String when =
                rule.when().map(w -> ", where " + ExpressionText.declared(w)).orElse("");
        return switch (rule.kind()) {
            case SPONTANEOUS -> change + " " + chance + when;
            case CONTACT -> change + " through each " + by + " node among " + neighbours + ", " + chance + when;
            case THRESHOLD -> {
                Threshold threshold = rule.threshold().orElseThrow();
                yield change + " once the " + (threshold.share() ? "share" : "number") + " of " + by + " nodes among "
                        + neighbours + " is " + (threshold.above() ? "above " : "at least ")
                        + ExpressionText.declared(threshold.value()) + (chance.isEmpty() ? "" : ", then " + chance)
                        + when;
            }
        };
    }

    /** The value of a rule's chance, or the call of the method that computes one for each node or arc. */
    String chance(Part part) {
        return isGlobal(part)
                ? ExpressionText.java(LOCALS)
                        .text(part.rule().chance().orElseThrow().value())
                : "values" + part.suffix() + "(p, network)";
    }

    /** A threshold's condition is part of what it needs, not of its chance. */
    static boolean isGlobal(Part part) {
        Rule rule = part.rule();
        boolean unconditional = rule.when().isEmpty() || part.kind() == Kind.THRESHOLD;
        return rule.chance().map(Chance::value).map(Expression::isGlobal).orElse(true) && unconditional;
    }

    /** Local variables of a drawn threshold: its law's numbers, the probability that nobody is needed, sources, condition. */
    void law(Part part, Expression.Law law) {
        String k = part.suffix();
        String first = ExpressionText.java(LOCALS).text(law.first());
        String second = ExpressionText.java(LOCALS).text(law.second());
        if (law.name().equals("normal")) {
            text.line("double mean" + k + " = " + first + ";");
            text.line("double sd" + k + " = " + second + ";");
            check(
                    "sd" + k + " >= 0",
                    "The standard deviation of rule '" + part.title() + "' must be at least 0, was ",
                    "sd" + k);
            text.line("double none" + k + " = 0.5 * Erf.erfc(mean" + k + " / (sd" + k + " * Math.sqrt(2)));");
        } else {
            text.line("double from" + k + " = " + first + ";");
            text.line("double to" + k + " = " + second + ";");
            check(
                    "from" + k + " < to" + k,
                    "The lower end of the threshold of rule '" + part.title() + "' must lie below the upper, was ",
                    "from" + k);
            text.line(
                    "double none" + k + " = Math.min(1, Math.max(0, -from" + k + " / (to" + k + " - from" + k + ")));");
        }
        if (part.rule().threshold().orElseThrow().share()) {
            text.line("int[] sources" + k + " = Thresholds.sources(graph, "
                    + part.rule().out() + ");");
        }
        if (part.rule().when().isPresent()) {
            text.line("boolean[] applies" + k + " = applies" + k + "(p, network);");
        }
    }

    private void check(String condition, String sentence, String value) {
        text.open("if (!(" + condition + ")) {");
        text.line("throw new InputException(" + JavaText.string(sentence) + " + " + value + ");");
        text.close();
    }

    String drawnNeed(Part part) {
        String k = part.suffix();
        Threshold threshold = part.rule().threshold().orElseThrow();
        String u = "run.uniform(Purpose.THRESHOLDS, node, " + lawNumber(part) + ")";
        String value = threshold.law().orElseThrow().name().equals("normal")
                ? "mean" + k + " + sd" + k + " * Math.sqrt(2) * Erf.erfInv(2 * " + u + " - 1)"
                : "Thresholds.uniform(from" + k + ", to" + k + ", " + u + ")";
        String need = need(threshold, value, "sources" + k + "[node]");
        return part.rule().when().isPresent() ? "applies" + k + "[node] ? " + need + " : Integer.MAX_VALUE" : need;
    }

    private int lawNumber(Part part) {
        return (int) parts.subList(0, parts.indexOf(part)).stream()
                .filter(before ->
                        before.rule().threshold().flatMap(Threshold::law).isPresent())
                .count();
    }

    private static String need(Threshold threshold, String value, String sources) {
        return "Thresholds." + (threshold.share() ? "share" : "number") + (threshold.above() ? "Above(" : "Of(") + value
                + (threshold.share() ? ", " + sources : "") + ")";
    }

    /** Methods that compute what differs between nodes or arcs. */
    void values() {
        for (Part part : parts) {
            text.from(part.rule().line());
            if (!isGlobal(part)) {
                text.line("");
                if (part.kind() == Kind.CONTACT) {
                    valuesByArc(part);
                } else {
                    valuesByNode(part);
                }
            }
            if (part.kind() == Kind.THRESHOLD) {
                boolean drawn = part.rule().threshold().flatMap(Threshold::law).isPresent();
                if (!drawn) {
                    text.line("");
                    needs(part);
                } else if (part.rule().when().isPresent()) {
                    text.line("");
                    applies(part);
                }
            }
        }
        text.from(0);
    }

    private String what(Part part) {
        return part.rule().chance().orElseThrow().rate() ? "Rate" : "Probability";
    }

    private void valuesByArc(Part part) {
        ExpressionText java = ExpressionText.java(LOCALS);
        String value = conditional(java, part, "0");
        text.line("/** " + what(part) + " of " + JavaText.javadoc(part.title()) + ", by arc. */");
        text.open("private static double[] values" + part.suffix() + "(Parameters p, Network network) {");
        text.line("Graph graph = network.graph();");
        java.columns.values().forEach(text::line);
        text.line("double[] value = new double[graph.arcs()];");
        String tail = part.rule().out() ? "node" : "source";
        String head = part.rule().out() ? "source" : "node";
        text.open("for (int " + tail + " = 0; " + tail + " < graph.nodes(); " + tail + "++) {");
        text.open("for (int arc = graph.arcBegin(" + tail + "), end = graph.arcEnd(" + tail + "); arc < end; arc++) {");
        if (value.contains(head)) {
            text.line("int " + head + " = graph.target(arc);");
        }
        text.line("value[arc] = " + value + ";");
        text.close();
        text.close();
        text.line("return value;");
        text.close();
    }

    private String conditional(ExpressionText java, Part part, String otherwise) {
        String value = java.text(part.rule().chance().orElseThrow().value());
        return part.rule().when().isEmpty() || part.kind() == Kind.THRESHOLD
                ? value
                : java.text(part.rule().when().get()) + " ? " + value + " : " + otherwise;
    }

    private void valuesByNode(Part part) {
        ExpressionText java = ExpressionText.java(LOCALS);
        String value = conditional(java, part, "0");
        boolean rate = part.rule().chance().orElseThrow().rate();
        text.line("/** " + what(part) + " of " + JavaText.javadoc(part.title()) + ", by node. */");
        text.open("private static double[] values" + part.suffix() + "(Parameters p, Network network) {");
        byNode(java, "double[] value = new double[network.nodes()];", () -> {
            text.line("value[node] = "
                    + (rate ? "Pressure.rate(" + JavaText.string(part.title()) + ", " + value + ")" : value) + ";");
        });
        text.line("return value;");
        text.close();
    }

    private void byNode(ExpressionText java, String array, Runnable body) {
        if (java.usesDegrees) {
            text.line("Graph graph = network.graph();");
        }
        java.columns.values().forEach(text::line);
        text.line(array);
        text.open("for (int node = 0; node < network.nodes(); node++) {");
        body.run();
        text.close();
    }

    private void needs(Part part) {
        ExpressionText java = ExpressionText.java(LOCALS);
        Threshold threshold = part.rule().threshold().orElseThrow();
        String need = need(threshold, java.text(threshold.value()), "sources[node]");
        Optional<String> when = part.rule().when().map(java::text);
        text.line("/** How many sources each node needs for " + JavaText.javadoc(part.title()) + ". */");
        text.open("private static int[] needs" + part.suffix() + "(Parameters p, Network network) {");
        if (threshold.share()) {
            text.line("int[] sources = Thresholds.sources(network.graph(), "
                    + part.rule().out() + ");");
        }
        byNode(
                java,
                "int[] need = new int[network.nodes()];",
                () -> text.line("need[node] = "
                        + when.map(w -> w + " ? " + need + " : Integer.MAX_VALUE")
                                .orElse(need) + ";"));
        text.line("return need;");
        text.close();
    }

    private void applies(Part part) {
        ExpressionText java = ExpressionText.java(LOCALS);
        String when = java.text(part.rule().when().orElseThrow());
        text.line("/** Whom the rule " + JavaText.javadoc(part.title()) + " is about. */");
        text.open("private static boolean[] applies" + part.suffix() + "(Parameters p, Network network) {");
        byNode(java, "boolean[] value = new boolean[network.nodes()];", () -> text.line("value[node] = " + when + ";"));
        text.line("return value;");
        text.close();
    }

    void observation() {
        text.override("public void observe(double[] row, int offset)", "population.observe(row, offset);");
        text.override("public NodeStates nodes()", "return population;");
        text.dropEmptyLine();
    }

    String seeds() {
        return model.seeds().stream().map(constants::get).collect(Collectors.joining(", "));
    }

    String bits(Iterable<Integer> states) {
        List<String> bits = new ArrayList<>();
        states.forEach(state -> bits.add("1 << " + constants.get(state)));
        return bits.isEmpty() ? "0" : String.join(" | ", bits);
    }
}
