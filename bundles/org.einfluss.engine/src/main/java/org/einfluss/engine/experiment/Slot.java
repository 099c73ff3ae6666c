package org.einfluss.engine.experiment;

import java.util.List;
import java.util.Locale;
import org.einfluss.engine.catalog.Kind;

/** The places of an experiment whose components may be, or have, factors; in the order in which points are enumerated. */
enum Slot {
    NETWORK(Kind.GENERATOR),
    PREPARE(Kind.TRANSFORM),
    MODEL(Kind.MODEL),
    SEEDING(Kind.SEEDING),
    CAMPAIGN(Kind.CAMPAIGN);

    private final Kind kind;

    Slot(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** The key in files, and the first word of its factors' names. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<Configured> components(Experiment experiment) {
        return switch (this) {
            case NETWORK -> experiment.networks();
            case PREPARE -> experiment.prepare();
            case MODEL -> experiment.models();
            case SEEDING -> experiment.seedings();
            case CAMPAIGN -> experiment.campaigns();
        };
    }

    /** Whether one of its components is chosen; else all of them apply, one after the other. */
    boolean isChoice() {
        return this != PREPARE;
    }
}
