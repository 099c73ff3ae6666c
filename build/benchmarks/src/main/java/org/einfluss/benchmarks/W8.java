package org.einfluss.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.einfluss.api.Progress;
import org.einfluss.api.Variable;
import org.einfluss.api.model.EventSink;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.ErdosRenyi;
import org.einfluss.math.RandomStream;
import org.einfluss.theory.baselines.ContinuousEpidemic;
import org.einfluss.theory.baselines.DeGroot;
import org.einfluss.theory.baselines.Deffuant;
import org.einfluss.theory.baselines.HegselmannKrause;
import org.einfluss.theory.baselines.IndependentCascade;
import org.einfluss.theory.baselines.InitialHolders;
import org.einfluss.theory.baselines.InitialOpinions;
import org.einfluss.theory.baselines.LinearThreshold;
import org.einfluss.theory.baselines.Majority;
import org.einfluss.theory.baselines.NetworkBass;
import org.einfluss.theory.baselines.Probability;
import org.einfluss.theory.baselines.QVoter;
import org.einfluss.theory.baselines.ReedFrost;
import org.einfluss.theory.baselines.SusceptibleExposedInfectiousRecovered;
import org.einfluss.theory.baselines.SusceptibleInfectious;
import org.einfluss.theory.baselines.SusceptibleInfectiousRecovered;
import org.einfluss.theory.baselines.SusceptibleInfectiousSusceptible;
import org.einfluss.theory.baselines.Sznajd;
import org.einfluss.theory.baselines.Voter;
import org.einfluss.theory.baselines.Weights;
import org.einfluss.theory.watts.Threshold;
import org.einfluss.theory.watts.WattsThreshold;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * W8: every model on one random graph of mean degree 10, and how many arcs it looks at (or skips over, where it can), or how many nodes it
 * updates, in a second of CPU time. Binding is not included.
 */
@Fork(1)
@Measurement(iterations = 3)
public class W8 extends Workload {
    /** The model. */
    @Param({
        "watts",
        "ic-constant",
        "ic-weighted",
        "ic-trivalency",
        "lt",
        "si",
        "sis",
        "sir",
        "seir",
        "reed-frost",
        "continuous-sir",
        "network-bass",
        "voter",
        "q-voter",
        "sznajd",
        "majority",
        "deffuant",
        "hegselmann-krause",
        "degroot"
    })
    public String model;

    /** Coins of the run's stream, or one for each arc and attempt. */
    @Param({"independent", "common"})
    public String coins;

    /** Number of nodes. */
    @Param("100000")
    public int nodes;

    /** Runs in one call. */
    @Param("5")
    public int runs;

    private static final int SWEEPS = 20;

    private Simulation simulation;
    private Run run = new Run();
    private double[] row = new double[0];
    private int[] seeds = new int[0];
    private boolean byArcs;
    private double work;
    private double expected;

    /** A model, its parameters, and what its work is counted in. */
    private record Kind(Model<?> model, Record parameters, Unit unit) {}

    /** What one unit of work is. */
    private enum Unit {
        /** An arc out of a node that has become active, once. */
        ARCS_ONCE,
        /** An arc out of an infectious node, in each step. */
        ARCS_EACH_STEP,
        /** All arcs in each step. */
        ALL_ARCS,
        /** A node, or a pair, in each of n updates of a sweep. */
        UPDATES,
        /** A node that has not adopted, in each step. */
        WAITING
    }

    private Kind kind() {
        InitialHolders half = new InitialHolders.Share(0.5);
        InitialOpinions uniform = new InitialOpinions.Uniform(0, 1);
        return switch (model) {
            case "watts" ->
                new Kind(
                        new WattsThreshold(),
                        new WattsThreshold.Parameters(new Threshold.Constant(0.1)),
                        Unit.ARCS_ONCE);
            case "ic-constant" -> cascade(new Probability.Constant(0.15));
            case "ic-weighted" -> cascade(new Probability.WeightedCascade());
            case "ic-trivalency" -> cascade(new Probability.Trivalency());
            case "lt" ->
                new Kind(new LinearThreshold(), new LinearThreshold.Parameters(new Weights.InDegree()), Unit.ARCS_ONCE);
            case "si" ->
                new Kind(new SusceptibleInfectious(), new SusceptibleInfectious.Parameters(0.1), Unit.ARCS_EACH_STEP);
            case "sis" ->
                new Kind(
                        new SusceptibleInfectiousSusceptible(),
                        new SusceptibleInfectiousSusceptible.Parameters(0.05, 0.2, 5 * SWEEPS),
                        Unit.ARCS_EACH_STEP);
            case "sir" ->
                new Kind(
                        new SusceptibleInfectiousRecovered(),
                        new SusceptibleInfectiousRecovered.Parameters(0.05, 0.2),
                        Unit.ARCS_EACH_STEP);
            case "seir" ->
                new Kind(
                        new SusceptibleExposedInfectiousRecovered(),
                        new SusceptibleExposedInfectiousRecovered.Parameters(0.05, 0.3, 0.2),
                        Unit.ARCS_EACH_STEP);
            case "reed-frost" -> new Kind(new ReedFrost(), new ReedFrost.Parameters(0.15), Unit.ARCS_EACH_STEP);
            case "continuous-sir" ->
                new Kind(
                        new ContinuousEpidemic(),
                        new ContinuousEpidemic.Parameters(0.2, 1, ContinuousEpidemic.Period.EXPONENTIAL),
                        Unit.ARCS_ONCE);
            case "network-bass" ->
                new Kind(new NetworkBass(), new NetworkBass.Parameters(0.03, 0.38, 0.5), Unit.WAITING);
            case "voter" -> new Kind(new Voter(), new Voter.Parameters(half, SWEEPS), Unit.UPDATES);
            case "q-voter" -> new Kind(new QVoter(), new QVoter.Parameters(2, 0.1, half, SWEEPS), Unit.UPDATES);
            case "sznajd" -> new Kind(new Sznajd(), new Sznajd.Parameters(half, SWEEPS), Unit.UPDATES);
            case "majority" ->
                new Kind(
                        new Majority(),
                        new Majority.Parameters(Majority.Update.SYNCHRONOUS, half, SWEEPS),
                        Unit.ALL_ARCS);
            case "deffuant" ->
                new Kind(new Deffuant(), new Deffuant.Parameters(0.3, 0.5, uniform, SWEEPS), Unit.UPDATES);
            case "hegselmann-krause" ->
                new Kind(new HegselmannKrause(), new HegselmannKrause.Parameters(0.3, uniform), Unit.ALL_ARCS);
            case "degroot" ->
                new Kind(new DeGroot(), new DeGroot.Parameters(0.5, new Weights.InDegree(), uniform), Unit.ALL_ARCS);
            default -> throw new IllegalArgumentException("Expected a model of the list, found " + model);
        };
    }

