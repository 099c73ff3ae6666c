package org.einfluss.plugins.declared;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.einfluss.plugins.declared.Declaration.Kind;
import org.einfluss.plugins.declared.Declaration.Rule;
import org.einfluss.plugins.declared.Declaration.Threshold;
import org.einfluss.plugins.declared.RuleCode.Part;

/** Writes the simulation of a model in steps. */
final class StepsWriter {
    private final RuleCode code;
    private final JavaText text;
    private final Declaration model;
    private final List<String> constants;
    private final List<Part> parts;

    StepsWriter(RuleCode code) {
        this.code = code;
        text = code.text;
        model = code.model;
        constants = code.constants;
        parts = code.parts;
    }

    void write() {
        text.open("private static final class Steps implements Simulation {");
        text.line("private final Population population;");
        for (Part part : parts) {
            text.from(part.rule().line());
            switch (part.kind()) {
                case CONTACT -> text.line("private final Contacts contacts" + part.suffix() + ";");
                case SPONTANEOUS -> text.line("private final Chances chances" + part.suffix() + ";");
                case THRESHOLD -> {
                    text.line("private final Thresholds thresholds" + part.suffix() + ";");
                    if (part.rule().chance().isPresent()) {
                        text.line("private final Chances chances" + part.suffix() + ";");
                    }
                }
            }
        }
        text.from(0);
        text.line("private Run run = new Run();");
        text.line("private boolean over;");
        text.line("");
        stepsConstructor();
        stepsBegin();
        stepsStep();
        parts.forEach(this::ruleMethod);
        goesOn();
        text.override("public double time()", "return population.step();");
        code.observation();
        code.values();
        text.close();
    }

    private void stepsConstructor() {
        text.open("Steps(Parameters p, Network network) {");
        text.line("Graph graph = network.graph();");
        Set<Integer> listed = new LinkedHashSet<>();
        for (Part part : parts) {
            if (part.kind() == Kind.CONTACT) {
                listed.addAll(part.rule().by());
            } else if (part.kind() == Kind.SPONTANEOUS) {
                listed.add(part.rule().from());
            }
        }
        text.line("population = new Population(network.nodes(), " + constants.size() + ", " + code.bits(model.active())
                + ", " + code.bits(listed) + ");");
        for (Part part : parts) {
            text.from(part.rule().line());
            Rule rule = part.rule();
            String head = "(" + JavaText.string(part.title()) + ", " + part.draws() + ", ";
            switch (part.kind()) {
                case CONTACT ->
                    text.line("contacts" + part.suffix() + " = Contacts.of" + head + "graph, " + rule.out() + ", "
                            + code.chance(part) + ");");
                case SPONTANEOUS ->
                    text.line("chances" + part.suffix() + " = Chances.of" + head + code.chance(part) + ");");
                case THRESHOLD -> {
                    thresholds(part);
                    if (rule.chance().isPresent()) {
                        text.line("chances" + part.suffix() + " = Chances.of" + head + code.chance(part) + ");");
                    }
                }
            }
        }
        text.from(0);
        text.close();
        text.line("");
    }

    private void thresholds(Part part) {
        Rule rule = part.rule();
        String arguments = "graph, " + rule.out() + ", " + constants.get(rule.from()) + ", " + code.bits(rule.by());
        Threshold threshold = rule.threshold().orElseThrow();
        if (threshold.law().isEmpty()) {
            text.line("thresholds" + part.suffix() + " = Thresholds.given(" + arguments + ", needs" + part.suffix()
                    + "(p, network));");
            return;
        }
        code.law(part, threshold.law().get());
        text.line("thresholds" + part.suffix() + " = Thresholds.drawn(" + arguments + ", node -> "
                + code.drawnNeed(part) + ", none" + part.suffix() + ");");
    }

    private void stepsBegin() {
        text.override("public void begin(Run newRun)");
        text.line("run = newRun;");
        text.line("population.begin(run);");
        for (Part part : parts) {
            text.from(part.rule().line());
            if (part.kind() == Kind.CONTACT) {
                text.line("contacts" + part.suffix() + ".begin(run);");
            } else if (part.kind() == Kind.THRESHOLD) {
                text.line("thresholds" + part.suffix() + ".begin(population, run);");
            }
            if (part.kind() != Kind.CONTACT && part.rule().chance().isPresent()) {
                text.line("chances" + part.suffix() + ".begin(run);");
            }
        }
        text.from(0);
        text.line("population.seed(SEEDS);");
        updates("thresholds", Kind.THRESHOLD);
        text.line("over = !goesOn();");
        text.close();
        text.line("");
    }

