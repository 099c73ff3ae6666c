package org.einfluss.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.einfluss.api.InputException;
import org.einfluss.api.InputException.Place;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.study.Study;
import org.einfluss.engine.experiment.Configured;
import org.einfluss.engine.parameters.YamlSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Analyses a dataset or a study. */
@Command(name = "analyse", aliases = "analyze")
final class Analyse implements Callable<Integer> {
    static final String NETWORK_SUMMARY = "network-summary";

    private final Context context;

    @Parameters(index = "0", paramLabel = "DATASET|STUDY", descriptionKey = "analyse.target")
    private String target;

    @Parameters(index = "1..*", paramLabel = "ANALYSIS", descriptionKey = "analyse.ids")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "option.set")
    private List<String> settings = new ArrayList<>();

    @Mixin
    private FindingsOutput output;

    @Mixin
    private Disclosing disclosing;

    Analyse(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        disclosing.apply(context);
        if (!settings.isEmpty() && ids.size() != 1) {
            throw new InputException(context.messages().text("error.set-needs-one", ids.size()));
        }
        List<Configured> analyses = ids.stream()
                .map(id -> new Configured(id, YamlSettings.assignments(settings), new Place("analyse", 0, 0)))
                .toList();
        StudyOutput study = new StudyOutput(context, new FigureOptions());
        int code = output.write(context, isStudy() ? ofStudy(analyses, study) : ofDataset(analyses));
        return Math.max(code, study.exitCode());
    }

    private boolean isStudy() {
        return Files.isDirectory(Path.of(target));
    }

    private List<Findings> ofStudy(List<Configured> analyses, StudyOutput output) throws IOException {
        Study study = context.einfluss().open(Path.of(target)).study();
        if (analyses.isEmpty()) {
            return output.findings(study);
        }
        return analyses.stream()
                .map(analysis -> context.einfluss().analyse(study, analysis, context.progress()))
                .toList();
    }

    private List<Findings> ofDataset(List<Configured> analyses) throws IOException {
        Dataset dataset = context.einfluss().dataset(target, context.progress());
        List<Configured> chosen = analyses.isEmpty() ? List.of(Configured.of(NETWORK_SUMMARY)) : analyses;
        return chosen.stream()
                .map(analysis -> context.einfluss().analyse(dataset, analysis, context.progress()))
                .toList();
    }
}
