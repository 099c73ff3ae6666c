package org.einfluss.analyses;

import java.nio.file.Path;
import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.Variable;
import org.einfluss.api.model.Generator;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.NodeStates;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.api.study.Study;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.engine.experiment.Planner;
import org.einfluss.engine.run.LocalRunner;
import org.einfluss.engine.study.Studies;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;

/** Studies whose outcome is a known function of the parameters, times or plus the luck of the network. */
final class Laboratory {
    private static final Catalog CATALOG =
            Catalog.of(new Luck(), new Formula(), new SobolIndices(), new MorrisScreening(), new FactorialEffects());

    private Laboratory() {}

    /** On one network without luck. */
    static Study study(String model, String rest) throws Exception {
        return study("luck", model, rest);
    }

    /** On networks with luck of their own. */
    static Study lucky(String model, String rest) throws Exception {
        return study("{id: luck, spread: 100}", model, rest);
    }

    private static Study study(String network, String model, String rest) throws Exception {
        String yaml = "format: 1\nnetwork: " + network + "\nmodel: {id: formula, " + model
                + "}\nseeding: none\nkey: 3\n" + rest;
        return Studies.inMemory(
                Planner.plan(ExperimentFile.read(yaml, "laboratory"), CATALOG, Path.of("."), Progress.NONE),
                CATALOG,
                new LocalRunner(2),
                Progress.NONE);
    }

    static double luck(Study study, int draw) {
        return study.network(0, draw).nodeColumn("luck").orElseThrow().doubleAt(0);
    }

    /** Two nodes with a normal number. */
    @Described(id = "luck", name = "Luck")
    static final class Luck implements Generator<Luck.Parameters> {
        record Parameters(
                @Param(value = "Spread", initial = "0") double spread) {}

        @Override
        public Network draw(Parameters p, RandomStream random) {
            double luck = p.spread() * random.nextGaussian();
            return Network.of(Graph.empty(2)).withNodeColumn(Column.doubles("luck", "", new double[] {luck, luck}));
        }

        @Override
        public boolean isRandom(Parameters p) {
            return p.spread() > 0;
        }
    }

    /** A function of three parameters. */
    @Described(id = "formula", name = "Formula")
    static final class Formula implements Model<Formula.Parameters> {
        enum Function {
            ISHIGAMI,
            PRODUCT,
            LINEAR,
            INTERACTION,
            LUCKY
        }

        record Parameters(
                @Param(value = "Function", initial = "linear")
                Function function,

                @Param(value = "First", initial = "0") double x,
                @Param(value = "Second", initial = "0") double y,
                @Param(value = "Third", initial = "0") double z) {
            double value(double luck) {
                return switch (function) {
                    case ISHIGAMI -> Math.sin(x) + 7 * Math.pow(Math.sin(y), 2) + 0.1 * Math.pow(z, 4) * Math.sin(x);
                    case PRODUCT -> factor(x, 0) * factor(y, 1) * factor(z, 3);
                    case LINEAR -> 5 + 2 * x - 3 * y + 0.5 * z;
                    case INTERACTION -> 10 + 3 * x + 5 * y + 2 * x * y + luck;
                    case LUCKY -> luck * x;
                };
            }

            private static double factor(double u, double a) {
                return (Math.abs(4 * u - 2) + a) / (1 + a);
            }
        }

        @Override
        public List<Variable> variables(Parameters parameters) {
            return List.of(new Variable("value", "", "Value of the function"));
        }

        @Override
        public Simulation bind(Parameters parameters, Network network) {
            double luck = network.nodeColumn("luck").orElseThrow().doubleAt(0);
            return new Simulation() {
                @Override
                public void begin(Run run) {
                    // nothing happens
                }

                @Override
                public boolean step() {
                    return false;
                }

                @Override
                public double time() {
                    return 0;
                }

                @Override
                public void observe(double[] row, int offset) {
                    row[offset] = parameters.value(luck);
                }

                @Override
                public NodeStates nodes() {
                    return node -> 0;
                }
            };
        }
    }
}
