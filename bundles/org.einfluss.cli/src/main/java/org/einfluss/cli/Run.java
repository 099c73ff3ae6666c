package org.einfluss.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.einfluss.api.InputException;
import org.einfluss.api.study.Plan;
import org.einfluss.engine.experiment.Experiment;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.engine.experiment.Workload;
import org.einfluss.engine.run.CostEstimate;
import org.einfluss.engine.study.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs an experiment file, or a ready experiment, into a new study. */
@Command(name = "run")
final class Run implements Callable<Integer> {
    private static final int ID_DIGITS = 8;
    private static final double GIGABYTE = 1e9;
    private static final Duration LONG = Duration.ofDays(1);

    private final Context context;

    @Parameters(paramLabel = "EXPERIMENT", descriptionKey = "run.experiment")
    private Path file;

    @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "option.set")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "run.out")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--plan", descriptionKey = "run.plan")
    private boolean planOnly;

    @Option(names = "--watch", descriptionKey = "run.watch")
    private boolean watch;

    @Mixin
    private RunOptions options;

    Run(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return watch ? new Watch(context, file).repeat(this::once) : once();
    }

    private int once() throws IOException, InterruptedException {
        boolean isFile = Files.isRegularFile(file);
        String ready = isFile ? "" : ready();
        Experiment asked = isFile ? ExperimentFile.read(file) : ExperimentFile.read(ready, file.toString());
        String text = isFile ? Files.readString(file) : ready;
        if (!settings.isEmpty()) {
            asked = asked.withSettings(settings);
            text = ExperimentFile.write(asked);
        }
        Path folder = file.toAbsolutePath().getParent();
        Plan plan = context.einfluss().plan(asked, folder, context.progress());
        Path target = target(plan);
        if (!planOnly) {
            StudyFolder.requireFree(target);
            requireRoom(target, plan);
        }
        int threads = options.threads(context);
        CostEstimate cost = estimate(plan, threads);
        if (planOnly) {
            show(plan, cost);
            return Commands.DONE;
        }
        context.tell(context.messages()
                .text(
                        cost.isKnown() ? "run.estimate" : "run.no-estimate",
                        cost.runs(),
                        plan.points().size(),
                        Numbers.duration(cost.time()),
                        threads));
        if (cost.time().compareTo(LONG) > 0) {
            context.tell(context.messages()
                    .text("run.long", Numbers.duration(cost.time()), Workload.bytes(plan) / GIGABYTE));
        }
        StudyFolder study = context.einfluss().create(target, text, plan);
        return new StudyOutput(context, options.figures())
                .complete(study, options.runner(context), options.provenance(), options.json());
    }

    private CostEstimate estimate(Plan plan, int threads) throws IOException {
        try {
            return context.einfluss().estimate(plan, threads, context.progress());
        } catch (InputException refused) { // by a component, which does not know the file
            throw new InputException(file + ": " + refused.getMessage(), refused);
        }
    }

    /** A word that names no file may name a ready experiment; what looks like a file is told to be missing. */
    private String ready() throws IOException {
        String name = file.toString();
        if (name.matches(".*(\\.ya?ml|[/\\\\]).*")) {
            throw new InputException(context.messages().text("error.no-experiment", name));
        }
        return context.catalog().experiment(name);
    }

    private void requireRoom(Path target, Plan plan) throws IOException {
        Path there = target.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        long room = Files.getFileStore(there).getUsableSpace();
        if (Workload.bytes(plan) > room) {
            throw new InputException(
                    context.messages().text("run.no-room", Workload.bytes(plan) / GIGABYTE, there, room / GIGABYTE));
        }
    }

    private Path target(Plan plan) {
        String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
        Path target = out.orElseGet(() ->
                context.home().resolve("studies").resolve(name + "-" + plan.id().substring(0, ID_DIGITS)));
        Path free = target;
        for (int i = 2; watch && Files.exists(free); i++) {
            free = target.resolveSibling(target.getFileName() + "-" + i);
        }
        return free;
    }

    private void show(Plan plan, CostEstimate cost) {
        Workload work = Workload.of(plan);
        if (options.json()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("id", plan.id());
            tree.put("points", work.points());
            tree.put("networks", work.networks());
            tree.put("runs", work.runs());
            tree.put("shards", plan.shards().size());
            tree.put("seconds", cost.isKnown() ? cost.time().toMillis() / 1000.0 : null);
            tree.put("notes", plan.notes());
            context.json(tree);
            return;
        }
        context.say(
                "plan",
                plan.id(),
                work.points(),
                work.networks(),
                work.runs(),
                cost.isKnown() ? Numbers.duration(cost.time()) : "?");
        plan.points().stream().limit(20).forEach(point -> context.say("plan.point", point.index(), point.label()));
        plan.notes().forEach(note -> context.say("note", note));
    }
}
