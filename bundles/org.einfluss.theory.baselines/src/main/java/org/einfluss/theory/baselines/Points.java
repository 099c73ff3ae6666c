package org.einfluss.theory.baselines;

import java.util.OptionalDouble;
import org.einfluss.api.study.Component;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;

/** What study analyses ask of design points. */
final class Points {
    /** More lines than this cannot be told apart in one figure. */
    static final int MOST_SERIES = 6;

    private Points() {}

    /** Returns a number among the settings of a component. */
    static OptionalDouble number(Component component, String name) {
        try {
            return OptionalDouble.of(Double.parseDouble(component.settings().getOrDefault(name, "")));
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }

    /** Returns whether everybody is linked to everybody. */
    static boolean isComplete(NetworkConfiguration network) {
        return network.generator().id().equals("complete") && network.prepare().isEmpty();
    }

    /** Returns the mean degree where the network is an Erdős–Rényi network left as it is. */
    static OptionalDouble poissonDegree(NetworkConfiguration network) {
        return network.generator().id().equals("erdos-renyi")
                        && network.prepare().isEmpty()
                ? number(network.generator(), "mean-degree")
                : OptionalDouble.empty();
    }

    /** Returns the number of nodes of a design point's networks. */
    static int nodes(Study study, DesignPoint point) {
        NetworkConfiguration network = study.plan().network(point);
        OptionalDouble asked =
                network.prepare().isEmpty() ? number(network.generator(), "nodes") : OptionalDouble.empty();
        return asked.isPresent()
                ? (int) asked.getAsDouble()
                : study.network(network.index(), 0).nodes();
    }

    static boolean observes(Plan plan, String variable) {
        return plan.variables().stream().anyMatch(one -> one.name().equals(variable));
    }

    /** Networks, runs and key, for captions. */
    static String caption(Study study) {
        StringBuilder text = new StringBuilder();
        for (NetworkConfiguration one : study.plan().networks()) {
            String size = one.fixed()
                    ? one.runs() + " runs on one network"
                    : one.draws() + " networks × " + one.runs() + " runs";
            if (text.indexOf(size) < 0) {
                text.append(text.length() == 0 ? "" : "; ").append(size);
            }
        }
        return text.append(" at each point, key ").append(study.plan().key()).toString();
    }
}
