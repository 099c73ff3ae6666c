package org.einfluss.engine.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.InputException.Place;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.DatasetLibrary;
import org.einfluss.api.study.ExperimentLibrary;
import org.einfluss.api.study.TableReader;
import org.einfluss.engine.parameters.Names;
import org.einfluss.engine.parameters.Setting;

/**
 * Everything that bundles contribute, at one moment. Immutable: an experiment keeps the catalogue it began with.
 *
 * <p>As a plain library: {@code Catalog.of(new IndependentCascade(), new ErdosRenyi(), …)}.
 */
public final class Catalog {
    private final Map<Kind, Map<String, List<Entry>>> entries = new EnumMap<>(Kind.class);
    private final List<DatasetLibrary> libraries;
    private final List<ExperimentLibrary> experiments;
    private final List<TableReader> tables;
    private final List<Origin> kernel;
    private final List<String> hints;
    private final Map<String, PluginFile> plugins;

    private Catalog(Builder builder) {
        for (Kind kind : Kind.values()) {
            entries.put(kind, new TreeMap<>());
        }
        for (Entry entry : builder.entries) {
            entries.get(entry.kind())
                    .computeIfAbsent(entry.id(), id -> new ArrayList<>())
                    .add(entry);
        }
        libraries = List.copyOf(builder.libraries);
        experiments = List.copyOf(builder.experiments);
        tables = List.copyOf(builder.tables);
        kernel = List.copyOf(builder.kernel);
        hints = List.copyOf(builder.hints);
        plugins = Map.copyOf(builder.plugins);
    }

    /**
     * Makes a catalogue of components that carry {@link Described}, of libraries of datasets and experiments, and of table readers.
     *
     * @param components the components
     * @throws IllegalArgumentException when one is nothing that a catalogue holds
     */
    public static Catalog of(Object... components) {
        Builder builder = builder();
        for (Object component : components) {
            builder.add(component);
        }
        return builder.build();
    }

    /**
     * Returns the same with one more library of datasets.
     *
     * @param library the library
     */
    public Catalog with(DatasetLibrary library) {
        Builder more = new Builder();
        more.entries.clear();
        entries.values().forEach(byId -> byId.values().forEach(more.entries::addAll));
        more.libraries.addAll(libraries);
        more.libraries.add(library);
        more.experiments.addAll(experiments);
        more.tables.addAll(tables);
        more.kernel.addAll(kernel);
        more.hints.addAll(hints);
        more.plugins.putAll(plugins);
        return more.build();
    }

    /** Starts an empty catalogue. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the usable components of a kind, sorted by id.
     *
     * @param kind the kind
     */
    public List<Entry> entries(Kind kind) {
        return entries.get(kind).values().stream()
                .filter(same -> same.size() == 1)
                .map(same -> same.get(0))
                .toList();
    }

    /**
     * Returns what is there but cannot be used, each a sentence: ids that several components of one kind claim, and datasets whose
     * descriptor is wrong.
     */
    public List<String> problems() {
        List<String> sentences =
                new ArrayList<>(conflicts().stream().map(Catalog::ambiguous).toList());
        libraries.forEach(library -> sentences.addAll(library.wrong().values()));
        return sentences;
    }

    /**
     * Returns what one origin contributes that another contributes too, so that nobody can use it, each a sentence.
     *
     * @param origin name of the origin
     */
    public List<String> conflicts(String origin) {
        return conflicts().stream()
                .filter(same ->
                        same.stream().anyMatch(entry -> entry.origin().name().equals(origin)))
                .map(Catalog::ambiguous)
                .toList();
    }

    private List<List<Entry>> conflicts() {
        return entries.values().stream()
                .flatMap(byId -> byId.values().stream())
                .filter(same -> same.size() > 1)
                .toList();
    }

    private static String ambiguous(List<Entry> same) {
        Entry first = same.get(0);
        return "The " + first.kind().label() + " '" + first.id()
                + "' is contributed by several bundles, so that none can be used: "
                + String.join(
                        ", ",
                        same.stream()
                                .map(entry -> entry.origin().name() + " "
                                        + entry.origin().version())
                                .map(String::strip)
                                .sorted()
                                .toList())
                + "; remove all but one";
    }

