package org.einfluss.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.einfluss.engine.study.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs what is missing of a study. */
@Command(name = "resume")
final class Resume implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "STUDY", descriptionKey = "study")
    private Path folder;

    @Mixin
    private RunOptions options;

    Resume(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        StudyFolder study = context.einfluss().open(folder);
        return new StudyOutput(context, options.figures())
                .complete(study, options.runner(context), options.provenance(), options.json());
    }
}
