package org.einfluss.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.formats.internal.YamlPart;

/**
 * All that is there of a dataset in the user's folder, to be shown first and then deleted: its folder, those of the datasets made from it,
 * what the cache keeps of it, and copies of its data files in studies. What studies know of it beyond that (descriptor, hash, rows of
 * simulated runs) stays, since their results would not hold without.
 *
 * @param files what is deleted, with sizes in bytes
 * @param folders the datasets' folders
 * @param derived names of the datasets that were made from it, which go too
 * @param studies folders of studies that used it or one of these
 */
public record DatasetRemoval(Map<Path, Long> files, List<Path> folders, List<String> derived, List<Path> studies) {
    private static final String DERIVED = "derived.yaml";

    /** Copies the lists. */
    public DatasetRemoval {
        folders = List.copyOf(folders);
        derived = List.copyOf(derived);
        studies = List.copyOf(studies);
    }

    /**
     * Finds all that is there of a dataset.
     *
     * @param home the user's folder
     * @param name the dataset's name
     * @param readers the readers there are
     * @param cache where networks that were read are kept
     * @param progress asked whether to go on
     * @throws IOException when something cannot be read
     * @throws InputException when the user's folder has no such dataset
     */
    public static DatasetRemoval find(
            Path home, String name, List<? extends DatasetReader<?>> readers, CsrCache cache, Progress progress)
            throws IOException {
        Path datasets = home.resolve("datasets");
        Path own = datasets.resolve(name).normalize();
        boolean there = datasets.equals(own.getParent())
                && (Files.isRegularFile(own.resolve(DatasetFolder.DESCRIPTOR))
                        || Files.isRegularFile(own.resolve(DERIVED)));
        if (!there) {
            throw new InputException("There is no dataset '" + name + "' in " + datasets
                    + ". Datasets that come with the program or a plug-in cannot be deleted.");
        }
        List<String> derived = new ArrayList<>();
        for (Path folder : children(datasets)) {
            Path recipe = folder.resolve(DERIVED);
            if (Files.isRegularFile(recipe)) {
                YamlPart from = YamlPart.parse(recipe.toString(), Files.readString(recipe))
                        .map()
                        .get("from");
                if (from != null && from.text().equals(name)) {
                    derived.add(folder.getFileName().toString());
                }
            }
        }
        List<Path> folders = new ArrayList<>(List.of(own));
        derived.forEach(one -> folders.add(datasets.resolve(one)));
        Map<Path, Long> files = new LinkedHashMap<>();
        for (Path folder : folders) {
            for (Path file : walk(folder)) {
                files.put(file, Files.size(file));
            }
        }
        Set<String> data = new TreeSet<>();
        if (Files.isRegularFile(own.resolve(DatasetFolder.DESCRIPTOR))) {
            DatasetFolder folder = DatasetFolder.of(own);
            Optional<Path> kept = folder.cacheEntry(readers, cache, progress);
            if (kept.filter(Files::isRegularFile).isPresent()) {
                files.put(kept.get(), Files.size(kept.get()));
            }
            for (String file : folder.files()) {
                if (Files.isRegularFile(own.resolve(file))) {
                    data.add(sha256(own.resolve(file), progress));
                }
            }
        }
        List<Path> studies = new ArrayList<>();
        for (Path study : children(home.resolve("studies"))) {
            boolean used = Stream.concat(Stream.of(name), derived.stream())
                    .anyMatch(one -> Files.exists(study.resolve("inputs").resolve(one + ".json")));
            if (used) {
                studies.add(study);
                addCopies(study, data, files, progress);
            }
        }
        return new DatasetRemoval(files, folders, derived, studies);
    }

    /**
     * Deletes the files, then the folders.
     *
     * @throws IOException when something cannot be deleted; what was not reached is left
     */
    public void delete() throws IOException {
        for (Path file : files.keySet()) {
            Files.deleteIfExists(file);
        }
        for (Path folder : folders) {
            List<Path> inside;
            try (Stream<Path> all = Files.walk(folder)) {
                inside = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path one : inside) {
                Files.delete(one);
            }
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    private static List<Path> walk(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> !Files.isDirectory(file)).sorted().toList();
        }
    }

    private static void addCopies(Path study, Set<String> data, Map<Path, Long> files, Progress progress)
            throws IOException {
        for (Path file : walk(study)) {
            if (Files.isRegularFile(file) && data.contains(sha256(file, progress))) {
                files.put(file, Files.size(file));
            }
        }
    }

    private static String sha256(Path file, Progress progress) throws IOException {
        MessageDigest digest = DatasetHash.sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read; (read = in.read(buffer)) >= 0; ) {
                digest.update(buffer, 0, read);
                progress.checkCancelled();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
