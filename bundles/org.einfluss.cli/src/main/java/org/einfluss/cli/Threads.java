package org.einfluss.cli;

import org.einfluss.api.InputException;
import picocli.CommandLine.Option;

/** How many threads run shards. */
final class Threads {
    @Option(names = "--threads", paramLabel = "N", descriptionKey = "option.threads")
    private int threads = Runtime.getRuntime().availableProcessors();

    int count(Context context) {
        if (threads < 1) {
            throw new InputException(context.messages().text("error.threads", threads));
        }
        return threads;
    }
}
