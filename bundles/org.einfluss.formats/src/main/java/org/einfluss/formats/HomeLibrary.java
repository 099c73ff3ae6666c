package org.einfluss.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.DatasetLibrary;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.ImportReport;

/**
 * Offers the datasets in the user's folder: every {@code datasets/NAME/dataset.yaml} below the home. What is read is kept in a cache.
 * A folder whose descriptor is wrong does not hide the others; {@link #wrong} and opening it tell what is wrong. Thread-safe.
 */
public final class HomeLibrary implements DatasetLibrary {
    private final Path folder;
    private final List<DatasetReader<?>> readers;
    private final Optional<CsrCache> cache;

    /**
     * Looks into a home.
     *
     * @param home the user's folder
     * @param readers the readers there are
     * @param cache keeps what was read; empty to do without
     */
    public HomeLibrary(Path home, List<? extends DatasetReader<?>> readers, Optional<CsrCache> cache) {
        this.folder = home.resolve("datasets");
        this.readers = List.copyOf(readers);
        this.cache = cache;
    }

    @Override
    public List<DatasetDescriptor> datasets() {
        List<DatasetDescriptor> descriptors = new ArrayList<>();
        scan(descriptors, new TreeMap<>());
        descriptors.sort(Comparator.comparing(DatasetDescriptor::name));
        return List.copyOf(descriptors);
    }

    @Override
    public Map<String, String> wrong() {
        Map<String, String> wrong = new TreeMap<>();
        scan(new ArrayList<>(), wrong);
        return wrong;
    }

    private void scan(List<DatasetDescriptor> right, Map<String, String> wrong) {
        for (Path entry : entries()) {
            try {
                right.add(DatasetFolder.of(entry).descriptor());
            } catch (InputException e) {
                wrong.put(entry.getFileName().toString(), e.getMessage());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private List<Path> entries() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> Files.isRegularFile(child.resolve(DatasetFolder.DESCRIPTOR)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Dataset open(String name, Progress progress) throws IOException {
        for (Path entry : entries()) {
            if (entry.getFileName().toString().equals(name)) {
                return DatasetFolder.of(entry).open(readers, cache, new ImportReport(), progress);
            }
        }
        List<String> names =
                entries().stream().map(entry -> entry.getFileName().toString()).toList();
        throw new InputException("There is no dataset '" + name + "' in " + folder + "; "
                + (names.isEmpty() ? "it is empty." : "there are " + String.join(", ", names) + "."));
    }
}
