package org.einfluss.graph.generate;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.math.AliasTable;
import org.einfluss.math.CompensatedSum;
import org.einfluss.math.RandomStream;

/**
 * Draws networks of communities whose degrees and sizes both follow power laws.
 *
 * <p>A. Lancichinetti, S. Fortunato and F. Radicchi 2008, Benchmark graphs for testing community detection algorithms
 * (doi:10.1103/PhysRevE.78.046110). Degrees follow p_k ∝ k^−τ₁ up to a largest one, community sizes p_s ∝ s^−τ₂ between
 * two bounds. A node of degree k has k − X ties in its community, where X is μk rounded up or down at random so that its
 * mean is μk. Both kinds of ties are paired at random; pairs that are no simple tie, and ties between communities that
 * turn out inside one, exchange an end with another tie of their kind.
 *
 * <p>Where we differ: the paper rounds the smallest degree, here its weight is reduced so that the mean degree is met in
 * expectation; and nodes are given to communities in descending order of what they need inside, each in proportion to
 * the places left in those large enough, instead of being moved until all fit. The realised mixing is a fact of the
 * network, since implementations differ in it.
 */
public final class Lfr {
    /** Fact: mean over nodes with ties of the share of their ties that leave the own community. */
    public static final String MIXING = "mean-mixing";
    /** Fact: number of communities. */
    public static final String COMMUNITIES = "communities";

    private static final int ATTEMPTS = 100;
    private static final int EXCHANGES_PER_TIE = 200;
    private static final int LARGEST_ARCS = 1 << 29;

    private final Shape shape;
    private final RandomStream random;
    private final int[] degree;
    private final int[] inside;
    private final int[] community;

    /**
     * What is drawn.
     *
     * @param nodes number of nodes n, at least 1
     * @param meanDegree mean degree z, from 1 to {@code largestDegree}
     * @param largestDegree largest degree
     * @param degreeExponent τ₁, in [0, 20]
     * @param sizeExponent τ₂, in [0, 20]
     * @param smallestCommunity fewest nodes of a community, at least 1
     * @param largestCommunity most nodes of a community
     * @param mixing share μ of a node's ties that leave its community, in [0, 1]
     */
    public record Shape(
            int nodes,
            double meanDegree,
            int largestDegree,
            double degreeExponent,
            double sizeExponent,
            int smallestCommunity,
            int largestCommunity,
            double mixing) {
        /**
         * Checks that such a network can exist.
         *
         * @param nodes number of nodes
         * @param meanDegree mean degree
         * @param largestDegree largest degree
         * @param degreeExponent exponent of the degrees
         * @param sizeExponent exponent of the community sizes
         * @param smallestCommunity fewest nodes of a community
         * @param largestCommunity most nodes of a community
         * @param mixing share of ties that leave the community
         */
        public Shape {
            if (!(meanDegree >= 1 && meanDegree <= largestDegree && largestDegree < nodes)) {
                throw new IllegalArgumentException(
                        "Mean degree, largest degree and nodes must satisfy 1 <= z <= largest"
                                + " degree < nodes, were " + meanDegree + ", " + largestDegree + ", " + nodes);
            }
            if (meanDegree * nodes > LARGEST_ARCS) {
                throw new IllegalArgumentException("About " + meanDegree * nodes + " arcs are asked for, at most "
                        + LARGEST_ARCS + " can be drawn; choose fewer nodes or a smaller degree");
            }
            if (!(degreeExponent >= 0 && degreeExponent <= 20 && sizeExponent >= 0 && sizeExponent <= 20)) {
                throw new IllegalArgumentException(
                        "Exponents must lie in [0, 20], were " + degreeExponent + " and " + sizeExponent);
            }
            if (!(mixing >= 0 && mixing <= 1)) {
                throw new IllegalArgumentException("Mixing must lie in [0, 1], was " + mixing);
            }
            degreeWeights(meanDegree, largestDegree, degreeExponent);
            if (smallestCommunity < 1 || largestCommunity < smallestCommunity || largestCommunity > nodes) {
                throw new IllegalArgumentException("Community sizes must satisfy 1 <= smallest <= largest <= nodes,"
                        + " were " + smallestCommunity + ", " + largestCommunity + ", " + nodes);
            }
            if ((long) (nodes / smallestCommunity) * largestCommunity < nodes) {
                throw new IllegalArgumentException(nodes + " nodes cannot be divided into communities of "
                        + smallestCommunity + " to " + largestCommunity + "; widen the bounds");
            }
            if (StrictMath.ceil((1 - mixing) * largestDegree - 1e-9) > largestCommunity - 1) {
                throw new IllegalArgumentException("A node of degree " + largestDegree + " has up to "
                        + (long) StrictMath.ceil((1 - mixing) * largestDegree - 1e-9)
                        + " ties inside its community, which has at most " + largestCommunity
                        + " nodes; enlarge the largest community or reduce the largest degree");
            }
            if (mixing > 0 && nodes / 2 < smallestCommunity) {
                throw new IllegalArgumentException(
                        "Communities of at least " + smallestCommunity + " among " + nodes
                                + " nodes leave a single one, which no tie can leave; allow smaller ones or set the mixing to 0");
            }
        }
    }

