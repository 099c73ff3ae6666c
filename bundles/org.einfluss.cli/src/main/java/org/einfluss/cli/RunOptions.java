package org.einfluss.cli;

import java.util.Optional;
import org.einfluss.api.study.Runner;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.run.LocalRunner;
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

    @Option(names = "--on-failure", paramLabel = "continue|stop", descriptionKey = "option.on-failure")
    private OnFailure onFailure = OnFailure.CONTINUE;

    @Option(names = "--runner", paramLabel = "RUNNER", descriptionKey = "option.runner")
    private Optional<String> runner = Optional.empty();

    @Mixin
    private FigureOptions figures;

    @Mixin
    private Disclosing disclosing;

    /** What a study does when a run has failed. */
    enum OnFailure {
        /** Records it and goes on. */
        CONTINUE,
        /** Ends; it can be resumed. */
        STOP
    }

    int threads(Context context) {
        disclosing.apply(context);
        if (onFailure == OnFailure.STOP) {
            context.stopAtFailure();
        }
        return threads.count(context);
    }

    /** Returns where runs are executed: on threads here unless a runner is asked for. */
    Runner runner(Context context) {
        int count = threads(context);
        return runner.<Runner>map(
                        id -> (Runner) context.catalog().find(Kind.RUNNER, id).component())
                .orElseGet(() -> new LocalRunner(count, context.tolerance()));
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