    /**
     * Returns a component.
     *
     * @param kind its kind
     * @param id its id
     * @throws InputException when there is none, naming the nearest id, all ids, and components that could not start
     */
    public Entry find(Kind kind, String id) {
        return find(kind, id, Setting.NOWHERE);
    }

    /**
     * Returns a component that was asked for at a place.
     *
     * @param kind its kind
     * @param id its id
     * @param place where it was asked for
     * @throws InputException when there is none, naming the place, the nearest id, all ids, and components that could not start
     */
    public Entry find(Kind kind, String id, Place place) {
        List<Entry> same = entries.get(kind).get(id);
        if (same == null) {
            String unknown = Names.unknown(
                    kind.label(), id, entries(kind).stream().map(Entry::id).toList());
            throw Setting.mistake(place, hints.isEmpty() ? unknown : unknown + ". " + String.join(" ", hints));
        }
        if (same.size() > 1) {
            throw Setting.mistake(place, ambiguous(same));
        }
        return same.get(0);
    }

    /**
     * Returns whether a component is there and usable.
     *
     * @param kind its kind
     * @param id its id
     */
    public boolean contains(Kind kind, String id) {
        List<Entry> same = entries.get(kind).get(id);
        return same != null && same.size() == 1;
    }

    /** Returns the libraries of datasets. */
    public List<DatasetLibrary> libraries() {
        return libraries;
    }

    /** Returns the libraries of ready experiments. */
    public List<ExperimentLibrary> experimentLibraries() {
        return experiments;
    }

    /** Returns the readers of table designs; CSV needs none. */
    public List<TableReader> tables() {
        return tables;
    }

    /** Returns the bundles that take part in every run: the engine and what it stands on. */
    public List<Origin> kernel() {
        return kernel;
    }

    /**
     * Returns the file of a plug-in.
     *
     * @param origin name of the origin of its components
     * @return empty where that is no plug-in but a part of the product
     */
    public Optional<PluginFile> plugin(String origin) {
        return Optional.ofNullable(plugins.get(origin));
    }

    /** Returns the datasets of all libraries, sorted by name. */
    public List<DatasetDescriptor> datasets() {
        return libraries.stream()
                .flatMap(library -> library.datasets().stream())
                .sorted(Comparator.comparing(DatasetDescriptor::name))
                .toList();
    }

