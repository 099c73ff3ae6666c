package org.einfluss.theory.baselines;

import org.einfluss.api.model.NodeStates;
import org.einfluss.api.model.Run;
import org.einfluss.math.IntList;

/** Who is in which compartment of an epidemic: states, counts, the log, and the nodes to be reset before the next run. */
final class Compartments implements NodeStates {
    final byte[] state;
    final Course course;
    private final boolean[] ever;
    private final int[] touched;
    private final int[] count;
    private Run run = new Run();
    private int size;
    private int seeds;
    private int peak;
    private double peakTime;
    private double lastChange;

    Compartments(Course course, int nodes) {
        this.course = course;
        state = new byte[nodes];
        ever = new boolean[nodes];
        touched = new int[nodes];
        count = new int[course.states().size()];
    }

    /** Makes everybody susceptible again; the caller then infects the seeds. */
    void begin(Run newRun) {
        run = newRun;
        for (int i = 0; i < size; i++) {
            state[touched[i]] = 0;
            ever[touched[i]] = false;
        }
        java.util.Arrays.fill(count, 0);
        count[0] = state.length;
        size = 0;
        peak = 0;
        peakTime = 0;
        lastChange = 0;
        IntList chosen = newRun.seeds();
        seeds = chosen.size();
    }

    boolean isSusceptible(int node) {
        return state[node] == 0;
    }

    int susceptible() {
        return count[0];
    }

    void change(double time, int node, int to, int cause) {
        int from = state[node];
        if (run.isRecorded()) {
            run.event(time, node, from, to, cause);
        }
        state[node] = (byte) to;
        count[from]--;
        count[to]++;
        lastChange = time;
        if (!ever[node]) {
            ever[node] = true;
            touched[size++] = node;
        }
    }

    /** To be called when all changes of a moment are made. */
    void look(double time) {
        if (count[course.infectious] > peak) {
            peak = count[course.infectious];
            peakTime = time;
        }
    }

    void observe(double[] row, int offset) {
        int n = state.length;
        row[offset] = size;
        row[offset + 1] = seeds;
        row[offset + 2] = n == 0 ? 0 : (double) size / n;
        row[offset + 3] = n == 0 ? 0 : (double) (size - seeds) / n;
        row[offset + 4] = lastChange;
        row[offset + 5] = peak;
        row[offset + 6] = peakTime;
        for (int s = 0; s < count.length; s++) {
            row[offset + 7 + s] = count[s];
        }
    }

    @Override
    public int state(int node) {
        return state[node];
    }
}
