package org.einfluss.theory.baselines;

import static org.einfluss.theory.baselines.Trials.complete;
import static org.einfluss.theory.baselines.Trials.first;
import static org.einfluss.theory.baselines.Trials.ring;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs end where nothing can change any more, or at the horizon, and then say that they are censored. */
class StoppingTest {
    private static final InitialHolders NOBODY = new InitialHolders.Share(0);

    static Stream<Arguments> restless() {
        return Stream.of(
                Arguments.of(
                        "SIS",
                        new Trials<>(
                                new SusceptibleInfectiousSusceptible(),
                                new SusceptibleInfectiousSusceptible.Parameters(0.1, 0.1, 25),
                                complete(50),
                                true)),
                Arguments.of("voter", new Trials<>(new Voter(), new Voter.Parameters(NOBODY, 25), ring(400), true)),
                Arguments.of(
                        "q-voter",
                        new Trials<>(new QVoter(), new QVoter.Parameters(2, 0.3, NOBODY, 25), ring(400), true)),
                Arguments.of("Sznajd", new Trials<>(new Sznajd(), new Sznajd.Parameters(NOBODY, 25), ring(400), true)),
                Arguments.of(
                        "Deffuant",
                        new Trials<>(
                                new Deffuant(),
                                new Deffuant.Parameters(0.3, 0.1, new InitialOpinions.Uniform(0, 1), 25),
                                complete(100),
                                true)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("restless")
    void whatHasNotComeToRestAtTheHorizonIsCensored(String model, Trials<?> trials) {
        for (int r = 0; r < 5; r++) {
            trials.finish(r, first(40));
            assertEquals(25, trials.simulation.time(), model);
            assertTrue(trials.simulation.isCensored(), model);
            assertFalse(trials.simulation.step(), model + " goes on after its horizon");
        }
    }

    @Test
    void absorbingStatesEndRunsUncensored() {
        Trials<Voter.Parameters> voters = new Trials<>(new Voter(), new Voter.Parameters(NOBODY, 100), ring(20), true);
        assertEquals(0, voters.finish(1).value("duration"));
        assertEquals(0, voters.simulation.time());
        assertFalse(voters.simulation.isCensored());
        Trials<SusceptibleInfectiousSusceptible.Parameters> sis = new Trials<>(
                new SusceptibleInfectiousSusceptible(),
                new SusceptibleInfectiousSusceptible.Parameters(0, 0.5, 1000),
                complete(20),
                true);
        assertEquals(0, sis.finish(1, first(20)).value("infectious"));
        assertEquals(sis.value("duration"), sis.simulation.time());
        assertFalse(sis.simulation.isCensored());
    }

    /** Two groups that nobody listens across keep different opinions: nothing can change, though there is no consensus. */
    @Test
    void disagreementOfSeparateGroupsIsAbsorbing() {
        GraphBuilder graph = new GraphBuilder(4, false);
        graph.add(0, 1);
        graph.add(2, 3);
        Network groups = Network.of(graph.build().graph());
        Trials<Voter.Parameters> voters = new Trials<>(new Voter(), new Voter.Parameters(NOBODY, 1000), groups, true);
        voters.finish(1, 0, 1);
        assertEquals(0.5, voters.value("reach"));
        assertEquals(0, voters.value("consensus"));
        assertFalse(voters.simulation.isCensored());
    }

    @Test
    void averagesEndWithTheFirstStepThatMovesNobody() {
        Trials<HegselmannKrause.Parameters> averages = new Trials<>(
                new HegselmannKrause(),
                new HegselmannKrause.Parameters(0.4, new InitialOpinions.Uniform(0, 1)),
                complete(30),
                true);
        averages.finish(5);
        assertTrue(averages.value("change") < 1e-12);
        assertEquals(averages.value("duration") + 1, averages.simulation.time());
        assertFalse(averages.simulation.isCensored());
    }

    /** Opinions closer than 10⁻⁶ or further apart than the bound: pairs that meet change nothing that counts. */
    @Test
    void meetingsEndOnceAllNeighboursAgreeOrIgnoreEachOther() {
        Trials<Deffuant.Parameters> pairs = new Trials<>(
                new Deffuant(),
                new Deffuant.Parameters(0.2, 0.5, new InitialOpinions.TwoValued(0.5, 0.1, 0.6), 10_000),
                complete(40),
                true);
        pairs.finish(2);
        assertEquals(0, pairs.value("duration"));
        assertEquals(100, pairs.simulation.time()); // the quiet sweeps
        assertFalse(pairs.simulation.isCensored());
        assertEquals(2, pairs.value("clusters"));
    }
}