    /** Returns the names of the ready experiments of all libraries, sorted. */
    public List<String> experiments() {
        return experiments.stream()
                .flatMap(library -> library.names().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Returns the text of a ready experiment.
     *
     * @param name its name
     * @throws IOException when it cannot be read
     * @throws InputException when there is none of this name, naming the nearest, or several
     */
    public String experiment(String name) throws IOException {
        List<ExperimentLibrary> offering = experiments.stream()
                .filter(library -> library.names().contains(name))
                .toList();
        if (offering.size() > 1) {
            throw new InputException(
                    "There are several ready experiments named '" + name + "'; remove a plug-in that has one");
        }
        if (offering.isEmpty()) {
            throw new InputException(Names.unknown("ready experiment", name, experiments()));
        }
        return offering.get(0).text(name);
    }

    /**
     * Opens a dataset.
     *
     * @param name its name
     * @param progress told how far it is
     * @throws IOException when it cannot be read
     * @throws InputException when there is none of this name, naming the nearest
     */
    public Dataset dataset(String name, Progress progress) throws IOException {
        return dataset(name, Setting.NOWHERE, progress);
    }

    /**
     * Opens a dataset that was asked for at a place.
     *
     * @param name its name
     * @param place where it was asked for
     * @param progress told how far it is
     * @throws IOException when it cannot be read
     * @throws InputException when there is none of this name, or several, naming the place
     */
    public Dataset dataset(String name, Place place, Progress progress) throws IOException {
        List<DatasetLibrary> offering = libraries.stream()
                .filter(library -> library.datasets().stream()
                        .anyMatch(dataset -> dataset.name().equals(name)))
                .toList();
        if (offering.size() > 1) {
            throw Setting.mistake(
                    place, "There are several datasets named '" + name + "'; rename the one in your own folder");
        }
        if (offering.isEmpty()) {
            for (DatasetLibrary library : libraries) {
                String reason = library.wrong().get(name);
                if (reason != null) {
                    throw Setting.mistake(place, reason);
                }
            }
            throw Setting.mistake(
                    place,
                    Names.unknown(
                            "dataset",
                            name,
                            datasets().stream().map(DatasetDescriptor::name).toList()));
        }
        return offering.get(0).open(name, progress);
    }

    /** Collects what a catalogue holds. Not thread-safe. */
    public static final class Builder {
        private final List<Entry> entries = new ArrayList<>();
        private final List<DatasetLibrary> libraries = new ArrayList<>();
        private final List<ExperimentLibrary> experiments = new ArrayList<>();
        private final List<TableReader> tables = new ArrayList<>();
        private final List<Origin> kernel = new ArrayList<>();
        private final List<String> hints = new ArrayList<>();
        private final Map<String, PluginFile> plugins = new HashMap<>();

        private Builder() {
            add(new NoSeeds(), new Origin("org.einfluss.engine", "", ""));
        }

        /**
         * Adds a component whose class need not be loaded yet.
         *
         * @param kind its kind
         * @param id its id
         * @param name its name for people
         * @param summary what it does, may be empty
         * @param cite its sources
         * @param origin where it comes from
         * @param component gives the component when it is first needed
         * @return this
         */
        public Builder add(
                Kind kind,
                String id,
                String name,
                String summary,
                List<String> cite,
                Origin origin,
                Supplier<?> component) {
            entries.add(new Entry(kind, id, name, summary, cite, origin, component));
            return this;
        }

        /**
         * Adds a component that carries {@link Described}, a dataset library, an experiment library, or a table reader.
         *
         * @param component the component
         * @return this
         * @throws IllegalArgumentException when it is none of these
         */
        public Builder add(Object component) {
            return add(component, Origin.of(component.getClass()));
        }

        /**
         * Adds a component that carries {@link Described}, a dataset library, an experiment library, or a table reader.
         *
         * @param component the component
         * @param origin where it comes from
         * @return this
         * @throws IllegalArgumentException when it is none of these
         */
        public Builder add(Object component, Origin origin) {
            boolean known = false;
            if (component instanceof DatasetLibrary library) {
                libraries.add(library);
                known = true;
            }
            if (component instanceof ExperimentLibrary library) {
                experiments.add(library);
                known = true;
            }
            if (component instanceof TableReader reader) {
                tables.add(reader);
                known = true;
            }
            for (Kind kind : Kind.values()) {
                if (kind.type().isInstance(component)) {
                    Described described = component.getClass().getAnnotation(Described.class);
                    if (described == null) {
                        throw new IllegalArgumentException(component.getClass().getName() + " lacks @Described");
                    }
                    add(
                            kind,
                            described.id(),
                            described.name(),
                            described.summary(),
                            List.of(described.cite()),
                            origin,
                            () -> component);
                    known = true;
                }
            }
            if (!known) {
                throw new IllegalArgumentException(component.getClass().getName() + " is nothing a catalogue holds");
            }
            return this;
        }

        /**
         * Adds a bundle that takes part in every run.
         *
         * @param origin the bundle
         * @return this
         */
        public Builder kernel(Origin origin) {
            kernel.add(origin);
            return this;
        }

        /**
         * Adds what to say when an id is unknown, for example that a component could not start and why.
         *
         * @param sentence the sentence
         * @return this
         */
        public Builder hint(String sentence) {
            hints.add(sentence);
            return this;
        }

        /**
         * Adds the file that a plug-in was made of, so that studies can keep it.
         *
         * @param origin where the plug-in's components come from
         * @param file the file
         * @return this
         */
        public Builder plugin(Origin origin, PluginFile file) {
            plugins.put(origin.name(), file);
            return this;
        }

        /** Returns the catalogue. */
        public Catalog build() {
            return new Catalog(this);
        }
    }
}
