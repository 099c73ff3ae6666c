package org.einfluss.engine.experiment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.einfluss.api.InputException.Place;
import org.einfluss.api.study.Plan;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.parameters.Setting;

/**
 * A complete experiment as plain data, the value that a file, a form or a program makes. Where several components stand in
 * {@code networks}, {@code models}, {@code seedings} or {@code campaigns}, the choice is a factor.
 *
 * @param title title for people
 * @param networks generators, or {@code dataset} with its {@code name}; at least one
 * @param prepare transforms, applied in order
 * @param models models; at least one
 * @param seedings seedings; at least one
 * @param campaigns campaigns, {@code none} for none; empty: none
 * @param measures measures on every run
 * @param design which combinations of levels are run
 * @param replicates how often
 * @param networkDraws whether design points with the same network configuration share their networks
 * @param coins whether design points share their coins; empty: they do where there is anything to compare
 * @param maxSteps step limit of a run
 * @param recording what is kept of each run
 * @param key key of all random numbers
 * @param analyses analyses of the study
 * @param designPlace where the design was written, for messages
 * @param untilPlace where the variable of the stopping rule was written, for messages
 */
public record Experiment(
        String title,
        List<Configured> networks,
        List<Configured> prepare,
        List<Configured> models,
        List<Configured> seedings,
        List<Configured> campaigns,
        List<Configured> measures,
        Design design,
        Replicates replicates,
        Sharing networkDraws,
        Optional<Sharing> coins,
        int maxSteps,
        Plan.Recording recording,
        long key,
        List<Configured> analyses,
        Place designPlace,
        Place untilPlace) {
    /** Copies the lists. */
    public Experiment {
        Objects.requireNonNull(title);
        networks = List.copyOf(networks);
        prepare = List.copyOf(prepare);
        models = List.copyOf(models);
        seedings = List.copyOf(seedings);
        campaigns = List.copyOf(campaigns);
        measures = List.copyOf(measures);
        Objects.requireNonNull(design);
        Objects.requireNonNull(replicates);
        Objects.requireNonNull(networkDraws);
        Objects.requireNonNull(coins);
        Objects.requireNonNull(recording);
        analyses = List.copyOf(analyses);
        Objects.requireNonNull(designPlace);
        Objects.requireNonNull(untilPlace);
    }

    /**
     * Returns the ids of components and the names of datasets that it uses and a catalogue lacks, each once, in the order of the file;
     * empty: it can be planned, as far as its settings are right.
     *
     * @param catalog what is installed
     */
    public List<String> missing(Catalog catalog) {
        Set<String> missing = new LinkedHashSet<>();
        for (Slot slot : Slot.values()) {
            for (Configured component : slot.components(this)) {
                if (slot == Slot.NETWORK && component.id().equals(Planner.DATASET)) {
                    component
                            .settings()
                            .find("name")
                            .filter(Setting.Scalar.class::isInstance)
                            .map(name -> ((Setting.Scalar) name).text())
                            .filter(name -> catalog.datasets().stream()
                                    .noneMatch(dataset -> dataset.name().equals(name)))
                            .ifPresent(missing::add);
                } else if (slot != Slot.CAMPAIGN || !component.id().equals(Planner.NONE)) {
                    require(component, slot.kind(), catalog, missing);
                }
            }
        }
        measures.forEach(measure -> require(measure, Kind.MEASURE, catalog, missing));
        analyses.forEach(analysis -> require(analysis, Kind.STUDY_ANALYSIS, catalog, missing));
        return List.copyOf(missing);
    }

    private static void require(Configured component, Kind kind, Catalog catalog, Set<String> missing) {
        if (!catalog.contains(kind, component.id())) {
            missing.add(component.id());
        }
    }

    /**
     * Returns the same with some settings changed, as on a command line.
     *
     * @param assignments each {@code path=value}, for example {@code model.threshold=0.2}, {@code model[1].probability=0.1},
     *     {@code model.independent-cascade.probability=0.1}, {@code replicates.runs=10} or {@code key=7}; positions count
     *     from 0
     * @throws org.einfluss.api.InputException when a path leads nowhere or a value is wrong; parameters of components are
     *     checked when planned
     */
    public Experiment withSettings(List<String> assignments) {
        return ExperimentFile.withSettings(this, assignments);
    }
}