    private Lfr(Shape shape, RandomStream random) {
        this.shape = shape;
        this.random = random;
        degree = new int[shape.nodes()];
        inside = new int[shape.nodes()];
        community = new int[shape.nodes()];
    }

    /**
     * Draws a network.
     *
     * @param shape what is drawn
     * @param random the stream drawn from
     * @return a simple undirected network with the node column {@link StochasticBlockModel#BLOCK} and the facts {@link
     *     #MIXING}, {@link #COMMUNITIES}, {@link ConfigurationModel#MEAN_DEGREE} and {@link
     *     ConfigurationModel#LOST_EDGES}
     * @throws IllegalArgumentException when communities large enough for the nodes of high degree hardly ever come out
     * @implNote about O(m + n · communities); one exchange per pair that cannot be a tie, more in dense communities
     */
    public static Network draw(Shape shape, RandomStream random) {
        return new Lfr(shape, random).draw();
    }

    private Network draw() {
        drawDegrees();
        int communities = divide();
        evenInside(communities);
        int edges = Arrays.stream(degree).sum() / 2;
        GraphBuilder builder = new GraphBuilder(degree.length, false, edges);
        PairSet ties = new PairSet(edges + 1);
        int lost = 0;
        int[][] members = members(communities);
        for (int c = 0; c < communities; c++) {
            lost += pair(stubs(members[c], inside), ties, builder, false);
        }
        int[] outside = new int[degree.length];
        for (int v = 0; v < degree.length; v++) {
            outside[v] = degree[v] - inside[v];
        }
        int[] everyone = new int[degree.length];
        Arrays.setAll(everyone, v -> v);
        lost += pair(stubs(everyone, outside), ties, builder, true);
        Graph graph = builder.build().graph();
        return Network.of(graph)
                .withNodeColumn(Column.integers(StochasticBlockModel.BLOCK, "", community)
                        .withMeaning("community of the node"))
                .withFact(MIXING, "share of a node's ties", mixing(graph, community))
                .withFact(COMMUNITIES, "communities", communities)
                .withFact(ConfigurationModel.MEAN_DEGREE, "arcs per node", graph.meanDegree())
                .withFact(ConfigurationModel.LOST_EDGES, "edges", lost);
    }

