package org.einfluss.plugins.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the user agreed to run, kept in a text file of the home: each jar by its hash, and the sources of a folder as a whole. Not
 * thread-safe.
 *
 * <pre>
 * sources /home/ada/Einfluss/plugins
 * jar 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 theory.jar
 * </pre>
 */
final class Trust {
    static final String FILE = "trusted-plug-ins.txt";

    private static final String HEAD =
            "# What may run in Einfluss with your rights, as you agreed. Remove a line to take your agreement back.";

    private final Path file;
    private final String sources;

    /**
     * Makes the trust of a home.
     *
     * @param home the user's folder
     * @param folder the plug-ins folder
     */
    Trust(Path home, Path folder) {
        this.file = home.resolve(FILE);
        this.sources = "sources " + folder.toAbsolutePath().normalize();
    }

    boolean hasSources() throws IOException {
        return lines().contains(sources);
    }

    boolean has(String sha256) throws IOException {
        return lines().stream().anyMatch(line -> line.startsWith("jar " + sha256));
    }

    /** Adds the sources and some jars, given as name by hash, to what was agreed to. */
    void agree(boolean toSources, Map<String, String> jars) throws IOException {
        List<String> lines = new ArrayList<>(lines());
        Set<String> more = new TreeSet<>();
        if (toSources) {
            more.add(sources);
        }
        new TreeMap<>(jars).forEach((sha256, name) -> more.add("jar " + sha256 + " " + name));
        more.removeAll(lines);
        if (more.isEmpty()) {
            return;
        }
        if (lines.isEmpty()) {
            lines.add(HEAD);
        }
        lines.addAll(more);
        Files.createDirectories(file.getParent());
        Files.write(file, lines, StandardCharsets.UTF_8);
    }

    private List<String> lines() throws IOException {
        return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    }
}
