package org.einfluss.seeding;

import java.util.Optional;
import org.einfluss.api.InputException;
import org.einfluss.api.model.Seeding.Seeds;
import org.einfluss.graph.Column;
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
    /** By node what it costs besides, in followers' worth. */
    private final double[] besides;

    /** What the cheapest node's followers and further price are worth. */
    private final double cheapest;

    private int bought;
    private double worth;

    private Purchase(Network network, double amount, double fixed, double perFollower, double[] besides) {
        graph = network.graph();
        this.amount = amount * ROUNDING;
        this.fixed = fixed;
        this.perFollower = perFollower;
        this.besides = besides;
        double least = graph.nodes() == 0 ? 0 : Double.POSITIVE_INFINITY;
        for (int v = 0; v < graph.nodes(); v++) {
            least = Math.min(least, worth(v));
        }
        cheapest = least;
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
            double fixed = budget.alpha() * budget.perFollower();
            return new Purchase(network, budget.amount(), fixed, budget.perFollower(), prices(budget.price(), network));
        }
        if (size instanceof Size.Worth worth) {
            double average = worth.alpha() + (graph.nodes() == 0 ? 0 : graph.meanDegree());
            return new Purchase(network, worth.nodes() * average, worth.alpha(), 1, prices(worth.price(), network));
        }
        return new Purchase(network, checked((Size.Count) size, candidates), 1, 0, new double[graph.nodes()]);
    }

    /** Reads what each node costs besides; 0 for all where no column is named. */
    static double[] prices(Optional<String> column, Network network) {
        double[] price = new double[network.nodes()];
        if (column.isEmpty()) {
            return price;
        }
        Column named = network.nodeColumn(column.get())
                .filter(found -> found.type() != Column.Type.TEXT)
                .orElseThrow(() -> new InputException("The network has no node column of numbers '" + column.get()
                        + "' of prices; it has "
                        + network.nodeColumns().stream().map(Column::name).toList()
                        + ". Name one of these, or leave the column of prices out"));
        for (int v = 0; v < price.length; v++) {
            price[v] = named.isMissing(v) ? Double.NaN : named.doubleAt(v);
            if (!(price[v] >= 0 && price[v] < Double.POSITIVE_INFINITY)) {
                throw new InputException("Node " + network.label(v) + " has the price " + price[v] + " in column '"
                        + column.get() + "'; a price must be a number of at least 0");
            }
        }
        return price;
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
        worth = 0;
    }

    /** Returns whether not even the cheapest node could be bought now. */
    boolean isDone() {
        return cost(cheapest) > amount;
    }

    /** Buys the node if it is affordable. */
    boolean buys(int node) {
        double more = worth(node);
        if (cost(more) > amount) {
            return false;
        }
        bought++;
        worth += more;
        return true;
    }

    private double worth(int node) {
        return graph.outDegree(node) + besides[node];
    }

    /** Without further prices computed from whole numbers, so that the order of buying cannot matter. */
    private double cost(double more) {
        return fixed * (bought + 1) + perFollower * (worth + more);
    }
}
