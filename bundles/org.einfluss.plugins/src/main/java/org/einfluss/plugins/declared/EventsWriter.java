package org.einfluss.plugins.declared;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.einfluss.plugins.declared.Declaration.Kind;
import org.einfluss.plugins.declared.Declaration.Rule;
import org.einfluss.plugins.declared.Declaration.Threshold;
import org.einfluss.plugins.declared.RuleCode.Part;

/** Writes the simulation of a model in continuous time. */
final class EventsWriter {
    private final RuleCode code;
    private final JavaText text;
    private final Declaration model;
    private final List<String> constants;
    private final List<Part> parts;

    EventsWriter(RuleCode code) {
        this.code = code;
        text = code.text;
        model = code.model;
        constants = code.constants;
        parts = code.parts;
    }

    void write() {
        text.open("private static final class Events implements Simulation {");
        text.line("private final Population population;");
        text.line("private final WeightTree rates;");
        boolean in = parts.stream()
                .anyMatch(
                        part -> part.kind() != Kind.SPONTANEOUS && !part.rule().out());
        boolean out = parts.stream()
                .anyMatch(part -> part.kind() != Kind.SPONTANEOUS && part.rule().out());
        text.line("private final Graph graph;");
        if (out) {
            text.line("private final InArcs in;");
        }
        for (Part part : parts) {
            text.from(part.rule().line());
            String k = part.suffix();
            if (part.kind() != Kind.SPONTANEOUS) {
                text.line("private final Pressure pressure" + k + ";");
            }
            if (part.kind() != Kind.CONTACT) {
                text.line("private final double" + (RuleCode.isGlobal(part) ? "" : "[]") + " rate" + k + ";");
            }
            if (part.kind() == Kind.THRESHOLD) {
                boolean drawn = part.rule().threshold().flatMap(Threshold::law).isPresent();
                text.line("private final " + (drawn ? "java.util.function.IntUnaryOperator" : "int[]") + " need" + k
                        + ";");
            }
        }
        text.from(0);
        text.line("private Run run = new Run();");
        text.line("private double time;");
        text.line("");
        eventsConstructor(out);
        eventsBegin(in, out);
        eventsStep();
        eventsRates();
        text.override("public double time()", "return time;");
        code.observation();
        code.values();
        text.close();
    }

    private void eventsConstructor(boolean out) {
        text.open("Events(Parameters p, Network network) {");
        text.line("graph = network.graph();");
        if (out) {
            text.line("in = graph.inArcs();");
        }
        text.line("population = new Population(network.nodes(), " + constants.size() + ", " + code.bits(model.active())
                + ", 0);");
        text.line("rates = new WeightTree(network.nodes());");
        for (Part part : parts) {
            text.from(part.rule().line());
            String k = part.suffix();
            Rule rule = part.rule();
            String title = JavaText.string(part.title());
            String head = "pressure" + k + " = Pressure.of(" + title + ", graph, " + rule.out() + ", "
                    + code.bits(rule.by()) + ", ";
            if (part.kind() == Kind.CONTACT) {
                text.line(head + code.chance(part) + ");");
                continue;
            }
            text.line("rate" + k + " = "
                    + (RuleCode.isGlobal(part)
                            ? "Pressure.rate(" + title + ", " + code.chance(part) + ")"
                            : code.chance(part))
                    + ";");
            if (part.kind() == Kind.THRESHOLD) {
                text.line(head + "0);");
                Optional<Expression.Law> law = rule.threshold().orElseThrow().law();
                law.ifPresent(found -> code.law(part, found));
                text.line("need" + k + " = "
                        + (law.isPresent() ? "node -> " + code.drawnNeed(part) : "needs" + k + "(p, network)") + ";");
            }
        }
        text.from(0);
        text.close();
        text.line("");
    }

    private void eventsBegin(boolean in, boolean out) {
        text.override("public void begin(Run newRun)");
        text.line("run = newRun;");
        text.line("time = 0;");
        text.line("rates.clear();");
        text.line("population.begin(run);");
        text.line("population.seed(SEEDS);");
        for (Part part : parts) {
            if (part.kind() != Kind.SPONTANEOUS) {
                text.line("pressure" + part.suffix() + ".begin();");
                text.line("pressure" + part.suffix() + ".update(population);");
            }
        }
        boolean fromStart = parts.stream().anyMatch(part -> part.rule().from() == 0 && part.kind() != Kind.CONTACT);
        if (fromStart) {
            text.open("for (int node = 0; node < graph.nodes(); node++) {");
            text.line("rates.set(node, rate(node));");
            text.close();
        } else {
            text.open("for (int i = 0; i < population.changes(); i++) {");
            text.line("refresh(population.changed(i));");
            text.close();
        }
        text.close();
        text.line("");
        text.line("/** Computes the rates anew of a node that changed, and of those it may influence. */");
        text.open("private void refresh(int node) {");
        text.line("rates.set(node, rate(node));");
        if (in) {
            text.open("for (int a = graph.arcBegin(node), end = graph.arcEnd(node); a < end; a++) {");
            text.line("rates.set(graph.target(a), rate(graph.target(a)));");
            text.close();
        }
        if (out) {
            text.open("for (int i = in.begin(node), end = in.end(node); i < end; i++) {");
            text.line("rates.set(in.source(i), rate(in.source(i)));");
            text.close();
        }
        text.close();
        text.line("");
    }

