package org.einfluss.theory.watts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Literal reference numbers, computed independently, to five digits and more (science of threshold cascades, A1 and A2). */
class ClosedFormOracleTest {
    private static final double HALF_DIGIT = 0.51e-6;

    private static void near(double expected, double actual) {
        assertEquals(expected, actual, Math.max(HALF_DIGIT, 1e-5 * Math.abs(expected)));
    }

    @ParameterizedTest
    @CsvSource({
        "2, , , 0.367879, 1.00",
        "3, , , 0.839962, 1.62",
        "4, 1.114142, 3.863069, 1.371097, 2.27",
        "5, 1.020704, 5.764677, 1.942380, 2.94",
        "6, 1.003731, 7.477080, 2.543533, 3.64",
        "7, 1.000596, 9.096987, 3.168184, 4.35",
        "8, 1.000083, 10.657443, 3.812020, 5.07",
        "9, 1.000010, 12.174953, 4.471952, 5.81",
        "10, 1.000001, 13.659314, 5.145672, 6.55",
        "11, 1.000000, 15.116963, 5.831386, 7.29",
        "12, 1.000000, 16.552425, 6.527683, 8.05"
    })
    void poissonWindowHasTheKnownEdges(int most, Double z1, Double z2, double largest, double at) {
        for (double phi : new double[] {1.0 / most, 1 / (most + 0.5)}) {
            WindowEdges edges = WindowEdges.of(new Threshold.Constant(phi), DegreeLaw.Poisson::new, 30);
            near(largest, edges.largest());
            assertEquals(at, edges.largestAt(), 0.01);
            if (z1 == null) {
                assertTrue(edges.windows().isEmpty());
            } else {
                assertEquals(1, edges.windows().size());
                near(z1, edges.windows().get(0).from());
                near(z2, edges.windows().get(0).to());
            }
        }
    }

    @Test
    void directedWindowIsTheUndirectedOneOfANeighbourMore() {
        WindowEdges edges = WindowEdges.of(new Threshold.Constant(0.18), DegreeLaw.DirectedPoisson::new, 30);
        near(1.003731, edges.windows().get(0).from());
        near(7.477080, edges.windows().get(0).to());
    }

    @ParameterizedTest
    @CsvSource({"0.02, 1.0275, 6.1526", "0.05, 1.0574, 7.8703", "0.10, 1.1405, NaN"})
    void spreadOfThresholdsWidensTheWindow(double sd, double z1, double z2) {
        WindowEdges edges = WindowEdges.of(new Threshold.Normal(0.18, sd, false), DegreeLaw.Poisson::new, 30);
        assertEquals(z1, edges.windows().get(0).from(), 0.51e-4);
        assertEquals(z2, edges.windows().get(0).to(), 0.51e-4);
    }

    @ParameterizedTest
    @CsvSource({
        "2.5, 100, 0.10, 1.257",
        "2.5, 100, 0.15, 0.766",
        "2.5, 100, 0.18, 0.625",
        "2.5, 20, 0.10, 1.208",
        "2.5, 20, 0.15, 0.787",
        "2.5, 20, 0.18, 0.654",
        "3, 100, 0.10, 0.825"
    })
    void powerLawNetworksHaveTheKnownReproduction(double tau, double kappa, double phi, double reproduction) {
        VulnerableBranching branching =
                VulnerableBranching.of(new Threshold.Constant(phi), new DegreeLaw.PowerLaw(tau, kappa));
        assertEquals(reproduction, branching.reproduction(), 0.51e-3);
        if (reproduction < 1) {
            assertEquals(0, branching.triggerProbability());
        }
    }

