package org.einfluss.networks.transform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.graph.measure.Degrees;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransformTest {
    private final RandomStream random = new RandomStream(7);

    /**
     * Anna, Ben, Clara and Dora in a ring of influence a→b→c→a with c→d, and Emil→Fritz apart; weights 1 … 5 in the order of the arcs; a second
     * layer with d–e.
     */
    private static Network people() {
        GraphBuilder builder = new GraphBuilder(6, true);
        builder.add(0, 1, 1);
        builder.add(1, 2, 2);
        builder.add(2, 0, 3);
        builder.add(2, 3, 4);
        builder.add(4, 5, 5);
        GraphBuilder.Built built = builder.build();
        GraphBuilder second = new GraphBuilder(6, false);
        second.add(3, 4);
        return Network.of("advice", built.graph())
                .withArcColumn(Column.doubles(Network.WEIGHT, "talks", built.weights()))
                .withNodeColumn(
                        Column.texts(Network.ID, new String[] {"anna", "ben", "clara", "dora", "emil", "fritz"}))
                .withNodeColumn(Column.doubles("age", "years", new double[] {20, 30, 40, Double.NaN, 60, 70}))
                .withLayer("friends", second.build().graph(), List.of());
    }

    private static List<String> ties(Network network, String layer) {
        Graph graph = network.graph(layer);
        return IntStream.range(0, graph.arcs())
                .mapToObj(a -> network.label(graph.source(a)) + ">" + network.label(graph.target(a))
                        + network.arcColumn(layer, Network.WEIGHT)
                                .map(w -> " " + w.doubleAt(a))
                                .orElse(""))
                .toList();
    }

    @Test
    void theGiantComponentHangsTogetherByTiesOfAnyDirection() {
        Network weak = new GiantComponent()
                .apply(new GiantComponent.Parameters(GiantComponent.Connection.WEAK), people(), random);
        assertEquals(
                List.of("anna>ben 1.0", "ben>clara 2.0", "clara>anna 3.0", "clara>dora 4.0"), ties(weak, "advice"));
        assertEquals(List.of(), ties(weak, "friends")); // emil is not in it
        Network strong = new GiantComponent()
                .apply(new GiantComponent.Parameters(GiantComponent.Connection.STRONG), people(), random);
        assertEquals(List.of("anna>ben 1.0", "ben>clara 2.0", "clara>anna 3.0"), ties(strong, "advice"));
        assertEquals("years", strong.nodeColumn("age").orElseThrow().unit());
    }

    @Test
    void everybodyInTheCoreHasThatManyNeighboursInIt() {
        Network two = new Core().apply(new Core.Parameters(2), people(), random);
        assertEquals(3, two.nodes());
        assertEquals(
                6, new Core().apply(new Core.Parameters(1), people(), random).nodes());
        assertEquals(
                0, new Core().apply(new Core.Parameters(3), people(), random).nodes());
    }

    @Test
    void anEgoNetworkReachesAsFarAsItsRadius() {
        EgoNetwork ego = new EgoNetwork();
        assertEquals(
                List.of("ben>clara 2.0", "clara>dora 4.0"),
                ties(ego.apply(new EgoNetwork.Parameters("dora", 2, EgoNetwork.Steps.IN), people(), random), "advice"));
        assertEquals(
                1,
                ego.apply(new EgoNetwork.Parameters("dora", 5, EgoNetwork.Steps.OUT), people(), random)
                        .nodes());
        Network both = ego.apply(new EgoNetwork.Parameters("dora", 1, EgoNetwork.Steps.BOTH), people(), random);
        assertEquals(List.of("clara>dora 4.0"), ties(both, "advice"));
        InputException unknown = assertThrows(
                InputException.class,
                () -> ego.apply(new EgoNetwork.Parameters("gerd", 1, EgoNetwork.Steps.BOTH), people(), random));
        assertEquals(
                "There is no node 'gerd' in the network of 6 nodes; node takes an identifier such as 'anna'",
                unknown.getMessage());
    }

    @Test
    void filtersKeepWhatMeetsTheirCondition() {
        FilterNodes nodes = new FilterNodes();
        Condition older = new Condition.Range(Optional.of(30.0), Optional.of(60.0));
        assertEquals(
                List.of("ben>clara 2.0"),
                ties(nodes.apply(new FilterNodes.Parameters("age", older), people(), random), "advice"));
        assertEquals(
                1,
                nodes.apply(new FilterNodes.Parameters("age", new Condition.Missing()), people(), random)
                        .nodes());
        assertEquals(
                2,
                nodes.apply(
                                new FilterNodes.Parameters("id", new Condition.OneOf(List.of("ben", "emil", "x"))),
                                people(),
                                random)
                        .nodes());
        assertEquals(
                1,
                nodes.apply(new FilterNodes.Parameters("age", new Condition.Equals("40")), people(), random)
                        .nodes());
        FilterTies ties = new FilterTies();
        Network strong = ties.apply(
                new FilterTies.Parameters(
                        "weight", new Condition.Range(Optional.of(3.0), Optional.empty()), Optional.empty()),
                people(),
                random);
        assertEquals(6, strong.nodes());
        assertEquals(List.of("clara>anna 3.0", "clara>dora 4.0", "emil>fritz 5.0"), ties(strong, "advice"));
        assertEquals(List.of("dora>emil", "emil>dora"), ties(strong, "friends"));
        assertEquals(
                "There is no arc column 'colour'; there is weight",
                assertThrows(
                                InputException.class,
                                () -> ties.apply(
                                        new FilterTies.Parameters("colour", new Condition.Present(), Optional.empty()),
                                        people(),
                                        random))
                        .getMessage());
        assertThrows(
                InputException.class,
                () -> nodes.apply(new FilterNodes.Parameters("age", new Condition.Equals("old")), people(), random));
        assertThrows(IllegalArgumentException.class, () -> new Condition.Range(Optional.empty(), Optional.empty()));
    }

    @Test
    void reversedTwiceIsTheSame() {
        Network reversed = new Reverse().apply(new None(), people(), random);
        assertEquals(
                List.of("anna>clara 3.0", "ben>anna 1.0", "clara>ben 2.0", "dora>clara 4.0", "fritz>emil 5.0"),
                ties(reversed, "advice"));
        assertArrayEquals(
                people().sha256(),
                new Reverse().apply(new None(), reversed, random).sha256());
    }

    @Test
    void mutualTiesHaveArcsEitherWayOrBothWays() {
        GraphBuilder builder = new GraphBuilder(3, true);
        builder.add(0, 1, 2);
        builder.add(1, 0, 5);
        builder.add(2, 1, 7);
        GraphBuilder.Built built = builder.build();
        Network network = Network.of(built.graph())
                .withArcColumn(Column.doubles(Network.WEIGHT, "", built.weights()))
                .withArcColumn(Column.texts("kind", new String[] {"a", "b", "c"}));
        Network any = new Symmetrise()
                .apply(new Symmetrise.Parameters(Symmetrise.Ties.ANY, Symmetrise.Weights.SUM), network, random);
        assertFalse(any.graph().isDirected());
        assertEquals(List.of("0>1 7.0", "1>0 7.0", "1>2 7.0", "2>1 7.0"), ties(any, Network.FIRST_LAYER));
        assertEquals("a", any.arcColumn("kind").orElseThrow().textAt(1));
        assertEquals("c", any.arcColumn("kind").orElseThrow().textAt(2));
        Network both = new Symmetrise()
                .apply(new Symmetrise.Parameters(Symmetrise.Ties.BOTH, Symmetrise.Weights.SMALLEST), network, random);
        assertEquals(List.of("0>1 2.0", "1>0 2.0"), ties(both, Network.FIRST_LAYER));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSimpleNetworkCountsItsParallelTies(boolean directed) {
        GraphBuilder builder = new GraphBuilder(3, directed).keepLoops().duplicates(GraphBuilder.Duplicates.KEEP);
        builder.add(0, 1, 1);
        builder.add(0, 1, 2);
        builder.add(1, 2, 4);
        builder.add(2, 2, 8);
        GraphBuilder.Built built = builder.build();
        Network network = Network.of(built.graph()).withArcColumn(Column.doubles(Network.WEIGHT, "", built.weights()));
        Network simple = new Simplify().apply(new None(), network, random);
        assertTrue(simple.graph().isSimple());
        assertEquals(
                directed ? List.of("0>1 3.0", "1>2 4.0") : List.of("0>1 3.0", "1>0 3.0", "1>2 4.0", "2>1 4.0"),
                ties(simple, Network.FIRST_LAYER));
        Column multiplicity = simple.arcColumn(Simplify.MULTIPLICITY).orElseThrow();
        assertEquals(2, multiplicity.longAt(0));
        assertEquals(1, multiplicity.longAt(multiplicity.size() - 1));
        assertEquals(1.0, simple.facts().get("self-loops left out"));
        assertEquals(1.0, simple.facts().get("parallel ties merged"));
    }

    @Test
    void samplesHaveTheSizeAskedFor() {
        GraphBuilder ring = new GraphBuilder(100, false);
        IntStream.range(0, 100).forEach(v -> ring.add(v, (v + 1) % 100));
        Network network = Network.of(ring.build().graph());
        Sample sample = new Sample();
        assertEquals(
                30,
                sample.apply(new Sample.Parameters(new Sample.Nodes(0.3)), network, random)
                        .nodes());
        Network ties = sample.apply(new Sample.Parameters(new Sample.Ties(0.25)), network, random);
        assertEquals(50, ties.graph().arcs());
        assertEquals(
                0,
                IntStream.range(0, ties.nodes())
                        .filter(v -> ties.graph().outDegree(v) == 0)
                        .count());
        // A snowball on a ring is one arc of it; a fire that spreads hardly ever is many.
        Network ball = sample.apply(new Sample.Parameters(new Sample.Snowball(0.4, 1)), network, random);
        assertEquals(40, ball.nodes());
        assertEquals(39, ball.graph().edges());
        Network fire = sample.apply(new Sample.Parameters(new Sample.ForestFire(0.4, 0)), network, random);
        assertEquals(40, fire.nodes());
        assertTrue(fire.graph().edges() < 30, () -> fire.graph().toString());
        assertEquals(
                0,
                sample.apply(new Sample.Parameters(new Sample.Nodes(0)), network, random)
                        .nodes());
        assertEquals(
                100,
                sample.apply(new Sample.Parameters(new Sample.ForestFire(1, 0.7)), network, random)
                        .nodes());
    }

    @Test
    void aFireBurnsAsManyNeighboursAsItsLawSays() {
        // From the middle of a star with 1,000 leaves, at p = 0.5, one leaf catches fire in the mean, and never comes
        // back.
        GraphBuilder star = new GraphBuilder(1001, true);
        IntStream.range(1, 1001).forEach(leaf -> star.add(0, leaf));
        Network network = Network.of(star.build().graph());
        double burned = 0;
        int runs = 4000;
        for (int run = 0; run < runs; run++) {
            RandomStream stream = new RandomStream(run);
            Network two =
                    new Sample().apply(new Sample.Parameters(new Sample.ForestFire(2 / 1001.0, 0.5)), network, stream);
            burned += two.graph().arcs();
        }
        // Two nodes are tied when the fire begins in the middle (1 in 1,001) and spreads (1/2), or at a leaf and
        // spreads to the middle (1/2).
        assertEquals(0.5, burned / runs, 4 * Math.sqrt(0.25 / runs));
    }

    @Test
    void rewiringKeepsEveryDegree() {
        GraphBuilder builder = new GraphBuilder(50, true);
        RandomStream draws = new RandomStream(3);
        for (int i = 0; i < 200; i++) {
            builder.add(draws.nextInt(50), draws.nextInt(50));
        }
        Network network = Network.of(builder.build().graph());
        Network rewired = new Rewire().apply(new Rewire.Parameters(10), network, random);
        assertArrayEquals(Degrees.out(network.graph()), Degrees.out(rewired.graph()));
        for (int v = 0; v < 50; v++) {
            assertEquals(network.graph().inDegree(v), rewired.graph().inDegree(v));
        }
        assertFalse(network.graph().equals(rewired.graph()));
    }

    @Test
    void twoCliquesAreTwoCommunities() {
        GraphBuilder builder = new GraphBuilder(8, false);
        for (int u = 0; u < 4; u++) {
            for (int v = u + 1; v < 4; v++) {
                builder.add(u, v);
                builder.add(u + 4, v + 4);
            }
        }
        builder.add(3, 4);
        Network found = new DetectCommunities()
                .apply(
                        new DetectCommunities.Parameters("part"),
                        Network.of(builder.build().graph()),
                        random);
        Column part = found.nodeColumn("part").orElseThrow();
        assertArrayEquals(new double[] {0, 0, 0, 0, 1, 1, 1, 1}, part.toDoubles());
        // Q = 12/13 − 2 (13/26)²
        assertEquals(12 / 13.0 - 0.5, found.facts().get("modularity"), 1e-12);
    }

    @Test
    void peopleAreTiedByTheVenuesTheyShare() {
        // Three people at the first venue, two of them also at the second.
        GraphBuilder builder = new GraphBuilder(5, false);
        builder.add(0, 3);
        builder.add(1, 3);
        builder.add(2, 3);
        builder.add(0, 4);
        builder.add(1, 4);
        String[] modes = {"person", "person", "person", "venue", "venue"};
        Network network = Network.of(builder.build().graph())
                .withNodeColumn(Column.texts(Network.MODE, modes))
                .withNodeColumn(Column.texts(Network.ID, new String[] {"a", "b", "c", "x", "y"}));
        Network shared = new Project().apply(new Project.Parameters("person", Project.Weights.SHARED), network, random);
        assertEquals(
                List.of("a>b 2.0", "a>c 1.0", "b>a 2.0", "b>c 1.0", "c>a 1.0", "c>b 1.0"),
                ties(shared, Network.FIRST_LAYER));
        Network newman = new Project().apply(new Project.Parameters("person", Project.Weights.NEWMAN), network, random);
        assertEquals("a>b 1.5", ties(newman, Network.FIRST_LAYER).get(0));
        assertEquals("a>c 0.5", ties(newman, Network.FIRST_LAYER).get(1));
        Network venues = new Project().apply(new Project.Parameters("venue", Project.Weights.SHARED), network, random);
        assertEquals(List.of("x>y 2.0", "y>x 2.0"), ties(venues, Network.FIRST_LAYER));
        assertEquals(
                "There is no mode 'town'; there is person, venue",
                assertThrows(
                                InputException.class,
                                () -> new Project()
                                        .apply(new Project.Parameters("town", Project.Weights.SHARED), network, random))
                        .getMessage());
    }
}
