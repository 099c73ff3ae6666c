package org.einfluss.theory.watts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.StudyAnalysis;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.Events;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.osgi.service.component.annotations.Component;

/**
 * Structural virality of simulated cascades, from the adoption log.
 *
 * <p>A node's parent is the one that the model names as the cause: where several sources act together (thresholds), the one that made the
 * threshold full. Each seed and each spontaneous adopter begins a tree. S. Goel, A. Anderson, J. Hofman and D. J. Watts 2016,
 * doi:10.1287/mnsc.2015.2158.
 */
@Component(service = StudyAnalysis.class)
@Described(
        id = "structural-virality",
        name = "Structural virality",
        summary = "Whether cascades are broadcasts or chains: mean distance between adopters, against size.",
        cite = ViralityFindings.GOEL)
public final class StructuralViralityAnalysis implements StudyAnalysis<None> {
    /** For the registry, and for use as a plain library. */
    public StructuralViralityAnalysis() {}

    @Override
    public List<String> needs(None parameters, Plan plan) {
        return plan.recording() == Plan.Recording.LOG
                ? List.of()
                : List.of("It needs the adoption log, but the study records "
                        + (plan.recording() == Plan.Recording.FINAL
                                ? "the final values"
                                : "the values after every step")
                        + " only; set 'recording: log' in the experiment.");
    }

    @Override
    public Findings analyse(Study study, None parameters, Progress progress) {
        checkNeeds(parameters, study);
        Plan plan = study.plan();
        List<CascadeTree> trees = new ArrayList<>();
        try (Events events = study.events()) {
            int[] position = new int[0];
            int[] node = new int[1024];
            int[] parent = new int[1024];
            boolean more = events.next();
            while (more) {
                progress.checkCancelled();
                DesignPoint point = plan.points().get(events.point());
                NetworkConfiguration network = plan.network(point);
                int draw = events.draw();
                int run = events.run();
                int size = 0;
                while (more && events.point() == point.index() && events.draw() == draw && events.run() == run) {
                    if (events.from() == 0) {
                        if (size == node.length) {
                            node = Arrays.copyOf(node, 2 * size);
                            parent = Arrays.copyOf(parent, 2 * size);
                        }
                        int most = Math.max(events.node(), events.cause());
                        if (most >= position.length) {
                            int old = position.length;
                            position = Arrays.copyOf(position, 2 * most + 16);
                            Arrays.fill(position, old, position.length, -1);
                        }
                        // A node that falls back to state 0 and adopts again begins only once.
                        if (position[events.node()] < 0) {
                            node[size] = events.node();
                            parent[size] = events.cause() < 0 ? -1 : position[events.cause()];
                            position[events.node()] = size++;
                        }
                    }
                    more = events.next();
                }
                trees.addAll(CascadeTree.ofForest(
                        point.factors().isEmpty() ? "" : point.label(),
                        draw * network.runs() + run,
                        network.fixed() ? run : draw,
                        Arrays.copyOf(node, size),
                        Arrays.copyOf(parent, size)));
                for (int i = 0; i < size; i++) {
                    position[node[i]] = -1;
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The log of the study cannot be read", unreadable);
        }
        boolean fixed = plan.networks().stream().allMatch(NetworkConfiguration::fixed);
        return ViralityFindings.of(
                "Structural virality of cascades",
                trees,
                PointTheory.caption(study) + "; " + trees.size() + " trees.",
                fixed ? "runs, conditional on this network" : "networks",
                List.of(
                        "Parent: the cause that the model names; where several sources act together, the one that made the threshold full.",
                        "Each seed and each spontaneous adopter begins a tree of its own; failed cascades, trees of one node, count among the trees."),
                List.of());
    }
}
