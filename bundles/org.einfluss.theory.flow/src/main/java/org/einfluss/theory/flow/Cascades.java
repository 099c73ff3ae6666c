package org.einfluss.theory.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.model.Run;
import org.einfluss.api.study.Events;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.graph.Network;

/** Goes through cascades one by one, those of a dataset's log or those of a design point's runs. */
final class Cascades {
    private Cascades() {}

    /** Is given one cascade after another. */
    interface Reader {
        /**
         * Reads a cascade.
         *
         * @param network the network it ran on
         * @param unit number of the unit of inference: the cascade of a dataset, the network draw (run, on one network) of a study
         * @param time by node its time of adoption, infinite for those that did not adopt; valid during the call
         * @param order adopters in the order of time
         * @param size number of adopters
         * @param isSeed by node whether it was chosen as a seed; all false for datasets
         */
        void read(Network network, int unit, double[] time, int[] order, int size, boolean[] isSeed);
    }

    /** The cascade that is being collected. */
    private static final class Present {
        private final double[] time;
        private final int[] order;
        private final boolean[] isSeed;
        private int size;

        Present(int nodes) {
            time = new double[nodes];
            Arrays.fill(time, Double.POSITIVE_INFINITY);
            order = new int[nodes];
            isSeed = new boolean[nodes];
        }

        void add(int node, double at, boolean seed) {
            if (time[node] == Double.POSITIVE_INFINITY) { // a repetition is no second adoption
                time[node] = at;
                order[size++] = node;
                isSeed[node] = seed;
            }
        }

        void end(Network network, int unit, Reader reader) {
            if (size > 0) {
                reader.read(network, unit, time, order, size, isSeed);
            }
            for (int i = 0; i < size; i++) {
                time[order[i]] = Double.POSITIVE_INFINITY;
                isSeed[order[i]] = false;
            }
            size = 0;
        }
    }

    /** The log that an analysis reads: the named one, or the only one. */
    static AdoptionLog log(Dataset dataset, Optional<String> name) {
        if (dataset.logs().isEmpty()) {
            throw new InputException(
                    "Dataset '" + dataset.descriptor().title()
                            + "' has no log of adoptions, which this analysis reads; choose a dataset with cascades or times of adoption");
        }
        if (name.isEmpty()) {
            return dataset.logs().get(0);
        }
        return dataset.log(name.orElseThrow())
                .orElseThrow(() -> new InputException("Dataset '"
                        + dataset.descriptor().title() + "' has no log '" + name.orElseThrow() + "'; its logs are "
                        + dataset.logs().stream().map(AdoptionLog::name).toList()));
    }

    static void read(Dataset dataset, AdoptionLog log, Progress progress, Reader reader) {
        Present present = new Present(dataset.network().nodes());
        for (int i = 0; i < log.size(); i++) {
            if ((i & 1023) == 0) {
                progress.report(i, log.size(), "adoptions");
                progress.checkCancelled();
            }
            if (i > 0 && log.cascade()[i] != log.cascade()[i - 1]) {
                present.end(dataset.network(), log.cascade()[i - 1], reader);
            }
            present.add(log.node()[i], log.time()[i], false);
        }
        if (log.size() > 0) {
            present.end(dataset.network(), log.cascade()[log.size() - 1], reader);
        }
    }

    /** What a plan lacks for reading cascades. */
    static List<String> needs(Plan plan) {
        return plan.recording() == Plan.Recording.LOG
                ? List.of()
                : List.of(
                        "This analysis reads the adoption log, but the study records none; set 'recording: log' in the experiment.");
    }

    static void read(Study study, int point, Progress progress, Reader reader) {
        Plan plan = study.plan();
        if (point < 0 || point >= plan.points().size()) {
            throw new InputException(
                    "The study has design points 0 to " + (plan.points().size() - 1) + ", asked for " + point);
        }
        int configuration = plan.points().get(point).network();
        boolean fixed = plan.networks().get(configuration).draws() == 1;
        IntFunction<Network> networks = draw -> study.network(configuration, draw);
        try (Events events = study.events()) {
            int draw = -1;
            int run = -1;
            Network network = null;
            Present present = null;
            while (events.next()) {
                if (events.point() != point) {
                    continue;
                }
                if (events.draw() != draw || events.run() != run) {
                    progress.checkCancelled();
                    if (present != null) {
                        present.end(network, fixed ? run : draw, reader);
                    }
                    if (events.draw() != draw) {
                        network = networks.apply(events.draw());
                        present = new Present(network.nodes());
                    }
                    draw = events.draw();
                    run = events.run();
                }
                if (events.to() == 1) {
                    present.add(events.node(), events.time(), events.cause() == Run.SEED);
                }
            }
            if (present != null) {
                present.end(network, fixed ? run : draw, reader);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The log of the study cannot be read", unreadable);
        }
    }
}