    @Test
    void powerLawNetworksHaveTheKnownTriggerProbability() {
        VulnerableBranching wide =
                VulnerableBranching.of(new Threshold.Constant(0.1), new DegreeLaw.PowerLaw(2.5, 100));
        assertEquals(1.7246, wide.meanDegree(), 0.51e-4);
        assertEquals(0.1911, wide.triggerProbability(), 0.51e-4);
        VulnerableBranching narrow =
                VulnerableBranching.of(new Threshold.Constant(0.1), new DegreeLaw.PowerLaw(2.5, 20));
        assertEquals(0.1619, narrow.triggerProbability(), 0.51e-4);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, 0.469361, 0.544437, 0.548851, 0.5801",
        "2, 0.298336, 0.737668, 0.754222, 0.7966",
        "3, 0.310930, 0.789596, 0.873462, 0.9405",
        "4, 0.498831, 0.652635, 0.865296, 0.9802",
        "5, 0.762310, 0.367987, 0.695307, 0.9930",
        "5.5, 0.914215, 0.147726, 0.376132, 0.996"
    })
    void triggerProbabilityHasTheKnownValues(double z, double u, double sv, double se, double size) {
        Threshold threshold = new Threshold.Constant(0.18);
        DegreeLaw law = new DegreeLaw.Poisson(z);
        VulnerableBranching branching = VulnerableBranching.of(threshold, law);
        near(u, branching.extinction());
        near(sv, branching.vulnerableCluster());
        near(se, branching.triggerProbability());
        assertEquals(size, new SeedRecursion(threshold, law).finalShare(1e-9), size == 0.996 ? 1e-3 : 1e-4);
    }

    @ParameterizedTest
    @CsvSource({"6", "7", "15"})
    void singleSeedsStartNothingAboveTheWindow(double z) {
        VulnerableBranching branching = VulnerableBranching.of(new Threshold.Constant(0.18), new DegreeLaw.Poisson(z));
        assertEquals(0, branching.vulnerableCluster());
        assertEquals(0, branching.triggerProbability());
    }

    @ParameterizedTest
    @CsvSource({"0.25, 2, .6233", "0.25, 3, .6258"})
    void triggerProbabilityAtAQuarter(double phi, double z, double se) {
        assertEquals(
                se,
                VulnerableBranching.of(new Threshold.Constant(phi), new DegreeLaw.Poisson(z))
                        .triggerProbability(),
                0.51e-4);
    }

    @ParameterizedTest
    @CsvSource({
        "1, .004816, .030956, .085653, .126029, .181119, .283699",
        "1.5, .580275, .581316, .585869, .591398, .601966, .630487",
        "2, .796641, .796951, .798320, .800018, .803368, .813069",
        "3, .940485, .940551, .940840, .941201, .941921, .944059",
        "4, .980175, .980194, .980280, .980388, .980603, .981245",
        "5, .993024, .993030, .993059, .993095, .993167, .993384",
        "6, .002377, .997486, .997496, .997509, .997535, .997611",
        "7, .000387, .004242, .999087, .999091, .999101, .999128",
        "8, .000222, .002308, .015404, .999667, .999670, .999680",
        "9, .000162, .001664, .009793, .999878, .999879, .999883",
        "10, .000133, .001361, .007691, .019681, .999955, .999957",
        "12, .000110, .001113, .006024, .013655, .999994, .999994"
    })
    void seedFractionsReachTheKnownShares(double z, double a, double b, double c, double d, double e, double f) {
        SeedRecursion recursion = new SeedRecursion(new Threshold.Constant(0.18), new DegreeLaw.Poisson(z));
        near(a, recursion.finalShare(1e-4));
        near(b, recursion.finalShare(1e-3));
        near(c, recursion.finalShare(5e-3));
        near(d, recursion.finalShare(1e-2));
        near(e, recursion.finalShare(2e-2));
        near(f, recursion.finalShare(5e-2));
    }

    @ParameterizedTest
    @CsvSource({
        "0.18, 1e-3, 6.394",
        "0.18, 5e-3, 7.593",
        "0.18, 1e-2, 9.191",
        "0.18, 2e-2, 12.755",
        "0.18, 5e-2, 27.10",
        "0.25, 1e-3, 4.281",
        "0.25, 5e-3, 4.916",
        "0.25, 1e-2, 5.530",
        "0.25, 2e-2, 6.749",
        "0.25, 5e-2, 11.699",
        "0.10, 1e-3, 15.549",
        "0.10, 5e-3, 21.840",
        "0.10, 1e-2, 28.846"
    })
    void upperEdgeMovesUpWithTheSeedFraction(double phi, double seeds, double edge) {
        double found = SeedRecursion.upperEdge(new Threshold.Constant(phi), DegreeLaw.Poisson::new, seeds, 30);
        assertEquals(edge, found, edge == 27.10 ? 0.007 : 0.002);
    }

    @ParameterizedTest
    @CsvSource({
        ".18, 8, .00637, .0262, .99967",
        ".18, 10, .01224, .0318, .99996",
        ".25, 6, .01395, .0627, .9975",
        ".30, 4, .03370, .1496, .9809",
        ".40, 5, .12080, .279, .9939",
        ".50, 5, .20761, .430, .9945"
    })
    void finalShareJumpsAtTheCriticalSeedFraction(double phi, double z, double critical, double below, double above) {
        SeedRecursion recursion = new SeedRecursion(new Threshold.Constant(phi), new DegreeLaw.Poisson(z));
        SeedRecursion.Jump jump = recursion.jump().orElseThrow();
        assertEquals(critical, jump.seedFraction(), 0.51e-5);
        assertEquals(below, recursion.finalShare(0.99 * jump.seedFraction()), below > 0.2 ? 1e-3 : 1e-4);
        assertEquals(above, recursion.finalShare(1.01 * jump.seedFraction()), above > 0.9995 ? 1e-5 : 1e-4);
    }

    @ParameterizedTest
    @CsvSource({
        ".2, .05, .993023, .993095, .993384",
        ".3, .1, .004456, .047485, .993308",
        ".3, .2, .990729, .990865, .991397",
        ".38, .1, .000111, .016070, .096032",
        ".38, .2, .124038, .226842, .980178",
        ".5, .2, .009628, .025470, .094921"
    })
    void normalThresholdsStartByThemselves(double mean, double sd, double none, double one, double five) {
        SeedRecursion recursion = new SeedRecursion(new Threshold.Normal(mean, sd, false), new DegreeLaw.Poisson(5));
        near(none, recursion.finalShare(0));
        near(one, recursion.finalShare(0.01));
        near(five, recursion.finalShare(0.05));
    }

    @ParameterizedTest
    @CsvSource({".001, .001006", ".01, .010623", ".05, .068782", ".1, .218750", ".2, 1"})
    void regularNetworksReachTheKnownShares(double seeds, double share) {
        for (double phi : new double[] {0.3, 0.5}) {
            SeedRecursion recursion = new SeedRecursion(new Threshold.Constant(phi), new DegreeLaw.Regular(4));
            assertEquals(share, recursion.finalShare(seeds), HALF_DIGIT);
        }
    }
}
