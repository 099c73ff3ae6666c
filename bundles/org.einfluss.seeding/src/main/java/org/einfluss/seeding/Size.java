package org.einfluss.seeding;

import java.util.Optional;
import org.einfluss.api.Param;

/**
 * How many nodes a seeding takes: a number, or as many as money buys.
 *
 * <p>Addressing node i costs c_f(α + f_i) for its f_i followers (out-degree): a price per follower and α times that for winning somebody at all (E. Bakshy,
 * J. M. Hofman, W. A. Mason and D. J. Watts 2011, doi:10.1145/1935826.1935845). Where a node column holds what else a node costs, e_i in followers' worth, such as the effort by which it won
 * trust, the price is c_f(α + f_i + e_i). Every seeding offers nodes in its own order. Whoever costs more than
 * what is left is passed over, and the next is offered, until nobody is affordable or left. So seedings of equal budget spend the same up to
 * less than one node's price, but buy different numbers of nodes.
 */
public sealed interface Size permits Size.Count, Size.Budget, Size.Worth {
    /**
     * A number of nodes, whatever they would cost.
     *
     * @param nodes number of seeds
     */
    record Count(
            @Param(value = "Number of seeds", initial = "1", range = "[0,inf)", unit = "nodes")
            int nodes) implements Size {}

    /**
     * As many nodes as an amount of money buys.
     *
     * @param amount the money
     * @param alpha α, the fixed cost of a seed
     * @param perFollower c_f, the price of a follower
     * @param price node column of e_i, what a node costs besides; empty: nothing
     */
    record Budget(
            @Param(value = "Budget", initial = "100", range = "[0,inf)", unit = "money")
            double amount,

            @Param(
                    value = "Fixed cost of a seed",
                    symbol = "α",
                    initial = "1000",
                    range = "[0,1e9]",
                    unit = "followers' worth")
            double alpha,

            @Param(
                    value = "Price of a follower",
                    symbol = "c_f",
                    initial = "0.01",
                    range = "[0,inf)",
                    unit = "money per follower")
            double perFollower,

            @Param(
                    value = "Column of further prices",
                    symbol = "e",
                    unit = "followers' worth",
                    help = "Node column of what a node costs besides; leave it out for nothing",
                    advanced = true)
            Optional<String> price)
            implements Size {
        /**
         * A budget where nodes cost nothing besides.
         *
         * @param amount the money
         * @param alpha α, the fixed cost of a seed
         * @param perFollower c_f, the price of a follower
         */
        public Budget(double amount, double alpha, double perFollower) {
            this(amount, alpha, perFollower, Optional.empty());
        }
    }

    /**
     * As many nodes as can be bought for what a number of average nodes costs. The price of a follower cancels, and a change of α alters prices in
     * relation to each other, not the number of average nodes that can be paid.
     *
     * @param nodes number of nodes of mean degree that the money would buy
     * @param alpha α, the fixed cost of a seed
     * @param price node column of e_i, what a node costs besides; average nodes cost nothing besides; empty: nothing
     */
    record Worth(
            @Param(value = "Budget in average nodes", initial = "10", range = "[0,inf)", unit = "nodes of mean degree")
            double nodes,

            @Param(
                    value = "Fixed cost of a seed",
                    symbol = "α",
                    initial = "1000",
                    range = "[0,1e9]",
                    unit = "followers' worth")
            double alpha,

            @Param(
                    value = "Column of further prices",
                    symbol = "e",
                    unit = "followers' worth",
                    help = "Node column of what a node costs besides; leave it out for nothing",
                    advanced = true)
            Optional<String> price)
            implements Size {
        /**
         * A budget where nodes cost nothing besides.
         *
         * @param nodes number of nodes of mean degree that the money would buy
         * @param alpha α, the fixed cost of a seed
         */
        public Worth(double nodes, double alpha) {
            this(nodes, alpha, Optional.empty());
        }
    }
}