    private static Kind cascade(Probability probability) {
        return new Kind(new IndependentCascade(), new IndependentCascade.Parameters(probability), Unit.ARCS_ONCE);
    }

    /** Draws the graph, binds the model and counts the work of the runs. */
    @Setup(Level.Trial)
    @SuppressWarnings("unchecked") // the parameters stand beside their model
    public void bind() {
        Kind kind = kind();
        Network network = Network.of(ErdosRenyi.gnm(nodes, 5L * nodes, new RandomStream(8)));
        List<Variable> variables = ((Model<Record>) kind.model()).variables(kind.parameters());
        row = new double[variables.size()];
        seeds = W2.highestDegrees(network, Math.min(nodes, 100));
        simulation = ((Model<Record>) kind.model()).bind(kind.parameters(), network);
        boolean common = coins.equals("common");
        byArcs = kind.unit() != Unit.UPDATES && kind.unit() != Unit.WAITING;
        Work counted = new Work(kind, network);
        run = new Run(common, Progress.NONE, counted);
        expected = total(counted::endRun);
        work = counted.done;
        run = new Run(common, Progress.NONE, EventSink.NONE);
    }

    /** Adds up the work from the log and the steps. */
    private final class Work implements EventSink {
        private final Network network;
        private final Unit unit;
        private final int infectious;
        private final double[] since = new double[nodes];
        private final List<Integer> spreading = new ArrayList<>();
        private double done;
        private double last;

        Work(Kind kind, Network network) {
            this.network = network;
            unit = kind.unit();
            infectious = Math.max(1, ((Model<?>) kind.model()).states().indexOf("infectious"));
        }

        @Override
        public void event(double time, int node, int from, int to, int cause) {
            last = time;
            int degree = network.graph().outDegree(node);
            switch (unit) {
                case ARCS_ONCE -> done += from == 0 ? degree : 0;
                case WAITING -> done += time / 0.5;
                case ARCS_EACH_STEP -> {
                    if (to == infectious) {
                        since[node] = time;
                        spreading.add(node);
                    } else if (from == infectious) {
                        done += degree * (time - since[node]);
                        since[node] = Double.NaN;
                    }
                }
                default -> {}
            }
        }

        /** Ends a run: those still infectious have spread until now. */
        void endRun(int steps) {
            for (int node : spreading) {
                if (since[node] < last) {
                    done += network.graph().outDegree(node) * (last - since[node]);
                    since[node] = Double.NaN;
                }
            }
            spreading.clear();
            done += unit == Unit.ALL_ARCS ? (double) steps * network.graph().arcs() : 0;
            done += unit == Unit.UPDATES ? (double) steps * nodes : 0;
        }
    }

    /** Runs the model and tells the steps of each run; returns the sum of its first variable, to compare calls by. */
    private double total(IntConsumer ended) {
        double total = 0;
        for (int i = 0; i < runs; i++) {
            simulation.begin(run.begin(i, seeds));
            int steps = 1;
            while (simulation.step()) {
                steps++;
            }
            simulation.observe(row, 0);
            total += row[0];
            ended.accept(steps);
        }
        return total;
    }

    /** Runs the model. */
    @Benchmark
    public double spread() {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        double total = total(steps -> {});
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) * 1e-9;
        answer(Answer.of("%.1f million %s/s", work / seconds * 1e-6, byArcs ? "arcs" : "updates")
                .expect("first variable", total, expected, 0)
                .expect("work done", work > 0 ? 1 : 0, 1));
        return total;
    }
}
