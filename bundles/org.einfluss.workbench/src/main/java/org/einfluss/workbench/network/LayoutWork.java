package org.einfluss.workbench.network;

import java.util.function.Consumer;
import org.einfluss.api.Progress;
import org.einfluss.graph.Graph;
import org.einfluss.workbench.network.ForceLayout.Positions;

/** Lays a network out in the background and shows how it forms. */
public final class LayoutWork {
    private static final long INTERVAL_NANOS = 120_000_000L;

    private LayoutWork() {}

    /**
     * Moves nodes until the layout is done.
     *
     * @param graph the network
     * @param shown receives places now and then, and the last ones
     * @param progress asked for cancellation
     */
    public static Positions run(Graph graph, Consumer<Positions> shown, Progress progress) {
        ForceLayout layout = new ForceLayout(graph);
        shown.accept(layout.positions());
        long next = System.nanoTime() + INTERVAL_NANOS;
        while (layout.step()) {
            progress.checkCancelled();
            if (System.nanoTime() - next > 0) {
                shown.accept(layout.positions());
                next = System.nanoTime() + INTERVAL_NANOS;
            }
        }
        return layout.positions();
    }

    /**
     * Returns whether a network is small enough for a picture.
     *
     * @param graph the network
     */
    public static boolean isDrawn(Graph graph) {
        return graph.nodes() <= 50_000;
    }
}
