package org.einfluss.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.study.Plan;
import org.einfluss.engine.experiment.Configured;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.engine.study.FindingsFolder;
import org.einfluss.engine.study.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the main job on real data: analyse a dataset, run an experiment on it, write figures and a workbook. */
@Command(name = "demo")
final class Demo implements Callable<Integer> {
    private static final String DATASET = "medical-innovation";
    private static final String EXPERIMENT = "who-starts-it";
    private static final List<String> ANALYSES = List.of(Analyse.NETWORK_SUMMARY, "vulnerable-cluster");

    private final Context context;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "demo.out")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private RunOptions options;

    Demo(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Dataset dataset = context.einfluss().dataset(DATASET, context.progress());
        context.tell(context.messages()
                .text(
                        "demo.dataset",
                        dataset.descriptor().title(),
                        dataset.descriptor().licence()));
        List<Findings> findings = new ArrayList<>();
        for (String id : ANALYSES) {
            findings.add(context.einfluss().analyse(dataset, Configured.of(id), context.progress()));
        }
        String text = context.catalog().experiment(EXPERIMENT);
        Plan plan = context.einfluss().plan(ExperimentFile.read(text, EXPERIMENT), Path.of("."), context.progress());
        StudyFolder study = context.einfluss().create(out.orElseGet(this::freshFolder), text, plan);
        StudyOutput output = new StudyOutput(context, options.figures());
        for (Findings one : findings) {
            output.write(
                    one,
                    FindingsFolder.write(
                            study.path().resolve("findings"),
                            one,
                            Map.of("dataset", dataset.descriptor().hash())));
        }
        int code = output.complete(study, options.runner(context), options.provenance(), options.json());
        if (!options.json()) {
            dataset.descriptor().caveats().forEach(caveat -> context.say("demo.caveat", caveat));
        }
        return code;
    }

    private Path freshFolder() {
        for (int i = 1; ; i++) {
            Path folder = context.home().resolve("studies").resolve(i == 1 ? "demo" : "demo-" + i);
            if (!Files.exists(folder)) {
                return folder;
            }
        }
    }
}
