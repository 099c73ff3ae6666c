package org.einfluss.workbench.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    /**
     * What there is by its names, to see whether something came or went.
     *
     * @param datasets the folders of datasets
     * @param experiments the experiment files
     * @param studies the studies
     */
    public record Listing(List<Path> datasets, List<Path> experiments, List<StudyState> studies) {}

    /**
     * Lists what there is.
     *
     * @throws IOException when a folder cannot be read
     */
    public Listing list() throws IOException {
        List<Path> datasets = new ArrayList<>(list(folder.resolve("datasets")));
        datasets.removeIf(dataset -> dataset.getFileName().toString().startsWith(".")); // in the making
        return new Listing(datasets, listExperiments(), listStudies());
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

    /** Returns where this process keeps what was undone, so that it can be made again. */
    public Path undone() {
        return undoneOf(ProcessHandle.current().pid());
    }

    private Path undoneOf(long process) {
        return workbench().resolve("undone").resolve(Long.toString(process));
    }

    /**
     * Removes what processes undid that are over: nobody can make it again. Called before this process undoes anything.
     *
     * @throws IOException when something cannot be removed
     */
    public void forgetUndone() throws IOException {
        Set<Path> alive = ProcessHandle.allProcesses()
                .filter(process -> !process.equals(ProcessHandle.current()))
                .map(process -> undoneOf(process.pid()))
                .collect(Collectors.toSet());
        for (Path undone : list(workbench().resolve("undone"))) {
            if (!alive.contains(undone)) {
                try (Stream<Path> files = Files.walk(undone)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
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
