package org.einfluss.engine.experiment;

import java.util.Optional;
import org.einfluss.engine.catalog.Entry;
import org.einfluss.engine.parameters.ParameterSchema;

/**
 * A component of an experiment with its schema.
 *
 * @param slot where it stands
 * @param index its position there
 * @param configured what was said of it
 * @param entry the component; empty for a dataset and for no campaign
 * @param schema its parameters
 * @param prefix first part of its factors' names: {@code model}, or {@code model.watts-threshold} where there are several
 * @param label its level where it is one of several
 */
record Candidate(
        Slot slot,
        int index,
        Configured configured,
        Optional<Entry> entry,
        ParameterSchema schema,
        String prefix,
        String label) {}
