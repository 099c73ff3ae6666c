package org.einfluss.engine.experiment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einfluss.api.None;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Entry;
import org.einfluss.engine.parameters.Names;
import org.einfluss.engine.parameters.ParameterSchema;
import org.einfluss.engine.parameters.Setting;

/**
 * The components of an experiment and what varies in it. The order of the factors is that of the slots, the components and
 * the parameter records, never that of the keys in a file.
 */
final class Factors {
    private final Map<Slot, List<Candidate>> candidates = new EnumMap<>(Slot.class);
    private final List<Factor> all = new ArrayList<>();

    Factors(Experiment experiment, Catalog catalog) {
        for (Slot slot : Slot.values()) {
            List<Configured> components = slot.components(experiment);
            List<Candidate> found = new ArrayList<>();
            for (int i = 0; i < components.size(); i++) {
                found.add(candidate(slot, i, components, catalog));
            }
            candidates.put(slot, found);
            if (slot.isChoice() && found.size() > 1) {
                checkDistinct(found);
                all.add(Factor.choice(slot, found));
            }
            for (Candidate candidate : found) {
                for (ParameterSchema.Varied varied :
                        candidate.schema().varied(candidate.configured().settings())) {
                    all.add(Factor.parameter(candidate, varied));
                }
            }
        }
    }

    private static Candidate candidate(Slot slot, int index, List<Configured> components, Catalog catalog) {
        Configured configured = components.get(index);
        String id = configured.id();
        boolean unique =
                components.stream().filter(other -> other.id().equals(id)).count() == 1;
        String prefix =
                components.size() == 1 ? slot.key() : unique ? slot.key() + "." + id : slot.key() + "[" + index + "]";
        String label = unique || configured.settings().entries().isEmpty()
                ? id
                : id + " " + configured.settings().flow();
        if (slot == Slot.NETWORK && id.equals(Planner.DATASET)) {
            ParameterSchema schema = ParameterSchema.of(DatasetNetwork.class);
            // Beside generators a dataset is known by its name, not by the word.
            String known = unique ? named(configured, components).orElse(label) : label;
            return new Candidate(slot, index, configured, Optional.empty(), schema, prefix, known);
        }
        if (slot == Slot.CAMPAIGN && id.equals(Planner.NONE)) {
            ParameterSchema schema = ParameterSchema.of(None.class);
            return new Candidate(slot, index, configured, Optional.empty(), schema, prefix, label);
        }
        if (slot == Slot.NETWORK && !catalog.contains(slot.kind(), id) && isDataset(catalog, id)) {
            throw Setting.mistake(
                    configured.place(), "'" + id + "' is a dataset; write 'network: {id: dataset, name: " + id + "}'");
        }
        Entry entry = catalog.find(slot.kind(), id, configured.place());
        return new Candidate(slot, index, configured, Optional.of(entry), entry.schema(), prefix, label);
    }

    private static Optional<String> named(Configured dataset, List<Configured> components) {
        return dataset.settings()
                .find("name")
                .filter(Setting.Scalar.class::isInstance)
                .map(name -> ((Setting.Scalar) name).text())
                .filter(name ->
                        components.stream().noneMatch(other -> other.id().equals(name)));
    }

    private static boolean isDataset(Catalog catalog, String name) {
        return catalog.datasets().stream().anyMatch(dataset -> dataset.name().equals(name));
    }

    private static void checkDistinct(List<Candidate> found) {
        for (Candidate candidate : found) {
            for (Candidate other : found.subList(0, candidate.index())) {
                if (other.label().equals(candidate.label()) || isSame(other, candidate)) {
                    throw Setting.mistake(
                            candidate.configured().place(),
                            "'" + candidate.label() + "' is given twice; keep one of them");
                }
            }
        }
    }

    /** Whether two components are spelt differently and mean the same; those in which something varies differ by points. */
    private static boolean isSame(Candidate one, Candidate other) {
        return one.configured().id().equals(other.configured().id())
                && isFixed(one)
                && isFixed(other)
                && one.schema()
                        .bind(one.configured().settings())
                        .equals(other.schema().bind(other.configured().settings()));
    }

    private static boolean isFixed(Candidate candidate) {
        return candidate.schema().varied(candidate.configured().settings()).isEmpty();
    }

    List<Factor> all() {
        return all;
    }

    List<Candidate> candidates(Slot slot) {
        return candidates.get(slot);
    }

    /** Returns the component that an assignment chooses; empty where the slot is empty. */
    Optional<Candidate> chosen(Slot slot, Map<Factor, Setting> assignment) {
        List<Candidate> there = candidates.get(slot);
        if (there.size() <= 1) {
            return there.stream().findFirst();
        }
        for (Factor factor : all) {
            if (factor.slot() == slot && factor.isChoice()) {
                Setting level = assignment.get(factor);
                if (level == null) {
                    throw new IllegalStateException(factor.name() + " is not assigned");
                }
                String label = level instanceof Setting.Scalar scalar ? scalar.text() : level.flow();
                return Optional.of(there.stream()
                        .filter(candidate -> candidate.label().equals(label))
                        .findFirst()
                        .orElseThrow(() -> level.mistake(Names.unknown(
                                "level of " + factor.name(),
                                label,
                                there.stream().map(Candidate::label).toList()))));
            }
        }
        throw new IllegalStateException(slot + " has several components but no choice");
    }

    /** Returns whether a factor has a meaning in an assignment: its component is chosen, or it is itself a choice. */
    boolean isActive(Factor factor, Map<Factor, Setting> assignment) {
        return factor.isChoice()
                || !factor.slot().isChoice()
                || chosen(factor.slot(), assignment)
                        .filter(candidate -> candidate.index() == factor.component())
                        .isPresent();
    }

    /**
     * Returns the factor of a name, which may also be a parameter that the experiment does not vary.
     *
     * @param name the name, for example {@code model.threshold}
     * @param from where it stands
     */
    Factor named(String name, Setting from) {
        for (Factor factor : all) {
            if (factor.name().equals(name)) {
                return factor;
            }
        }
        List<String> valid = new ArrayList<>(all.stream().map(Factor::name).toList());
        for (Slot slot : Slot.values()) {
            for (Candidate candidate : candidates.get(slot)) {
                String prefix = candidate.prefix() + ".";
                if (name.startsWith(prefix)) {
                    String path = name.substring(prefix.length());
                    int dot = path.indexOf('.');
                    if (candidate
                            .schema()
                            .find(dot < 0 ? path : path.substring(0, dot))
                            .isPresent()) {
                        return new Factor(
                                name, slot, candidate.index(), path, List.of(), Optional.empty(), false, from.place());
                    }
                }
                for (String parameter : candidate.schema().names()) {
                    if (!valid.contains(prefix + parameter)) {
                        valid.add(prefix + parameter);
                    }
                }
            }
        }
        throw from.mistake(Names.unknown("factor", name, valid));
    }
}
