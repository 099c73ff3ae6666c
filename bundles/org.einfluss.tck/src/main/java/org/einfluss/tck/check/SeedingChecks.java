package org.einfluss.tck.check;

import java.util.Arrays;
import java.util.Map;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.model.Campaign;
import org.einfluss.api.model.Schedule;
import org.einfluss.api.model.Seeding;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.graph.Network;
import org.einfluss.math.IntList;
import org.einfluss.math.Keys;
import org.einfluss.math.RandomStream;

/** The contract of a seeding, and of a campaign: whom to address, decided anew for every run. */
public final class SeedingChecks extends ComponentChecks {
    private static final int RUNS = 12;

    private final Planning planning;

    /** A seeding or campaign: prepares the choice on a network. */
    private interface Planning {
        Choice bind(Record parameters, Network network);
    }

    /** Draws one run's choice and tells it as numbers. */
    private interface Choice {
        /** Draws into something that is reused; allocates nothing. */
        void draw(RandomStream random);

        /** Returns what was drawn; throws when it is not valid. */
        int[] drawn();
    }

    /**
     * Makes the contract of one seeding.
     *
     * @param seeding the seeding
     * @param setup with what it is checked
     * @return the contract
     */
    @SuppressWarnings("unchecked") // every seeding takes the records that its own schema makes
    public static SeedingChecks of(Seeding<?> seeding, Setup setup) {
        Seeding<Record> typed = (Seeding<Record>) seeding;
        return new SeedingChecks(
                seeding,
                Kind.SEEDING,
                setup,
                (parameters, network) ->
                        new ChosenSeeds(typed.bind(parameters, network, Progress.NONE), network.nodes()));
    }

    /**
     * Makes the contract of one campaign.
     *
     * @param campaign the campaign
     * @param setup with what it is checked
     * @return the contract
     */
    @SuppressWarnings("unchecked") // every campaign takes the records that its own schema makes
    public static SeedingChecks of(Campaign<?> campaign, Setup setup) {
        Campaign<Record> typed = (Campaign<Record>) campaign;
        return new SeedingChecks(
                campaign,
                Kind.CAMPAIGN,
                setup,
                (parameters, network) -> new PlannedPushes(typed.bind(parameters, network), network.nodes()));
    }

    private SeedingChecks(Object component, Kind kind, Setup setup, Planning planning) {
        super(component, kind, setup);
        this.planning = planning;
        describedClause();
        parameterClauses();
        setup.networks()
                .forEach((name, network) -> clause(
                        "chooses on " + name,
                        "existing nodes, each seed once, or an InputException that says what the network lacks",
                        "check the size against the network in bind; choose without replacement",
                        () -> everyParameters(network, choice -> {
                            for (int run = 0; run < RUNS; run++) {
                                draw(choice, run);
                            }
                        })));
        clause(
                "chooses on something",
                "at least one network that is not refused",
                "override settings or equip so that the networks have what it needs",
                this::checkSomething);
        clause(
                "the same key gives the same choice",
                "the same choice, in the same order, from a fresh and from a used one with the same stream",
                "draw all randomness from the stream; carry nothing over from run to run",
                () -> everyNetwork((parameters, network) -> {
                    Choice used = planning.bind(parameters, network);
                    draw(used, 7);
                    draw(used, 8);
                    int[] again = draw(used, 7);
                    if (!Arrays.equals(draw(planning.bind(parameters, network), 7), again)) {
                        throw new Violation("another choice from the same key with " + parameters);
                    }
                }));
        clause(
                "two workers never interfere",
                "the same choices whether or not another one draws in between",
                "keep scratch in what bind returns, not in the component",
                () -> everyNetwork((parameters, network) -> {
                    int[] alone = draw(planning.bind(parameters, network), 9);
                    Choice one = planning.bind(parameters, network);
                    Choice other = planning.bind(parameters, network);
                    draw(other, 10);
                    one.draw(stream(9));
                    other.draw(stream(10));
                    if (!Arrays.equals(alone, one.drawn())) {
                        throw new Violation("another choice beside another worker with " + parameters);
                    }
                }));
        clause(
                "a draw allocates nothing",
                "0 bytes allocated by draw once warmed up",
                "allocate scratch in bind; no boxing, no streams",
                () -> everyNetwork((parameters, network) -> {
                    Choice choice = planning.bind(parameters, network);
                    RandomStream random = new RandomStream(0);
                    long bytes = Allocation.least(() -> {
                        for (int run = 0; run < RUNS; run++) {
                            choice.draw(random.restart(Keys.mix(setup.key(), run)));
                        }
                    });
                    if (bytes > 0) {
                        throw new Violation(bytes + " bytes in " + RUNS + " draws with " + parameters);
                    }
                }));
    }

