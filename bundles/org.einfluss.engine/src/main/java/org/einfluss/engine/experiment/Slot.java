package org.einfluss.engine.experiment;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.einfluss.engine.catalog.Kind;

/** The places of an experiment whose components may be, or have, factors; in the order in which points are enumerated. */
enum Slot {
    NETWORK(Kind.GENERATOR, Experiment::networks),
    PREPARE(Kind.TRANSFORM, Experiment::prepare),
    MODEL(Kind.MODEL, Experiment::models),
    SEEDING(Kind.SEEDING, Experiment::seedings),
    CAMPAIGN(Kind.CAMPAIGN, Experiment::campaigns);

    private final Kind kind;
    private final Function<Experiment, List<Configured>> components;

    Slot(Kind kind, Function<Experiment, List<Configured>> components) {
        this.kind = kind;
        this.components = components;
    }

    Kind kind() {
        return kind;
    }

    /** The key in files, and the first word of its factors' names. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<Configured> components(Experiment experiment) {
        return components.apply(experiment);
    }

    /** Whether one of its components is chosen; else all of them apply, one after the other. */
    boolean isChoice() {
        return this != PREPARE;
    }
}
