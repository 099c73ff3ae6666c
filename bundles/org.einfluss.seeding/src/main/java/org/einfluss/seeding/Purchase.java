package org.einfluss.seeding;

import org.einfluss.api.InputException;
import org.einfluss.api.model.Seeding.Seeds;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;

/** The buying of seeds one after another, none for more than what is left. Allocates nothing after its making; owned by one worker. */
final class Purchase {
    /** Sums of prices that equal the budget but for rounding are within it. */
    private static final double ROUNDING = 1 + 1e-12;

    private final Graph graph;
    private final double amount;
    private final double fixed;
    private final double perFollower;
    private final int fewestFollowers;
    private int bought;
    private long followers;

    private Purchase(Graph graph, double amount, double fixed, double perFollower) {
        this.graph = graph;
        this.amount = amount * ROUNDING;
        this.fixed = fixed;
        this.perFollower = perFollower;
        int fewest = graph.nodes() == 0 ? 0 : Integer.MAX_VALUE;
        for (int v = 0; v < graph.nodes(); v++) {
            fewest = Math.min(fewest, graph.outDegree(v));
        }
        fewestFollowers = fewest;
    }

    /**
     * Prepares the purchase that a size asks for.
     *
     * @param size what is asked for
     * @param network the network
     * @param candidates how many nodes there are to choose from
     * @throws InputException when a number of seeds is asked for that is not there; a budget may stay unspent
     */
    static Purchase of(Size size, Network network, int candidates) {
        Graph graph = network.graph();
        if (size instanceof Size.Budget budget) {
            return new Purchase(graph, budget.amount(), budget.alpha() * budget.perFollower(), budget.perFollower());
        }
        if (size instanceof Size.Worth worth) {
            double average = worth.alpha() + (graph.nodes() == 0 ? 0 : graph.meanDegree());
            return new Purchase(graph, worth.nodes() * average, worth.alpha(), 1);
        }
        return new Purchase(graph, checked((Size.Count) size, candidates), 1, 0);
    }

    /** Refuses a number of seeds that is not there. */
    static int checked(Size.Count count, int candidates) {
        if (count.nodes() > candidates) {
            throw new InputException("Seeding asks for " + count.nodes() + " seeds, but there are " + candidates
                    + " nodes to choose from; ask for at most " + candidates);
        }
        return count.nodes();
    }

    /**
     * Makes the seeding that buys nodes in an order.
     *
     * @param size what is asked for
     * @param network the network
     * @param order offers nodes, each once; owned by the result
     * @param candidates how many nodes the order has
     */
    static Seeds seeds(Size size, Network network, Order order, int candidates) {
        Purchase purchase = of(size, network, candidates);
        return (random, into) -> {
            order.begin(random);
            purchase.begin();
            while (!purchase.isDone()) {
                int node = order.next();
                if (node < 0) {
                    return;
                }
                if (purchase.buys(node)) {
                    into.add(node);
                }
            }
        };
    }

    void begin() {
        bought = 0;
        followers = 0;
    }

    /** Returns whether not even the cheapest node could be bought now. */
    boolean isDone() {
        return cost(fewestFollowers) > amount;
    }

    /** Buys the node if it is affordable. */
    boolean buys(int node) {
        int audience = graph.outDegree(node);
        if (cost(audience) > amount) {
            return false;
        }
        bought++;
        followers += audience;
        return true;
    }

    /** Computed from whole numbers, so that the order of buying cannot matter. */
    private double cost(int audience) {
        return fixed * (bought + 1) + perFollower * (followers + audience);
    }
}
