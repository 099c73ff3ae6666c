package org.einfluss.workbench.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The user's folder.
 *
 * @param folder where it is; it need not exist
 */
public record Home(Path folder) {
    /**
     * A study as the navigator shows it.
     *
     * @param folder its folder
     * @param complete whether all its runs are there
     */
    public record StudyState(Path folder, boolean complete) {
        /** Returns its name. */
        public String name() {
            return folder.getFileName().toString();
        }
    }

    /** Returns where studies lie. */
    public Path studies() {
        return folder.resolve("studies");
    }

    /** Returns where experiment files lie. */
    public Path experiments() {
        return folder.resolve("experiments");
    }

    /** Returns where the window keeps its own things. */
    public Path workbench() {
        return folder.resolve("workbench");
    }

    /**
     * Returns the studies, sorted by name.
     *
     * @throws IOException when the folder cannot be read
     */
    public List<StudyState> listStudies() throws IOException {
        List<StudyState> found = new ArrayList<>();
        for (Path study : list(studies())) {
            if (Files.exists(study.resolve("plan.json"))
                    && !study.getFileName().toString().startsWith(".")) {
                found.add(new StudyState(study, Files.exists(study.resolve("outcome.json"))));
            }
        }
        return found;
    }

    /**
     * Returns the experiment files, sorted by name.
     *
     * @throws IOException when the folder cannot be read
     */
    public List<Path> listExperiments() throws IOException {
        List<Path> found = new ArrayList<>(list(experiments()));
        found.removeIf(
                file -> !file.toString().endsWith(".yaml") && !file.toString().endsWith(".yml"));
        return found;
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
