package org.einfluss.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * Base of all workloads: each iteration is one call, without warm-up, so that the first of a fresh JVM is the cold time and the later
 * ones are the warm times.
 *
 * <p>JMH keeps the wall time. The CPU time of the process (compiler and collector included) and the answer go to the file named by the
 * system property {@value #NOTES}, one line for each iteration.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(3)
@Warmup(iterations = 0)
@Measurement(iterations = 5)
public abstract class Workload {
    /** System property: the file for what JMH does not keep. */
    static final String NOTES = "einfluss.benchmarks.notes";
    /** System property: the folder of inputs that do not ship with the sources. */
    static final String DATA = "einfluss.benchmarks.data";

    private Answer answer = Answer.of("none").expect("answers", 0, 1);
    private String benchmark = "";
    private long cpuNanos;

    /** For subclasses. */
    protected Workload() {}

    /**
     * Keeps the name of what is measured.
     *
     * @param parameters given by JMH
     */
    @Setup(Level.Trial)
    public final void begin(BenchmarkParams parameters) {
        benchmark = Notes.name(parameters);
    }

    /** Starts the clock of CPU time. */
    @Setup(Level.Iteration)
    public final void start() {
        cpuNanos = processNanos();
    }

    /**
     * Writes CPU time and answer down.
     *
     * @throws IOException when that fails
     */
    @TearDown(Level.Iteration)
    public final void stop() throws IOException {
        double seconds = (processNanos() - cpuNanos) * 1e-9;
        Answer last = answer();
        String line = String.format(
                Locale.ROOT,
                "%s\t%.4f\t%s\t%s%n",
                benchmark,
                seconds,
                last.text(),
                String.join(" ", last.objections()));
        String notes = System.getProperty(NOTES);
        if (notes != null) {
            Files.writeString(Path.of(notes), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    /** Keeps the answer of the present iteration. */
    final void answer(Answer given) {
        answer = given;
    }

    /**
     * Returns the answer of the present iteration; asked for once the clock has stopped.
     *
     * @throws IOException when what is to be checked cannot be read
     */
    Answer answer() throws IOException {
        return answer;
    }

    private static long processNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
