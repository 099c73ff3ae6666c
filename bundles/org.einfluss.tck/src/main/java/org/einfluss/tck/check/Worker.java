package org.einfluss.tck.check;

import java.util.Arrays;
import java.util.List;
import org.einfluss.api.Progress;
import org.einfluss.api.Variable;
import org.einfluss.api.model.EventSink;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.NodeStates;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Network;

/** Runs a model as the engine does, and looks at everything. Owned by one thread. */
final class Worker {
    private static final double UNTOUCHED = -7.013e-301;
    private static final int MARGIN = 3;

    private final Simulation simulation;
    private final List<Variable> variables;
    private final int nodes;
    private final Run run;
    private Trace trace = new Trace();

    Worker(Model<Record> model, Record parameters, Network network, boolean commonCoins) {
        simulation = model.bind(parameters, network);
        variables = model.variables(parameters);
        nodes = network.nodes();
        EventSink sink = (time, node, from, to, cause) -> trace.event(time, node, from, to, cause);
        run = new Run(commonCoins, Progress.NONE, sink).on(network);
    }

    Worker begin(long key, int... seeds) {
        trace = new Trace();
        simulation.begin(run.begin(key, seeds));
        look();
        return this;
    }

    /** Does one step unless the run has ended; returns whether it goes on. */
    boolean step() {
        if (!trace.settled) {
            trace.settled = !simulation.step();
            look();
        }
        return !trace.settled;
    }

    Trace finish(int maxSteps) {
        while (trace.moments.size() <= maxSteps && step()) {
            // every step looks for itself
        }
        return trace;
    }

    Trace trace() {
        return trace;
    }

    /** Reads all that can be read, twice, and sees that reading changes nothing and writes its own slots only. */
    private void look() {
        double[] row = slots(MARGIN);
        double[] again = slots(0);
        for (int i = 0; i < row.length; i++) {
            if (Double.doubleToRawLongBits(row[i]) != Double.doubleToRawLongBits(again[i])) {
                throw new Violation(
                        "observing twice gives " + variables.get(i).name() + " = " + row[i] + " and " + again[i]);
            }
        }
        NodeStates view = simulation.nodes();
        int[] states = new int[nodes];
        double[] values = new double[nodes];
        for (int v = 0; v < nodes; v++) {
            states[v] = view.state(v);
            values[v] = view.value(v);
        }
        trace.moments.add(new Trace.Moment(simulation.time(), row, states, values, trace.events.size()));
    }

    private double[] slots(int offset) {
        double[] row = new double[offset + variables.size() + MARGIN];
        Arrays.fill(row, UNTOUCHED);
        simulation.observe(row, offset);
        for (int i = 0; i < row.length; i++) {
            boolean own = i >= offset && i < offset + variables.size();
            boolean touched = row[i] != UNTOUCHED;
            if (own && !touched) {
                throw new Violation(
                        "observe does not write " + variables.get(i - offset).name());
            }
            if (!own && touched) {
                throw new Violation("observe(row, " + offset + ") writes row[" + i + "] though the model declares "
                        + variables.size() + " variables");
            }
        }
        return Arrays.copyOfRange(row, offset, offset + variables.size());
    }
}
