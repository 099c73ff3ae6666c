package org.einfluss.analyses;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.einfluss.api.InputException;
import org.einfluss.api.Variable;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.Estimate;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.graph.Column;

/** What the analyses ask of a study alike. */
final class Responses {
    /** Level of all intervals. */
    static final double LEVEL = 0.95;

    private Responses() {}

    /** The variable of a name, which is there; without one reach where it is observed, else the first. */
    static Variable variable(Plan plan, Optional<String> name) {
        String wanted = name.orElse("reach");
        return plan.variables().stream()
                .filter(variable -> variable.name().equals(wanted))
                .findFirst()
                .orElseGet(() -> plan.variables().get(0));
    }

    /** What a plan lacks: the variable, or the points of the design, where the sentence says what is needed. */
    static List<String> needs(Plan plan, Optional<String> variable, boolean isDesign, String needed) {
        List<String> lacking = new ArrayList<>();
        if (plan.variables().isEmpty()) {
            lacking.add("The study observes no variable.");
        }
        variable.ifPresent(name -> lacking.addAll(plan.missing(name)));
        if (!isDesign) {
            lacking.add(needed);
        }
        return lacking;
    }

    /** The mean of a variable at every design point, in the order of the plan. */
    static double[] means(Study study, Variable variable) {
        List<DesignPoint> points = study.plan().points();
        double[] means = new double[points.size()];
        int without = 0;
        for (DesignPoint point : points) {
            Estimate mean = study.estimates().mean(point.index(), variable.name());
            means[point.index()] = mean.value();
            without += Double.isNaN(mean.value()) ? 1 : 0;
        }
        if (without > 0) {
            throw new InputException("The variable '" + variable.name() + "' has no value at " + without + " of "
                    + points.size() + " design points, since all their runs failed or do not observe it.");
        }
        return means;
    }

    /** Whether a network configuration has one network only, so that numbers hold for it alone. */
    static boolean isSingle(NetworkConfiguration network) {
        return network.fixed() || network.draws() == 1;
    }

    /** What must be said beside numbers that are computed from the means at design points. */
    static List<String> notes(Plan plan) {
        List<String> notes = new ArrayList<>();
        notes.add("The response at a design point is the mean over its "
                + (plan.networks().stream().allMatch(Responses::isSingle)
                        ? "runs, conditional on its one network"
                        : "networks and runs")
                + ". Its own chance error counts as interaction of all factors: where effects are small, use more replicates, and read "
                + "the intervals, which contain it.");
        return notes;
    }

    static String label(String what, Variable variable) {
        return variable.unit().isEmpty() ? what : what + " (" + variable.unit() + ")";
    }

    static Column column(String name, String unit, String meaning, double[] values) {
        return Column.doubles(name, unit, values).withMeaning(meaning);
    }
}
