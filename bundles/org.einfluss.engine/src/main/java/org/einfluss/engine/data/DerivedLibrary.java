package org.einfluss.engine.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.DatasetLibrary;
import org.einfluss.engine.catalog.Catalog;

/** The datasets in the user's folder that are made from others: every {@code datasets/NAME/derived.yaml} below the home. Thread-safe. */
public final class DerivedLibrary implements DatasetLibrary {
    private final Path folder;
    private final Supplier<Catalog> catalog;
    private final Function<Dataset, String> hashing;

    /**
     * Looks into a home.
     *
     * @param home the user's folder
     * @param catalog where transforms and the datasets they begin with are found; asked when a dataset is opened
     * @param hashing computes the content hash of a dataset
     */
    public DerivedLibrary(Path home, Supplier<Catalog> catalog, Function<Dataset, String> hashing) {
        this.folder = home.resolve("datasets");
        this.catalog = catalog;
        this.hashing = hashing;
    }

    /**
     * Returns a derived dataset.
     *
     * @param name its name
     * @return empty where there is none of this name
     * @throws IOException when its file cannot be read
     */
    public Optional<DerivedDataset> find(String name) throws IOException {
        Path file = folder.resolve(name).resolve(DerivedDataset.FILE);
        return Files.isRegularFile(file) ? Optional.of(DerivedDataset.read(file.getParent())) : Optional.empty();
    }

    /**
     * Makes a new dataset from another by one more step.
     *
     * @param name name of the new dataset
     * @param from name of the dataset it is made from, derived or not
     * @param step what is done
     * @param table the table to be copied beside it, for a step that attaches one
     * @param progress told how far it is
     * @return the new dataset
     * @throws IOException when it cannot be written
     * @throws InputException when there is a dataset of this name, or the step cannot be done; then nothing is left behind
     */
    public Dataset derive(String name, String from, Step step, Optional<Path> table, Progress progress)
            throws IOException {
        Path target = folder.resolve(name);
        if (Files.exists(target)) {
            throw new InputException("There is a dataset '" + name + "' already (" + target
                    + "). Give another name, or remove it first.");
        }
        Optional<DerivedDataset> before = find(from);
        List<Step> steps = new ArrayList<>(before.map(DerivedDataset::steps).orElse(List.of()));
        steps.add(step);
        String base = before.map(DerivedDataset::from).orElse(from);
        String baseHash = before.isPresent()
                ? before.get().fromHash()
                : catalog.get().dataset(from, progress).descriptor().hash();
        Files.createDirectories(folder);
        Path aside = Files.createTempDirectory(folder, ".transforming-");
        try {
            if (before.isPresent()) {
                copyTables(folder.resolve(from), aside);
            }
            if (table.isPresent()) {
                Files.copy(table.get(), aside.resolve(table.get().getFileName()));
            }
            DerivedDataset unhashed = new DerivedDataset(name, base, baseHash, steps, "");
            Dataset made = unhashed.make(aside, catalog.get(), hashing, progress);
            write(
                    aside,
                    new DerivedDataset(
                            name, base, baseHash, steps, made.descriptor().hash()));
            Files.move(aside, target);
            return made;
        } finally {
            delete(aside);
        }
    }

    /**
     * Takes back the last step of a derived dataset.
     *
     * @param name its name
     * @param progress told how far it is
     * @return the dataset as it was before that step
     * @throws IOException when it cannot be written
     * @throws InputException when it is not derived, or has one step only
     */
    public Dataset undo(String name, Progress progress) throws IOException {
        DerivedDataset now = find(name)
                .orElseThrow(() -> new InputException("The dataset '" + name
                        + "' was not made by a transform here, so that there is nothing to take back"));
        if (now.steps().size() == 1) {
            throw new InputException("The dataset '" + name + "' was made by one step from '" + now.from()
                    + "', which is as it was; remove the folder " + folder.resolve(name) + " to be rid of it");
        }
        List<Step> rest = now.steps().subList(0, now.steps().size() - 1);
        DerivedDataset before = new DerivedDataset(name, now.from(), now.fromHash(), rest, "");
        Dataset made = before.make(folder.resolve(name), catalog.get(), hashing, progress);
        write(
                folder.resolve(name),
                new DerivedDataset(
                        name,
                        now.from(),
                        now.fromHash(),
                        rest,
                        made.descriptor().hash()));
        return made;
    }

    private static void write(Path folder, DerivedDataset derived) throws IOException {
        Path aside = folder.resolve(DerivedDataset.FILE + ".writing");
        Files.writeString(aside, derived.text(), StandardCharsets.UTF_8);
        Files.move(
                aside,
                folder.resolve(DerivedDataset.FILE),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copyTables(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file :
                    files.filter(file -> !file.endsWith(DerivedDataset.FILE)).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    @Override
    public List<DatasetDescriptor> datasets() {
        return entries().stream()
                .flatMap(entry -> offered(entry).stream())
                .sorted(Comparator.comparing(DatasetDescriptor::name))
                .toList();
    }

    private Optional<DatasetDescriptor> offered(Path entry) {
        try {
            DerivedDataset derived = DerivedDataset.read(entry);
            return baseOf(derived).map(base -> derived.describe(base).withHash(derived.hash()));
        } catch (InputException toldByWrong) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> wrong() {
        Map<String, String> wrong = new TreeMap<>();
        for (Path entry : entries()) {
            String name = entry.getFileName().toString();
            try {
                DerivedDataset derived = DerivedDataset.read(entry);
                if (baseOf(derived).isEmpty()) {
                    wrong.put(
                            name,
                            "The dataset '" + name + "' is made from '" + derived.from()
                                    + "', which is not there; put that back, or remove the folder " + entry);
                }
            } catch (InputException told) {
                wrong.put(name, told.getMessage());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return wrong;
    }

    /** The descriptor of the dataset it is made from, which another library offers. */
    private Optional<DatasetDescriptor> baseOf(DerivedDataset derived) {
        return catalog.get().libraries().stream()
                .filter(library -> !(library instanceof DerivedLibrary))
                .flatMap(library -> library.datasets().stream())
                .filter(dataset -> dataset.name().equals(derived.from()))
                .findFirst();
    }

    private List<Path> entries() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> Files.isRegularFile(child.resolve(DerivedDataset.FILE)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Dataset open(String name, Progress progress) throws IOException {
        return find(name)
                .orElseThrow(() -> new InputException("There is no dataset '" + name + "' in " + folder))
                .make(folder.resolve(name), catalog.get(), hashing, progress);
    }
}
