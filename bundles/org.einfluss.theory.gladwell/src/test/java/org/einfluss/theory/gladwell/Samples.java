package org.einfluss.theory.gladwell;

import java.util.List;
import org.einfluss.api.Progress;
import org.einfluss.api.Variable;
import org.einfluss.api.model.EventSink;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Column;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;

/** Small networks, and runs of the model on them. */
final class Samples {
    private static final List<String> NAMES = new LawOfTheFew()
            .variables(LawOfTheFew.Parameters.of(0.5, 0.1, LawOfTheFew.Contagion.ALL_AWARE)).stream()
                    .map(Variable::name)
                    .toList();

    private Samples() {}

    /** Columns of communities, expertise and persuasiveness. */
    static Network withRoles(Network plain) {
        int[] community = new int[plain.nodes()];
        double[] expertise = new double[plain.nodes()];
        double[] persuasiveness = new double[plain.nodes()];
        for (int v = 0; v < expertise.length; v++) {
            community[v] = v % 3;
            expertise[v] = v % 5 == 4 ? 1 : 0;
            persuasiveness[v] = v % 7 == 3 ? 3 : 1;
        }
        return plain.withNodeColumn(Column.integers("community", "", community))
                .withNodeColumn(Column.doubles("expertise", "", expertise))
                .withNodeColumn(Column.doubles("persuasiveness", "", persuasiveness));
    }

    /** Sources 0 … count−1 that one listener hears; the listener is the last node. */
    static Network funnel(int count) {
        GraphBuilder graph = new GraphBuilder(count + 1, true);
        for (int u = 0; u < count; u++) {
            graph.add(u, count);
        }
        return Network.of(graph.build().graph());
    }

    static Network everyExpert(Network network) {
        double[] one = new double[network.nodes()];
        java.util.Arrays.fill(one, 1);
        return network.withNodeColumn(Column.doubles("expertise", "", one));
    }

    static Run run() {
        return new Run(true, Progress.NONE, EventSink.NONE);
    }

    static double value(Simulation simulation, String variable) {
        double[] row = new double[NAMES.size()];
        simulation.observe(row, 0);
        return row[NAMES.indexOf(variable)];
    }

    /** Steps until the end, at most so many. */
    static Simulation finish(Simulation simulation, int most) {
        int steps = 0;
        while (steps < most && simulation.step()) {
            steps++;
        }
        return simulation;
    }
}