    private interface Each {
        void check(Record parameters, Network network);
    }

    private interface EachChoice {
        void check(Choice choice);
    }

    private void everyNetwork(Each check) {
        for (Record parameters : parameters()) {
            for (Map.Entry<String, Network> network : setup.networks().entrySet()) {
                try {
                    check.check(parameters, network.getValue());
                } catch (InputException refused) {
                    // a clause of its own sees that not every network is refused
                } catch (Violation violation) {
                    throw new Violation("on " + network.getKey() + ": " + violation.getMessage());
                }
            }
        }
    }

    private void everyParameters(Network network, EachChoice check) {
        for (Record parameters : parameters()) {
            Choice choice;
            try {
                choice = planning.bind(parameters, network);
            } catch (InputException refused) {
                continue; // a sentence for the user is an answer, too
            }
            check.check(choice);
        }
    }

    private void checkSomething() {
        for (Network network : setup.networks().values()) {
            try {
                planning.bind(parameters().get(0), network);
                return;
            } catch (InputException refused) {
                // perhaps the next one will do
            }
        }
        throw new Violation("every network is refused");
    }

    private RandomStream stream(int run) {
        return new RandomStream(Keys.mix(setup.key(), run));
    }

    private int[] draw(Choice choice, int run) {
        choice.draw(stream(run));
        return choice.drawn();
    }

    private static final class ChosenSeeds implements Choice {
        private final Seeding.Seeds seeds;
        private final int nodes;
        private final IntList into = new IntList();

        ChosenSeeds(Seeding.Seeds seeds, int nodes) {
            this.seeds = seeds;
            this.nodes = nodes;
        }

        @Override
        public void draw(RandomStream random) {
            into.clear();
            seeds.draw(random, into);
        }

        @Override
        public int[] drawn() {
            int[] chosen = into.toArray();
            boolean[] seen = new boolean[nodes];
            for (int node : chosen) {
                if (node < 0 || node >= nodes) {
                    throw new Violation("seed " + node + " on a network of " + nodes + " nodes");
                }
                if (seen[node]) {
                    throw new Violation("seed " + node + " twice");
                }
                seen[node] = true;
            }
            return chosen;
        }
    }

    private static final class PlannedPushes implements Choice {
        private final Campaign.Pushes pushes;
        private final int nodes;
        private final Schedule into = new Schedule();

        PlannedPushes(Campaign.Pushes pushes, int nodes) {
            this.pushes = pushes;
            this.nodes = nodes;
        }

        @Override
        public void draw(RandomStream random) {
            into.clear();
            pushes.draw(random, into);
        }

        @Override
        public int[] drawn() {
            int[] told = new int[5 * into.size()];
            for (int i = 0; i < into.size(); i++) {
                if (into.node(i) < 0 || into.node(i) >= nodes) {
                    throw new Violation("a push to node " + into.node(i) + " on a network of " + nodes + " nodes");
                }
                if (into.step(i) < 0 || into.source(i) < 0 || into.kind(i) < 0) {
                    throw new Violation("push " + i + " at step " + into.step(i) + " from source " + into.source(i)
                            + " of kind " + into.kind(i) + "; none of them is negative");
                }
                told[5 * i] = into.step(i);
                told[5 * i + 1] = into.node(i);
                told[5 * i + 2] = into.source(i);
                told[5 * i + 3] = into.kind(i);
                told[5 * i + 4] = into.isPaid(i) ? 1 : 0;
            }
            return told;
        }
    }
}
