package org.einfluss.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs workloads in fresh JVMs and prints one table of times and answers. */
@Command(
        name = "build/benchmarks/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs workloads in fresh JVMs and prints one table of times and answers.")
final class Benchmarks implements Callable<Integer> {
    @Parameters(
            paramLabel = "WORKLOAD",
            description =
                    "Names or their beginnings: W1a, W1b, W1c, W2, W2Constant, W4, W5, W6, W7.xlsx … Default: all.")
    private List<String> workloads = List.of("W");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the datasets that do not ship; without it W2 and W6 are skipped.")
    private Path data = Path.of("");

    @Option(names = "--forks", paramLabel = "N", description = "Fresh JVMs for each row, instead of its own number.")
    private int forks;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUES",
            description =
                    "Levels of a parameter, joined by commas, as in dataset=NETHEPT; smaller sizes for a quick look.")
    private List<String> settings = List.of();

    @Option(names = "--verbose", description = "Also show what JMH prints.")
    private boolean verbose;

    private Benchmarks() {}

    /** The program. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, RunnerException {
        Path notes = Files.createTempFile("einfluss-benchmarks-", ".notes");
        Path log = Files.createTempFile("einfluss-benchmarks-", ".log");
        try {
            return run(notes, log);
        } finally {
            Files.delete(notes);
            Files.delete(log);
        }
    }

    private int run(Path notes, Path log) throws IOException, RunnerException {
        PrintStream out = System.out;
        List<Dataset> there = Arrays.stream(Dataset.values())
                .filter(dataset -> !data.toString().isEmpty() && dataset.isIn(data))
                .toList();
        ChainedOptionsBuilder options = new OptionsBuilder()
                .shouldFailOnError(false)
                .shouldDoGC(true)
                .timeout(TimeValue.minutes(60))
                .jvmArgsPrepend(
                        "-D" + Workload.NOTES + "=" + notes,
                        "-D" + Workload.DATA + "=" + data.toAbsolutePath(),
                        // POI finds no logging provider here, which is no news
                        "-Dlog4j2.StatusLogger.level=OFF");
        if (!verbose) {
            options.output(log.toString());
        }
        if (!there.isEmpty()) {
            options.param("dataset", there.stream().map(Dataset::name).toArray(String[]::new));
        }
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 0) {
                throw new CommandLine.ParameterException(
                        new CommandLine(this), "Expected NAME=VALUES after --set, found " + setting);
            }
            options.param(
                    setting.substring(0, equals), setting.substring(equals + 1).split(","));
        }
        if (forks > 0) {
            options.forks(forks);
        }
        out.println(machine());
        head(out);
        int wrong = 0;
        int count = 0;
        List<W6.Known> known = Arrays.stream(W6.Known.values())
                .filter(network -> Files.isRegularFile(data.resolve(network.file)))
                .toList();
        if (!known.isEmpty()) {
            options.param("known", known.stream().map(Enum::name).toArray(String[]::new));
        }
        for (String benchmark : benchmarks(!there.isEmpty(), !known.isEmpty())) {
            Collection<RunResult> results = new Runner(new OptionsBuilder()
                            .parent(options.build())
                            .include("^" + Pattern.quote(benchmark) + "$")
                            .build())
                    .run();
            wrong += print(out, results, notes) ? 0 : 1;
            count++;
            out.flush();
        }
        // JMH gives no result for what threw; --verbose has shown it already.
        List<String> lines = Files.readAllLines(log);
        if (lines.stream().anyMatch(line -> line.contains("<failure>") || line.contains("<forked VM failed"))) {
            out.println("A workload has failed; what was printed:");
            lines.forEach(out::println);
            wrong++;
        }
        for (Dataset dataset : Dataset.values()) {
            if (!there.contains(dataset)) {
                out.println("skipped: W2 and W2Constant on " + dataset + ", no " + dataset.file()
                        + " in the folder given by --data");
            }
        }
        for (W6.Known network : W6.Known.values()) {
            if (!known.contains(network)) {
                out.println("skipped: W6 on " + network + ", no " + network.file + " in the folder given by --data");
            }
        }
        return count > 0 && wrong == 0 ? 0 : 1;
    }

    /** Their full names, one JMH run each, so that a row is printed as soon as it is known and none is lost by an interruption. */
    private Set<String> benchmarks(boolean spreads, boolean measures) {
        List<String> includes = workloads.stream()
                .map(workload -> "\\." + workload.replace(".", "\\."))
                .toList();
        List<String> excludes = new ArrayList<>();
        if (!spreads) {
            excludes.add("\\.W2");
        }
        if (!measures) {
            excludes.add("\\.W6");
        }
        Set<String> names = new TreeSet<>();
        for (BenchmarkListEntry entry : BenchmarkList.defaultList()
                .find(OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT), includes, excludes)) {
            names.add(entry.getUsername());
        }
        return names;
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " processors, " + System.getProperty("java.vm.name") + " "
                + System.getProperty("java.runtime.version") + ", load before "
                + String.format(
                        Locale.ROOT,
                        "%.1f",
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                                .getSystemLoadAverage());
    }

    private static void head(PrintStream out) {
        out.println(
                "Seconds. first: first call in a fresh JVM, median over JVMs; warm: median of the later calls; best: the least;");
        out.println("cpu: the least CPU time of the process in one call, compiler and collector included.");
        out.println();
        out.println("| workload | first | warm | best | cpu | answers |");
        out.println("|---|---|---|---|---|---|");
    }

    private static boolean print(PrintStream out, Collection<RunResult> results, Path file) throws IOException {
        boolean right = !results.isEmpty();
        for (RunResult result : results) {
            String name = Notes.name(result.getParams());
            Notes notes = Notes.read(file, name);
            List<Double> first = new ArrayList<>();
            List<Double> warm = new ArrayList<>();
            for (BenchmarkResult jvm : result.getBenchmarkResults()) {
                List<Double> times = new ArrayList<>();
                for (IterationResult iteration : jvm.getIterationResults()) {
                    times.add(iteration.getPrimaryResult().getScore());
                }
                first.add(times.get(0));
                warm.addAll(times.subList(1, times.size()));
            }
            List<Double> all = new ArrayList<>(first);
            all.addAll(warm);
            right &= notes.objections.isEmpty() && notes.cpuSeconds.size() == all.size();
            out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s | %s |%n",
                    name,
                    seconds(quantile(first, 0.5)),
                    seconds(quantile(warm, 0.5)),
                    seconds(quantile(all, 0)),
                    seconds(quantile(notes.cpuSeconds, 0)),
                    notes.objections.isEmpty()
                            ? String.join("; ", notes.answers)
                            : "WRONG: " + String.join(" ", notes.objections));
        }
        return right;
    }

    private static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) (share * sorted.size()));
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, value < 0.0995 ? "%.4f" : value < 9.95 ? "%.2f" : "%.1f", value);
    }
}
