package org.einfluss.plugins.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.special.Erf;
import org.einfluss.api.model.Purpose;
import org.einfluss.api.model.Run;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.math.Coins;
import org.einfluss.math.Keys;
import org.einfluss.plugins.declared.Declaration.Kind;
import org.einfluss.plugins.declared.Declaration.Rule;
import org.einfluss.plugins.declared.Declaration.Threshold;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every step of a declared model is one that its rules allow, whatever lists and counters the Java keeps: a plain reading of the
 * declaration, node by node and arc by arc with the same coins, says after each step who had to change, to what, through whom, and whether
 * anything is left to happen.
 */
final class LegalStepsTest {
    static List<String> inSteps() throws IOException {
        return DeclaredContractTest.FILES.stream()
                .filter(file -> !file.startsWith("continuous"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("inSteps")
    void everyStepIsLegal(String file) throws IOException {
        Declaration model =
                DeclarationReader.read(file, Compiled.text(file)).declaration().orElseThrow();
        int changes = 0;
        for (Network plain : List.of(Runs.random(false, 60, 130), Runs.random(true, 60, 240), Runs.complete(9))) {
            Network network = DeclaredContractTest.equip(plain);
            Runs runs = new Runs(Compiled.model(file), "{}", network, true);
            for (int key = 0; key < 25; key++) {
                runs.begin(key, 3, 1, 8);
                changes += new Reading(model, network, runs).follow();
            }
        }
        assertTrue(changes > 500, "only " + changes + " changes were looked at");
    }

    /** Plain reading of one run. */
    private static final class Reading {
        private final Declaration model;
        private final Network network;
        private final Graph graph;
        private final Runs runs;
        private final Run run;
        private final int[] since;
        private final Map<String, Double> parameters = new HashMap<>();
        private int step;
        private int[] state;

        Reading(Declaration model, Network network, Runs runs) {
            this.model = model;
            this.network = network;
            this.graph = network.graph();
            this.runs = runs;
            this.run = runs.run();
            since = new int[network.nodes()];
            state = runs.states();
            model.parameters().forEach(one -> parameters.put(one.name(), Double.parseDouble(one.initial())));
        }

        int follow() {
            int changes = 0;
            boolean more = true;
            while (step < 60 && more) {
                int from = runs.events.size();
                int[] before = state;
                Map<Integer, Set<List<Integer>>> successes = successes(false);
                more = runs.step();
                state = runs.states();
                Set<Integer> changed = new HashSet<>();
                for (Runs.Event event : runs.events.subList(from, runs.events.size())) {
                    assertEquals(before[event.node()], event.from());
                    assertEquals(state[event.node()], event.to());
                    assertEquals(step + 1, event.time());
                    Set<List<Integer>> allowed = successes.getOrDefault(event.node(), Set.of());
                    assertTrue(allowed.contains(List.of(event.to(), event.cause())), event + " not among " + allowed);
                    changed.add(event.node());
                    since[event.node()] = step + 1;
                }
                assertEquals(successes.keySet(), changed, "who changes in step " + step);
                changes += changed.size();
                step++;
                assertEquals(!successes(true).isEmpty(), more, "whether anything can happen after step " + step);
            }
            return changes;
        }

        /** For each node the changes that succeed, as state and cause; or all that have any chance. */
        private Map<Integer, Set<List<Integer>>> successes(boolean any) {
            Map<Integer, Set<List<Integer>>> successes = new HashMap<>();
            int contacts = 0;
            int chances = 0;
            int laws = 0;
            for (Rule rule : model.rules()) {
                boolean law = rule.threshold().flatMap(Threshold::law).isPresent();
                int number =
                        rule.kind() == Kind.CONTACT ? contacts++ : rule.chance().isPresent() ? chances++ : 0;
                for (int node = 0; node < state.length; node++) {
                    if (state[node] == rule.from()) {
                        for (int cause : causes(rule, number, laws, node, any)) {
                            successes
                                    .computeIfAbsent(node, key -> new HashSet<>())
                                    .add(List.of(rule.to(), cause));
                        }
                    }
                }
                laws += law ? 1 : 0;
            }
            return successes;
        }

        private Set<Integer> causes(Rule rule, int number, int law, int node, boolean any) {
            Set<Integer> causes = new HashSet<>();
            Set<Integer> met = new HashSet<>();
            int sources = 0;
            int counting = 0;
            for (int u = 0; u < graph.nodes(); u++) {
                for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                    int v = graph.target(a);
                    int source = rule.out() ? v : u;
                    if ((rule.out() ? u : v) != node || source == node) {
                        continue;
                    }
                    sources++;
                    if (!rule.by().contains(state[source])) {
                        continue;
                    }
                    counting++;
                    met.add(source);
                    if (rule.kind() == Kind.CONTACT && applies(rule, node, source, a)) {
                        boolean once = rule.by().size() == 1
                                && model.isEnteredOnce(rule.by().get(0));
                        long key = number == 0
                                ? Keys.mix(run.key(), Purpose.COINS.code())
                                : Keys.mix(Keys.mix(run.key(), Purpose.COINS.code()), number);
                        double p = number(rule.chance().orElseThrow().value(), node, source, a);
                        if (any ? p > 0 : Coins.flip(key, a, once ? step - since[source] : step, p)) {
                            causes.add(source);
                        }
                    }
                }
            }
            if (rule.kind() == Kind.CONTACT || !applies(rule, node, node, 0)) {
                return causes;
            }
            boolean threshold = rule.kind() == Kind.THRESHOLD;
            if (threshold && !isReached(rule.threshold().orElseThrow(), counting, sources, law, node)) {
                return causes;
            }
            boolean succeeds = rule.chance().isEmpty();
            if (!succeeds) {
                long key = number == 0
                        ? Keys.mix(run.key(), Purpose.DYNAMICS.code())
                        : Keys.mix(run.key(), Purpose.DYNAMICS.code(), number);
                boolean once = !threshold && model.isEnteredOnce(rule.from());
                double p = number(rule.chance().get().value(), node, node, 0);
                succeeds = any ? p > 0 : Coins.flip(key, node, once ? step - since[node] : step, p);
            }
            if (succeeds && threshold) {
                causes.addAll(met);
            }
            if (succeeds && (!threshold || isReached(rule.threshold().get(), 0, sources, law, node))) {
                causes.clear();
                causes.add(Run.SPONTANEOUS);
            }
            return causes;
        }

        private boolean isReached(Threshold threshold, int counting, int sources, int law, int node) {
            double value = threshold
                    .law()
                    .map(drawn -> draw(drawn, run.uniform(Purpose.THRESHOLDS, node, law), node))
                    .orElseGet(() -> number(threshold.value(), node, node, 0));
            if (threshold.share() && !threshold.above()) {
                return value <= 0 || counting > 0 && counting >= value * sources - 1e-9;
            }
            double scaled = threshold.share() ? value * sources : value;
            return threshold.above() ? value < 0 || counting > scaled + 1e-9 : counting >= scaled - 1e-9;
        }

        private double draw(Expression.Law law, double u, int node) {
            double first = number(law.first(), node, node, 0);
            double second = number(law.second(), node, node, 0);
            return law.name().equals("normal")
                    ? first + second * Math.sqrt(2) * Erf.erfInv(2 * u - 1)
                    : first + (second - first) * u;
        }

        private boolean applies(Rule rule, int node, int source, int arc) {
            return rule.when().map(when -> holds(when, node, source, arc)).orElse(true);
        }

        private boolean holds(Expression condition, int node, int source, int arc) {
            if (condition instanceof Expression.HasText has) {
                Column column = column(has.owner(), has.column());
                int at = has.owner() == Expression.Owner.NODE
                        ? node
                        : has.owner() == Expression.Owner.SOURCE ? source : arc;
                return column.textAt(at).equals(has.text()) != has.negated();
            }
            if (condition instanceof Expression.Unary not) {
                return !holds(not.of(), node, source, arc);
            }
            Expression.Binary binary = (Expression.Binary) condition;
            if (binary.operator().equals("and") || binary.operator().equals("or")) {
                boolean left = holds(binary.left(), node, source, arc);
                boolean right = holds(binary.right(), node, source, arc);
                return binary.operator().equals("and") ? left && right : left || right;
            }
            int compared =
                    Double.compare(number(binary.left(), node, source, arc), number(binary.right(), node, source, arc));
            return switch (binary.operator()) {
                case "=" -> compared == 0;
                case "!=" -> compared != 0;
                case "<" -> compared < 0;
                case "<=" -> compared <= 0;
                case ">" -> compared > 0;
                default -> compared >= 0;
            };
        }

        private Column column(Expression.Owner owner, String name) {
            return (owner == Expression.Owner.ARC ? network.arcColumn(name) : network.nodeColumn(name)).orElseThrow();
        }

        private double number(Expression expression, int node, int source, int arc) {
            if (expression instanceof Expression.Literal literal) {
                return literal.value();
            }
            if (expression instanceof Expression.Named named) {
                return parameters.get(named.name());
            }
            if (expression instanceof Expression.Value value) {
                int at = value.owner() == Expression.Owner.NODE
                        ? node
                        : value.owner() == Expression.Owner.SOURCE ? source : arc;
                return switch (value.column()) {
                    case "in-degree" -> graph.inDegree(at);
                    case "out-degree" -> graph.outDegree(at);
                    default -> column(value.owner(), value.column()).doubleAt(at);
                };
            }
            if (expression instanceof Expression.Unary minus) {
                return -number(minus.of(), node, source, arc);
            }
            if (expression instanceof Expression.Call call) {
                double[] x = call.arguments().stream()
                        .mapToDouble(argument -> number(argument, node, source, arc))
                        .toArray();
                return switch (call.function()) {
                    case "min" -> Arrays.stream(x).min().orElseThrow();
                    case "max" -> Arrays.stream(x).max().orElseThrow();
                    case "exp" -> StrictMath.exp(x[0]);
                    case "log" -> StrictMath.log(x[0]);
                    case "sqrt" -> StrictMath.sqrt(x[0]);
                    default -> Math.abs(x[0]);
                };
            }
            Expression.Binary binary = (Expression.Binary) expression;
            double left = number(binary.left(), node, source, arc);
            double right = number(binary.right(), node, source, arc);
            return switch (binary.operator()) {
                case "+" -> left + right;
                case "-" -> left - right;
                case "*" -> left * right;
                case "/" -> left / right;
                default -> StrictMath.pow(left, right);
            };
        }
    }
}
