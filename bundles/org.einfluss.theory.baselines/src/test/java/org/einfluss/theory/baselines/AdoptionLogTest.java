package org.einfluss.theory.baselines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.einfluss.api.Progress;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From the log alone it can be told who may have influenced whom: each cause is a source, and was able to influence just before. */
class AdoptionLogTest {
    private static final int NODES = 60;

    /** What a cause must be: in one of some states, or in the state that its listener takes over. */
    private record Kind(String name, Model<?> model, Record parameters, IntPredicate influences, boolean copies) {
        @Override
        public String toString() {
            return name;
        }
    }

    private record Event(double time, int node, int from, int to, int cause) {}

    private static Kind spreads(String name, Model<?> model, Record parameters, int state) {
        return new Kind(name, model, parameters, one -> one == state, false);
    }

    private static Kind copies(String name, Model<?> model, Record parameters) {
        return new Kind(name, model, parameters, one -> true, true);
    }

    private static Kind moves(String name, Model<?> model, Record parameters) {
        return new Kind(name, model, parameters, one -> true, false);
    }

    static Stream<Kind> models() {
        InitialHolders half = new InitialHolders.Share(0.4);
        InitialOpinions uniform = new InitialOpinions.Uniform(0, 1);
        Weights even = new Weights.InDegree();
        return Stream.of(
                spreads(
                        "independent cascade, constant",
                        new IndependentCascade(),
                        new IndependentCascade.Parameters(new Probability.Constant(0.15)),
                        1),
                spreads(
                        "independent cascade, weighted",
                        new IndependentCascade(),
                        new IndependentCascade.Parameters(new Probability.WeightedCascade()),
                        1),
                spreads(
                        "independent cascade, trivalency",
                        new IndependentCascade(),
                        new IndependentCascade.Parameters(new Probability.Trivalency()),
                        1),
                spreads("linear threshold", new LinearThreshold(), new LinearThreshold.Parameters(even), 1),
                spreads("SI", new SusceptibleInfectious(), new SusceptibleInfectious.Parameters(0.2), 1),
                spreads(
                        "SIS",
                        new SusceptibleInfectiousSusceptible(),
                        new SusceptibleInfectiousSusceptible.Parameters(0.1, 0.2, 50),
                        1),
                spreads(
                        "SIR",
                        new SusceptibleInfectiousRecovered(),
                        new SusceptibleInfectiousRecovered.Parameters(0.2, 0.3),
                        1),
                spreads(
                        "SEIR",
                        new SusceptibleExposedInfectiousRecovered(),
                        new SusceptibleExposedInfectiousRecovered.Parameters(0.3, 0.4, 0.3),
                        2),
                spreads("Reed-Frost", new ReedFrost(), new ReedFrost.Parameters(0.3), 1),
                spreads(
                        "continuous SIR",
                        new ContinuousEpidemic(),
                        new ContinuousEpidemic.Parameters(0.3, 0.5, ContinuousEpidemic.Period.EXPONENTIAL),
                        1),
                spreads("network Bass", new NetworkBass(), new NetworkBass.Parameters(0.01, 0.5, 0.5), 1),
                copies("voter", new Voter(), new Voter.Parameters(half, 30)),
                copies("q-voter", new QVoter(), new QVoter.Parameters(2, 0.1, half, 30)),
                copies("Sznajd", new Sznajd(), new Sznajd.Parameters(half, 30)),
                copies(
                        "majority, all at once",
                        new Majority(),
                        new Majority.Parameters(Majority.Update.SYNCHRONOUS, half, 30)),
                copies(
                        "majority, one by one",
                        new Majority(),
                        new Majority.Parameters(Majority.Update.ASYNCHRONOUS, half, 30)),
                moves("Deffuant", new Deffuant(), new Deffuant.Parameters(0.3, 0.3, uniform, 30)),
                moves("Hegselmann-Krause", new HegselmannKrause(), new HegselmannKrause.Parameters(0.3, uniform)),
                moves("DeGroot", new DeGroot(), new DeGroot.Parameters(0.3, even, uniform)));
    }

    private static Network network(boolean directed) {
        RandomStream random = new RandomStream(8);
        GraphBuilder graph = new GraphBuilder(NODES, directed);
        for (int i = 0; i < 240; i++) {
            graph.add(random.nextInt(NODES), random.nextInt(NODES));
        }
        return Network.of(graph.build().graph());
    }

    @ParameterizedTest
    @MethodSource("models")
    void causesAreSourcesThatCouldInfluenceJustBefore(Kind kind) {
        int caused = 0;
        for (boolean directed : new boolean[] {false, true}) {
            for (boolean commonCoins : new boolean[] {true, false}) {
                for (int key = 0; key < 20; key++) {
                    caused += check(kind, network(directed), commonCoins, key);
                }
            }
        }
        assertTrue(caused > 50, "only " + caused + " events have a cause");
    }

    @SuppressWarnings("unchecked") // the parameters stand beside their model
    private static int check(Kind kind, Network network, boolean commonCoins, int key) {
        List<Event> log = new ArrayList<>();
        Run run = new Run(
                commonCoins,
                Progress.NONE,
                (time, node, from, to, cause) -> log.add(new Event(time, node, from, to, cause)));
        Simulation simulation = ((Model<Record>) kind.model()).bind(kind.parameters(), network);
        simulation.begin(run.begin(key, 3, 17, 40));
        int[] state = new int[NODES];
        Arrays.setAll(state, simulation.nodes()::state);
        int[] seedEvents = new int[1];
        log.forEach(event -> seedEvents[0] += event.cause() == Run.SEED ? 1 : 0);
        log.clear();
        double[] entered = new double[NODES]; // when a node came into its present state
        for (int step = 0; step < 200 && simulation.step(); step++) {
            // on
        }
        int caused = 0;
        Graph graph = network.graph();
        for (Event event : log) {
            assertEquals(state[event.node()], event.from(), event + " in the log of " + kind);
            int cause = event.cause();
            if (cause >= 0) {
                caused++;
                boolean listens = graph.findArc(cause, event.node()) >= 0;
                boolean meets = kind.model() instanceof Deffuant && graph.findArc(event.node(), cause) >= 0;
                assertTrue(listens || meets, event + ": the cause is no source");
                // Where all change at once, the cause may change in the same moment.
                boolean justChanged = entered[cause] == event.time() && event.time() > 0;
                int held = state[cause];
                boolean able =
                        kind.copies() ? held == event.to() : kind.influences().test(held);
                assertTrue(able || justChanged && simultaneous(kind), event + ": the cause was in state " + held);
                assertTrue(
                        kind.copies() || kind.model() instanceof Deffuant || entered[cause] <= event.time(),
                        event + ": the cause came later");
            } else {
                assertTrue(cause == Run.SPONTANEOUS, event.toString());
            }
            state[event.node()] = event.to();
            entered[event.node()] = event.time();
        }
        for (int v = 0; v < NODES; v++) {
            assertEquals(simulation.nodes().state(v), state[v], kind + ", node " + v);
        }
        assertTrue(seedEvents[0] > 0 || kind.parameters().toString().contains("initial"), kind + " logs its seeds");
        return caused;
    }

    private static boolean simultaneous(Kind kind) {
        return kind.parameters() instanceof Majority.Parameters p && p.update() == Majority.Update.SYNCHRONOUS;
    }
}
