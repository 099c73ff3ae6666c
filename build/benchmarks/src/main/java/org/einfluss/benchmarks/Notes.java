package org.einfluss.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.infra.BenchmarkParams;

/** What the measured processes wrote down about one benchmark: CPU times, answers and objections. */
final class Notes {
    final List<Double> cpuSeconds = new ArrayList<>();
    final Set<String> answers = new LinkedHashSet<>();
    final Set<String> objections = new LinkedHashSet<>();

    /** The name of a benchmark: class, method and parameters. */
    static String name(BenchmarkParams parameters) {
        String method = parameters.getBenchmark();
        int classAt = method.lastIndexOf('.', method.lastIndexOf('.') - 1) + 1;
        StringBuilder name = new StringBuilder(method.substring(classAt).replace('.', ' '));
        for (String key : parameters.getParamsKeys()) {
            name.append(' ').append(key).append('=').append(parameters.getParam(key));
        }
        return name.toString();
    }

    static Notes read(Path file, String benchmark) throws IOException {
        Notes notes = new Notes();
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            String[] fields = line.split("\t", -1);
            if (fields[0].equals(benchmark)) {
                notes.cpuSeconds.add(Double.parseDouble(fields[1]));
                notes.answers.add(fields[2]);
                if (!fields[3].isEmpty()) {
                    notes.objections.add(fields[3]);
                }
            }
        }
        return notes;
    }
}
