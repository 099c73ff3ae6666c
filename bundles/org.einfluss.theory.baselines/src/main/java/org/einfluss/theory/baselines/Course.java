package org.einfluss.theory.baselines;

import java.util.ArrayList;
import java.util.List;
import org.einfluss.api.Variable;

/** The compartments a node passes through in an epidemic, each named and numbered as in {@link #states}. */
enum Course {
    SI("susceptible infectious", -1, 1, 1),
    SIS("susceptible infectious", -1, 1, 0),
    SIR("susceptible infectious recovered", -1, 1, 2),
    SEIR("susceptible exposed infectious recovered", 1, 2, 3);

    private final String names;
    /** Code of the stage between infection and infectiousness; negative where there is none. */
    final int exposed;

    final int infectious;
    /** What an infectious node becomes when its infectious period ends. */
    final int after;

    Course(String names, int exposed, int infectious, int after) {
        this.names = names;
        this.exposed = exposed;
        this.infectious = infectious;
        this.after = after;
    }

    /** Names the states, indexed by their code. */
    List<String> states() {
        return List.of(names.split(" "));
    }

    /** Returns the state of a node just infected by another one. */
    int entry() {
        return exposed < 0 ? infectious : exposed;
    }

    /** Returns whether nodes become susceptible again. */
    boolean returns() {
        return after == 0;
    }

    /** Names what {@link Compartments#observe} writes. */
    List<Variable> variables(String unitOfTime) {
        List<Variable> variables = new ArrayList<>();
        variables.add(new Variable("size", "nodes", "Nodes ever infected, seeds included"));
        variables.add(
                new Variable("seeds", "nodes", "Nodes infectious from the start because they were chosen as seeds"));
        variables.add(
                new Variable("reach", "share of nodes", "Nodes ever infected, seeds included, divided by all nodes"));
        variables.add(
                new Variable("gain", "share of nodes", "Nodes ever infected without the seeds, divided by all nodes"));
        variables.add(new Variable("duration", unitOfTime, "Time of the last change of a node's state"));
        variables.add(new Variable("peak", "nodes", "Most nodes infectious at the same time"));
        variables.add(new Variable("peak-time", unitOfTime, "When most nodes were infectious for the first time"));
        for (String state : states()) {
            variables.add(new Variable(state, "nodes", "Nodes that are " + state + " now"));
        }
        return variables;
    }
}
