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
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
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
            description = "Names or their beginnings: W1a, W1b, W1c, W2, W2Constant, W5, W7.xlsx … Default: all.")
    private List<String> workloads = List.of("W");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the datasets that do not ship; without it W2 is skipped.")
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
        for (String workload : workloads) {
            options.include("\\." + workload.replace(".", "\\."));
        }
        if (there.isEmpty()) {
            options.exclude("\\.W2");
        } else {
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
        boolean right = print(out, new Runner(options.build()).run(), notes);
        // JMH gives no result for what threw; --verbose has shown it already.
        List<String> lines = Files.readAllLines(log);
        if (lines.stream().anyMatch(line -> line.contains("<failure>") || line.contains("<forked VM failed"))) {
            out.println("A workload has failed; what was printed:");
            lines.forEach(out::println);
            right = false;
        }
        for (Dataset dataset : Dataset.values()) {
            if (!there.contains(dataset)) {
                out.println("skipped: W2 and W2Constant on " + dataset + ", no " + dataset.file()
                        + " in the folder given by --data");
            }
        }
        return right ? 0 : 1;
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

    private static boolean print(PrintStream out, Collection<RunResult> results, Path file) throws IOException {
        boolean right = !results.isEmpty();
        out.println(
                "Seconds. first: first call in a fresh JVM, median over JVMs; warm: median of the later calls; best: the least;");
        out.println("cpu: the least CPU time of the process in one call, compiler and collector included.");
        out.println();
        out.println("| workload | first | warm | best | cpu | answers |");
        out.println("|---|---|---|---|---|---|");
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
