package org.einfluss.cli;

import java.util.Optional;
import org.einfluss.engine.study.Provenance;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What run and resume share. */
final class RunOptions {
    @Mixin
    private Threads threads;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Option(names = "--licence", paramLabel = "URL", descriptionKey = "option.licence")
    private Optional<String> licence = Optional.empty();

    @Option(names = "--author", paramLabel = "NAME", descriptionKey = "option.author")
    private Optional<String> author = Optional.empty();

    @Mixin
    private FigureOptions figures;

    int threads(Context context) {
        return threads.count(context);
    }

    boolean json() {
        return json;
    }

    Provenance provenance() {
        return new Provenance(licence, author);
    }

    FigureOptions figures() {
        return figures;
    }
}
