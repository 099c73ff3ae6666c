package org.einfluss.formats;

import java.io.IOException;
import java.util.List;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads logs of one format: onto a network that is there, or alone, where the nodes of the log become a network. Stateless. To be
 * registered as a {@link DatasetReader}; its contract test is the same. It parses, and fills a {@link LogDraft}.
 *
 * @param <P> parameter record; a component {@code log} of type {@link LogParameters} says what becomes of what does not fit
 */
@ConsumerType
public interface LogReader<P extends Record> extends DatasetReader<P> {
    /** The network of a log that comes without one. */
    Network NO_NETWORK = Network.of(Graph.empty(0));

    /**
     * Reads logs.
     *
     * @param sources one or several files that together are the log
     * @param parameters checked parameters
     * @param network the network whose nodes are named; {@link #NO_NETWORK} where there is none
     * @param report told everything that was detected, dropped, merged, converted or guessed
     * @param progress told how far it is, in bytes
     * @return the network, with nodes added where that was asked for, and the logs read
     * @throws IOException when a source cannot be read
     * @throws org.einfluss.api.InputException when the content is wrong, naming line and column
     */
    Dataset read(List<Source> sources, P parameters, Network network, ImportReport report, Progress progress)
            throws IOException;

    @Override
    default Dataset read(Source source, P parameters, ImportReport report, Progress progress) throws IOException {
        return read(List.of(source), parameters, NO_NETWORK, report, progress);
    }
}
