package org.einfluss.api.study;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.einfluss.api.Variable;

/**
 * A resolved experiment: everything that decides the numbers, and nothing else.
 *
 * @param id SHA-256 of all the rest in hexadecimal digits: the study's id
 * @param title title of the experiment
 * @param key master key of all random numbers
 * @param networks the network configurations
 * @param points the design points
 * @param shards the units of work
 * @param factors names of the factors, in the order of the experiment
 * @param measures measures on every run
 * @param variables what is observed: the variables of all models, then of all measures, each name once
 * @param analyses analyses to be made of the study
 * @param commonCoins whether coins are common to design points
 * @param independentNetworks whether each design point draws networks of its own
 * @param maxSteps step limit of a run; a run that reaches it is censored
 * @param recording what is kept of each run
 * @param until precision at which sampling stops early, if asked for
 * @param inputs hashes of what entered: datasets, bundles, engine, by name
 * @param notes what the planner decided for the user, each a sentence
 */
public record Plan(
        String id,
        String title,
        long key,
        List<NetworkConfiguration> networks,
        List<DesignPoint> points,
        List<Shard> shards,
        List<String> factors,
        List<Component> measures,
        List<Variable> variables,
        List<Component> analyses,
        boolean commonCoins,
        boolean independentNetworks,
        int maxSteps,
        Recording recording,
        Optional<Precision> until,
        Map<String, String> inputs,
        List<String> notes) {
    /** Copies the collections. */
    public Plan {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        networks = List.copyOf(networks);
        points = List.copyOf(points);
        shards = List.copyOf(shards);
        factors = List.copyOf(factors);
        measures = List.copyOf(measures);
        variables = List.copyOf(variables);
        analyses = List.copyOf(analyses);
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        notes = List.copyOf(notes);
    }

    /**
     * Returns the position of a variable in the rows.
     *
     * @param name the variable's name
     * @throws IllegalArgumentException naming the variables that exist
     */
    public int variable(String name) {
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("The study has no variable '" + name + "'; it has "
                + variables.stream().map(Variable::name).toList());
    }

    /**
     * Names the variables that an analysis needs and the plan does not observe.
     *
     * @param names names of variables
     * @return a sentence for each; empty where all are observed
     */
    public List<String> missing(String... names) {
        List<String> there = variables.stream().map(Variable::name).toList();
        return Arrays.stream(names)
                .filter(name -> !there.contains(name))
                .map(name -> "It needs the variable '" + name + "', but the models and measures of the study observe "
                        + (there.isEmpty() ? "none" : String.join(", ", there)) + ".")
                .toList();
    }

    /**
     * Returns the network configuration of a design point.
     *
     * @param point the point
     */
    public NetworkConfiguration network(DesignPoint point) {
        return networks.get(point.network());
    }

    /** What is kept of each run. */
    public enum Recording {
        /** The values at the end. */
        FINAL,
        /** The values after every step. */
        EVERY_STEP,
        /** The values at the end and the adoption log. */
        LOG
    }

    /**
     * A stopping rule: sample in fixed batches until the interval of a variable's mean is narrow enough at every point.
     *
     * @param variable the variable
     * @param halfWidth the half-width to reach, in the variable's unit
     */
    public record Precision(String variable, double halfWidth) {}
}