    private void eventsStep() {
        text.override("public boolean step()");
        text.open("if (rates.total() == 0) {");
        text.line("return false;");
        text.close();
        text.line("run.checkCancelled();");
        text.line("RandomStream random = run.stream(Purpose.DYNAMICS);");
        text.line("time += random.nextExponential(rates.total());");
        text.line("int node = rates.find(random.nextDouble() * rates.total());");
        text.line("double rate = rate(node);");
        text.line("change(node, Math.min(random.nextDouble() * rate, Math.nextDown(rate)));");
        parts.stream()
                .filter(part -> part.kind() != Kind.SPONTANEOUS)
                .forEach(part -> text.line("pressure" + part.suffix() + ".update(population);"));
        text.line("refresh(node);");
        text.line("return rates.total() > 0;");
        text.close();
        text.line("");
    }

    private void eventsRates() {
        text.line("/** The rate at which a node changes at all. */");
        text.open("private double rate(int node) {");
        text.open("return switch (population.state(node)) {");
        for (int s = 0; s < constants.size(); s++) {
            int state = s;
            List<Part> leaving =
                    parts.stream().filter(part -> part.rule().from() == state).toList();
            if (!leaving.isEmpty()) {
                text.line("case " + constants.get(s) + " -> "
                        + leaving.stream().map(part -> part.method() + "(node)").collect(Collectors.joining(" + "))
                        + ";");
            }
        }
        text.line("default -> 0;");
        text.close("};");
        text.close();
        text.line("");
        for (Part part : parts) {
            text.from(part.rule().line());
            String k = part.suffix();
            text.explain("The rate of " + code.words(part.rule()));
            text.open("private double " + part.method() + "(int node) {");
            String rate = "rate" + k + (RuleCode.isGlobal(part) ? "" : "[node]");
            text.line(
                    switch (part.kind()) {
                        case CONTACT -> "return pressure" + k + ".on(node);";
                        case SPONTANEOUS -> "return " + rate + ";";
                        case THRESHOLD -> {
                            boolean drawn = part.rule()
                                    .threshold()
                                    .flatMap(Threshold::law)
                                    .isPresent();
                            String need = "need" + k + (drawn ? ".applyAsInt(node)" : "[node]");
                            yield "return pressure" + k + ".sources(node) >= " + need + " ? " + rate + " : 0;";
                        }
                    });
            text.close();
            text.line("");
        }
        text.from(0);
        text.line("/** Makes the change that a number from 0 to the node's rate falls on. */");
        text.open("private void change(int node, double at) {");
        text.open("switch (population.state(node)) {");
        for (int s = 0; s < constants.size(); s++) {
            leave(s);
        }
        text.line("default -> throw new IllegalStateException(\"Nobody leaves this state\");");
        text.close();
        text.close();
        text.line("");
    }

    private void leave(int state) {
        List<Part> leaving =
                parts.stream().filter(part -> part.rule().from() == state).toList();
        if (leaving.isEmpty()) {
            return;
        }
        text.open("case " + constants.get(state) + " -> {");
        if (leaving.size() > 1) {
            text.line("double rest = at;");
        }
        for (int i = 0; i < leaving.size(); i++) {
            Part part = leaving.get(i);
            text.from(part.rule().line());
            boolean last = i == leaving.size() - 1;
            String rest = leaving.size() > 1 ? "rest" : "at";
            if (!last) {
                text.open("if (rest < " + part.method() + "(node)) {");
            }
            String cause = part.kind() == Kind.SPONTANEOUS
                    ? "Run.SPONTANEOUS"
                    : part.kind() == Kind.CONTACT
                            ? "pressure" + part.suffix() + ".source(node, " + rest + ", population)"
                            : "pressure" + part.suffix() + ".anySource(node, population)";
            text.line(
                    "population.change(time, node, " + constants.get(part.rule().to()) + ", " + cause + ");");
            if (!last) {
                text.line("return;");
                text.close();
                text.line("rest -= " + part.method() + "(node);");
            }
        }
        text.from(0);
        text.close();
    }
}