    private void stepsStep() {
        text.override("public boolean step()");
        text.open("if (over) {");
        text.line("return false;");
        text.close();
        text.line("run.checkCancelled();");
        for (Part part : parts) {
            text.from(part.rule().line());
            if (part.kind() == Kind.CONTACT) {
                part.rule().by().forEach(by -> text.line(part.method() + "(" + constants.get(by) + ");"));
            } else {
                text.line(part.method() + "();");
            }
        }
        text.from(0);
        text.line("population.commit();");
        updates("thresholds", Kind.THRESHOLD);
        text.line("over = !goesOn();");
        text.line("return !over;");
        text.close();
        text.line("");
    }

    private void updates(String field, Kind kind) {
        for (Part part : parts) {
            if (part.kind() == kind) {
                text.line(field + part.suffix() + ".update(population);");
            }
        }
    }

    private void ruleMethod(Part part) {
        text.from(part.rule().line());
        Rule rule = part.rule();
        String k = part.suffix();
        String from = constants.get(rule.from());
        String to = constants.get(rule.to());
        text.explain(JavaText.upper(code.words(rule)));
        switch (part.kind()) {
            case CONTACT -> {
                text.open("private void " + part.method() + "(int by) {");
                boolean once =
                        rule.by().size() == 1 && model.isEnteredOnce(rule.by().get(0));
                text.open("for (int m = 0; m < population.count(by); m++) {");
                text.line("int source = population.member(by, m);");
                text.line("int attempt = population." + (once ? "age(source)" : "step()") + ";");
                text.line("int end = contacts" + k + ".end(source);");
                text.line("int i = contacts" + k + ".next(contacts" + k + ".begin(source), end, attempt);");
                text.open("for (; i < end; i = contacts" + k + ".next(i + 1, end, attempt)) {");
                text.line("int node = contacts" + k + ".other(i);");
                String other = rule.by().contains(rule.from()) ? " && node != source" : "";
                text.open("if (population.is(node, " + from + ")" + other + ") {");
                text.line("population.propose(node, " + to + ", source);");
                text.close();
                text.close();
                text.close();
                text.close();
            }
            case SPONTANEOUS -> {
                text.open("private void " + part.method() + "() {");
                text.open("for (int m = 0; m < population.count(" + from + "); m++) {");
                text.line("int node = population.member(" + from + ", m);");
                text.open("if (chances" + k + ".succeeds(node, population."
                        + (model.isEnteredOnce(rule.from()) ? "age(node)" : "step()") + ")) {");
                text.line("population.propose(node, " + to + ", Run.SPONTANEOUS);");
                text.close();
                text.close();
                text.close();
            }
            case THRESHOLD -> {
                text.open("private void " + part.method() + "() {");
                text.open("for (int i = 0, ready = thresholds" + k + ".ready(population); i < ready; i++) {");
                text.line("int node = thresholds" + k + ".node(i);");
                boolean sure = rule.chance().isEmpty();
                if (!sure) {
                    text.open("if (chances" + k + ".succeeds(node, population.step())) {");
                }
                text.line("population.propose(node, " + to + ", thresholds" + k + ".cause(node, population));");
                if (!sure) {
                    text.close();
                }
                text.close();
                text.close();
            }
        }
        text.from(0);
        text.line("");
    }

    /** What is cheap to see comes first. */
    private void goesOn() {
        List<String> chances = new ArrayList<>();
        for (Kind kind : List.of(Kind.SPONTANEOUS, Kind.THRESHOLD, Kind.CONTACT)) {
            for (Part part : parts) {
                if (part.kind() != kind) {
                    continue;
                }
                String k = part.suffix();
                String from = constants.get(part.rule().from());
                switch (kind) {
                    case SPONTANEOUS -> chances.add("chances" + k + ".canReach(population, " + from + ")");
                    case THRESHOLD ->
                        chances.add(
                                part.rule().chance().isPresent()
                                        ? "thresholds" + k + ".canReach(population, chances" + k + ")"
                                        : "thresholds" + k + ".ready(population) > 0");
                    case CONTACT ->
                        part.rule()
                                .by()
                                .forEach(by -> chances.add("contacts" + k + ".canReach(population, " + constants.get(by)
                                        + ", " + from + ")"));
                }
            }
        }
        text.line("/** Whether any rule could still change anything. */");
        text.open("private boolean goesOn() {");
        text.line("return " + chances.get(0) + (chances.size() == 1 ? ";" : ""));
        for (int i = 1; i < chances.size(); i++) {
            text.line("        || " + chances.get(i) + (i == chances.size() - 1 ? ";" : ""));
        }
        text.close();
        text.line("");
    }
}