    /**
     * Computes the mean over nodes with ties of the share of their ties that leave the own community.
     *
     * @param graph the ties
     * @param community community of each node; read only
     * @return the mean, NaN when nobody has a tie
     */
    static double mixing(Graph graph, int[] community) {
        CompensatedSum sum = new CompensatedSum();
        int tied = 0;
        for (int u = 0; u < graph.nodes(); u++) {
            int leaving = 0;
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                leaving += community[graph.target(a)] != community[u] ? 1 : 0;
            }
            if (graph.outDegree(u) > 0) {
                tied++;
                sum.add((double) leaving / graph.outDegree(u));
            }
        }
        return sum.value() / tied;
    }

    private void drawDegrees() {
        AliasTable law =
                new AliasTable(degreeWeights(shape.meanDegree(), shape.largestDegree(), shape.degreeExponent()));
        long sum = 0;
        for (int v = 0; v < degree.length; v++) {
            degree[v] = law.sample(random);
            sum += degree[v];
        }
        if ((sum & 1) != 0) {
            int v = random.nextInt(degree.length);
            degree[v] += degree[v] < shape.largestDegree() ? 1 : -1;
        }
        for (int v = 0; v < degree.length; v++) {
            inside[v] = degree[v] - rounded(shape.mixing() * degree[v]);
        }
    }

    /** Rounds up or down at random so that the mean is kept; whole numbers stay in spite of rounding errors. */
    private int rounded(double value) {
        int floor = (int) StrictMath.floor(value + 1e-9);
        return floor + (random.nextDouble() < value - floor ? 1 : 0);
    }

    /** k^−τ₁ from the smallest degree on, whose own weight is reduced so that the mean is z. */
    private static double[] degreeWeights(double mean, int largest, double exponent) {
        double[] weight = new double[largest + 1];
        double total = 0;
        double moment = 0;
        for (int k = largest; k > 0; k--) {
            double own = StrictMath.exp(exponent * (StrictMath.log(largest) - StrictMath.log(k)));
            if (moment + k * own < mean * (total + own)) {
                weight[k] = (moment - mean * total) / (mean - k); // makes (moment + k w) / (total + w) the mean
                return weight;
            }
            weight[k] = own;
            total += own;
            moment += k * own;
        }
        if (moment > mean * total * (1 + 1e-12)) {
            throw new IllegalArgumentException("Degrees from 1 to " + largest + " with exponent " + exponent
                    + " have a mean of at least " + moment / total + ", a mean degree of " + mean
                    + " needs a larger exponent or a smaller largest degree");
        }
        return weight;
    }

    /** Draws community sizes and gives every node a community; returns how many there are. */
    private int divide() {
        int[] byNeed = byNeed();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int[] room = sizes();
            if (assign(byNeed, room)) {
                return room.length;
            }
        }
        throw new IllegalArgumentException("In " + ATTEMPTS + " attempts no communities came out that are large enough"
                + " for the nodes of high degree; enlarge the communities or reduce the largest degree");
    }

    /** Nodes in descending order of their ties inside, equal ones in random order. */
    private int[] byNeed() {
        int[] order = new int[degree.length];
        Arrays.setAll(order, v -> v);
        random.shuffle(order, 0, order.length);
        int[] begin = new int[shape.largestDegree() + 2];
        for (int need : inside) {
            begin[shape.largestDegree() - need + 1]++;
        }
        for (int i = 1; i < begin.length; i++) {
            begin[i] += begin[i - 1];
        }
        int[] sorted = new int[order.length];
        for (int v : order) {
            sorted[begin[shape.largestDegree() - inside[v]]++] = v;
        }
        return sorted;
    }

    private int[] sizes() {
        int smallest = shape.smallestCommunity();
        int largest = shape.largestCommunity();
        double[] weight = DoubleStream.iterate(smallest, s -> s <= largest, s -> s + 1)
                .map(s -> StrictMath.exp(-shape.sizeExponent() * StrictMath.log(s / smallest)))
                .toArray();
        AliasTable law = new AliasTable(weight);
        int[] size = new int[degree.length / smallest];
        int count = 0;
        int surplus = -degree.length;
        while (surplus < 0 && count < degree.length / smallest) { // there is no room for more: then the others grow
            size[count] = smallest + law.sample(random);
            surplus += size[count++];
        }
        while (surplus != 0) {
            int c = random.nextInt(count);
            int step = surplus > 0 ? -1 : 1;
            if (size[c] + step >= smallest && size[c] + step <= largest) {
                size[c] += step;
                surplus += step;
            }
        }
        return Arrays.copyOf(size, count);
    }

    /** Gives each node, the neediest first, one of the places left in communities of more nodes than it has ties inside. */
    private boolean assign(int[] byNeed, int[] size) {
        if (size.length == 1 && shape.mixing() > 0) {
            return false;
        }
        int[] begin = new int[shape.largestCommunity() + 2];
        for (int s : size) {
            begin[s + 1] += s;
        }
        for (int s = 1; s < begin.length; s++) {
            begin[s] += begin[s - 1];
        }
        int[] next = begin.clone();
        int[] bySize = new int[byNeed.length]; // one entry per place, in ascending order of the community's size
        for (int c = 0; c < size.length; c++) {
            Arrays.fill(bySize, next[size[c]], next[size[c]] += size[c], c);
        }
        int[] places = new int[byNeed.length];
        int open = 0;
        int opened = bySize.length;
        for (int v : byNeed) {
            while (opened > begin[Math.min(inside[v] + 1, begin.length - 1)]) {
                places[open++] = bySize[--opened];
            }
            if (open == 0) {
                return false;
            }
            int pick = random.nextInt(open);
            community[v] = places[pick];
            places[pick] = places[--open];
        }
        return true;
    }

    /** Makes the number of stubs inside each community even by turning one tie of a member inwards or outwards. */
    private void evenInside(int communities) {
        int[][] members = members(communities);
        for (int[] of : members) {
            int stubs = 0;
            for (int v : of) {
                stubs += inside[v];
            }
            if ((stubs & 1) == 0) {
                continue;
            }
            boolean inwards = random.nextBoolean(0.5);
            int start = random.nextInt(of.length);
            for (int i = 0; i < 2 * of.length; i++) {
                int v = of[(start + i) % of.length];
                // The second round goes the other way: an odd sum always has somebody with a tie inside.
                boolean turnedIn = inwards == i < of.length;
                if (turnedIn ? inside[v] < Math.min(degree[v], of.length - 1) : inside[v] > 0) {
                    inside[v] += turnedIn ? 1 : -1;
                    break;
                }
            }
            if (shape.mixing() == 0) {
                cutOutside(of);
            }
        }
    }

    /** Without mixing the odd tie is given up. */
    private void cutOutside(int[] members) {
        for (int v : members) {
            degree[v] = inside[v];
        }
    }

    private int[][] members(int communities) {
        int[] count = new int[communities];
        for (int c : community) {
            count[c]++;
        }
        int[][] members = new int[communities][];
        Arrays.setAll(members, c -> new int[count[c]]);
        for (int v = community.length - 1; v >= 0; v--) {
            members[community[v]][--count[community[v]]] = v;
        }
        return members;
    }

    private static int[] stubs(int[] nodes, int[] number) {
        int sum = 0;
        for (int v : nodes) {
            sum += number[v];
        }
        int[] stubs = new int[sum];
        int s = 0;
        for (int v : nodes) {
            for (int i = 0; i < number[v]; i++) {
                stubs[s++] = v;
            }
        }
        return stubs;
    }

    /** Pairs the stubs into ties and adds them; returns how many pairs could not be made ties. */
    private int pair(int[] stubs, PairSet ties, GraphBuilder builder, boolean across) {
        random.shuffle(stubs, 0, stubs.length);
        int pairs = stubs.length / 2;
        boolean[] made = new boolean[pairs];
        int lost = 0;
        for (int e = 0; e < pairs; e++) {
            made[e] = mayTie(stubs[2 * e], stubs[2 * e + 1], across) && ties.add(stubs[2 * e], stubs[2 * e + 1]);
        }
        for (int e = 0; e < pairs; e++) {
            for (int tries = EXCHANGES_PER_TIE; !made[e] && tries > 0; tries--) {
                exchange(stubs, ties, made, e, across);
            }
        }
        for (int e = 0; e < pairs; e++) {
            if (made[e]) {
                builder.add(stubs[2 * e], stubs[2 * e + 1]);
            } else {
                lost++;
            }
        }
        return lost;
    }

    /** Exchanges an end of a pair that is no tie with another pair's if both become ties. */
    private void exchange(int[] stubs, PairSet ties, boolean[] made, int e, boolean across) {
        int pick = random.nextInt(stubs.length);
        int f = pick >> 1;
        int a = stubs[2 * e];
        int b = stubs[2 * e + 1];
        int c = stubs[pick];
        int d = stubs[pick ^ 1];
        if (f == e || !mayTie(a, d, across) || !mayTie(c, b, across) || ties.contains(a, d) || ties.contains(c, b)) {
            return;
        }
        if (Math.min(a, d) == Math.min(c, b) && Math.max(a, d) == Math.max(c, b)) {
            return; // the same tie twice
        }
        if (made[f]) {
            ties.remove(c, d);
        }
        ties.add(a, d);
        ties.add(c, b);
        stubs[2 * e + 1] = d;
        stubs[pick ^ 1] = b;
        made[e] = true;
        made[f] = true;
    }

    private boolean mayTie(int u, int v, boolean across) {
        return u != v && (!across || community[u] != community[v]);
    }
}
