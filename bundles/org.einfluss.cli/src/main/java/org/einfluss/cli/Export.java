package org.einfluss.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.einfluss.api.study.Study;
import org.einfluss.engine.Einfluss;
import org.einfluss.engine.catalog.Entry;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.study.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Exports a study to a file. */
@Command(name = "export")
final class Export implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "STUDY", descriptionKey = "study")
    private Path folder;

    @Option(names = "--as", paramLabel = "EXPORT", defaultValue = "workbook", descriptionKey = "export.as")
    private String export;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "export.out")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private Disclosing disclosing;

    Export(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        disclosing.apply(context);
        Entry entry = context.catalog().find(Kind.EXPORT, export);
        StudyFolder opened = context.einfluss().open(folder);
        Study study = opened.study();
        String extension = entry.component(org.einfluss.api.study.Export.class).extension();
        Path file =
                out.orElseGet(() -> opened.path().resolve("study." + extension)).toAbsolutePath();
        StudyOutput output = new StudyOutput(context, new FigureOptions());
        context.einfluss().export(export, study, output.findings(study), file, context.progress());
        Einfluss.missingDatasets(study).forEach(context::tell);
        context.say("file", file);
        return output.exitCode();
    }
}
