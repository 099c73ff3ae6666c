package org.einfluss.theory.baselines;

import org.einfluss.api.model.NodeStates;
import org.einfluss.api.model.Purpose;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Graph;
import org.einfluss.math.Coins;
import org.einfluss.math.IntList;
import org.einfluss.math.RandomStream;

/**
 * An epidemic in steps: every infectious node tries each susceptible listener with probability β per step, then its infectious period
 * ends with probability γ; an exposed node becomes infectious with probability σ per step.
 *
 * <p>All read the state of step t and write t + 1, so that a susceptible node with m infectious sources is infected with probability
 * 1 − (1 − β)^m and with γ = 1 everyone is infectious for exactly one step (Reed–Frost). Where nodes are infected at most once, coins are
 * counted from the node's own infection: the same key then reaches the same nodes whatever the exposed stage, and more with a larger β.
 * Without common coins the arcs that fail before the next contact are skipped at once. A node's own stages are drawn by node and step.
 */
final class Epidemic implements Simulation {
    private final int[] offset;
    private final int[] target;
    private final Course course;
    private final double infection;
    private final double onset;
    private final double recovery;
    private final int horizon;
    private final double scale;
    private final Compartments nodes;
    private final int[] infectious;
    private final int[] exposed;
    /** Step in which a node's present stage began; stays 0 where infections repeat, so that coins then belong to steps. */
    private final int[] since;

    private Run run = new Run();
    private int spreading;
    private int waiting;
    private int time;
    private long gap;

    /**
     * Makes the simulation.
     *
     * @param infection β, per arc and step
     * @param onset σ, per step; read only where there is an exposed stage
     * @param recovery γ, per step
     * @param horizon steps after which the run is cut off
     */
    Epidemic(Course course, Graph graph, double infection, double onset, double recovery, int horizon) {
        this.course = course;
        this.infection = infection;
        this.onset = onset;
        this.recovery = recovery;
        this.horizon = horizon;
        scale = RandomStream.skipScale(infection);
        offset = graph.offsets();
        target = graph.targets();
        nodes = new Compartments(course, graph.nodes());
        infectious = new int[graph.nodes()];
        exposed = new int[course.exposed < 0 ? 0 : graph.nodes()];
        since = new int[graph.nodes()];
    }

    @Override
    public void begin(Run newRun) {
        run = newRun;
        spreading = 0;
        waiting = 0;
        time = 0;
        nodes.begin(newRun);
        IntList seeds = newRun.seeds();
        for (int i = 0; i < seeds.size(); i++) {
            int seed = seeds.get(i);
            nodes.change(0, seed, course.infectious, Run.SEED);
            since[seed] = 0;
            infectious[spreading++] = seed;
        }
        nodes.look(0);
        gap = skips() ? newRun.stream(Purpose.DYNAMICS).nextSkip(scale) : 0;
    }

    /** Where nobody recovers, arcs are looked at one by one instead, to see who has nobody left to infect. */
    private boolean skips() {
        return !run.hasCommonCoins() && recovery > 0;
    }

    @Override
    public boolean step() {
        if (isOver() || time >= horizon) {
            return false;
        }
        run.checkCancelled();
        int spreaders = spreading;
        int waiters = waiting;
        if (skips()) {
            spreadBySkips(spreaders);
        } else if (recovery > 0) {
            spreadByCommonCoins(spreaders);
        } else {
            spreadByCoins(spreaders);
        }
        becomeInfectious(waiters);
        recover(spreaders);
        time++;
        nodes.look(time);
        return !isOver() && time < horizon;
    }

    private boolean isOver() {
        boolean still = infection == 0 && recovery == 0;
        return waiting == 0 && (spreading == 0 || still);
    }

    /** Most coins fail, and cost less than a look at the listener. */
    private void spreadByCommonCoins(int spreaders) {
        long key = run.coinKey();
        int[] coin = run.coinNumbers();
        for (int i = 0; i < spreaders; i++) {
            int node = infectious[i];
            int attempt = time - since[node];
            for (int a = offset[node], end = offset[node + 1]; a < end; a++) {
                if (Coins.flip(key, coin.length == 0 ? a : coin[a], attempt, infection)
                        && nodes.isSusceptible(target[a])) {
                    infect(target[a], node);
                }
            }
        }
    }

    /** Where nobody recovers: those who have nobody left to infect are dropped. */
    private void spreadByCoins(int spreaders) {
        for (int i = 0; i < spreaders; i++) {
            int node = infectious[i];
            int attempt = time - since[node];
            boolean useful = false;
            for (int a = offset[node], end = offset[node + 1]; a < end; a++) {
                int listener = target[a];
                if (nodes.isSusceptible(listener)) {
                    if (run.coin(a, attempt, infection)) {
                        infect(listener, node);
                    } else {
                        useful = true;
                    }
                }
            }
            if (!useful) {
                infectious[i] = ~node; // dropped below
            }
        }
    }

    private void spreadBySkips(int spreaders) {
        RandomStream random = run.stream(Purpose.DYNAMICS);
        long left = gap;
        for (int i = 0; i < spreaders; i++) {
            int node = infectious[i];
            int end = offset[node + 1];
            int a = offset[node];
            while (left < end - a) {
                a += (int) left;
                if (nodes.isSusceptible(target[a])) {
                    infect(target[a], node);
                }
                a++;
                left = random.nextSkip(scale);
            }
            left -= end - a;
        }
        gap = left;
    }

    private void infect(int node, int by) {
        nodes.change(time + 1, node, course.entry(), by);
        if (course.exposed < 0) {
            startSpreading(node);
        } else {
            exposed[waiting++] = node;
            since[node] = time + 1;
        }
    }

    private void startSpreading(int node) {
        infectious[spreading++] = node;
        since[node] = course.returns() ? 0 : time + 1;
    }

    private void becomeInfectious(int waiters) {
        int kept = 0;
        for (int i = 0; i < waiters; i++) {
            int node = exposed[i];
            if (run.uniform(Purpose.ATTRIBUTES, node, time - since[node]) < onset) {
                nodes.change(time + 1, node, course.infectious, Run.SPONTANEOUS);
                startSpreading(node);
            } else {
                exposed[kept++] = node;
            }
        }
        waiting = keep(exposed, kept, waiters, waiting);
    }

    private void recover(int spreaders) {
        int kept = 0;
        for (int i = 0; i < spreaders; i++) {
            int node = infectious[i];
            if (node < 0) {
                continue;
            }
            if (recovery > 0 && run.uniform(Purpose.DYNAMICS, node, time - since[node]) < recovery) {
                nodes.change(time + 1, node, course.after, Run.SPONTANEOUS);
            } else {
                infectious[kept++] = node;
            }
        }
        spreading = keep(infectious, kept, spreaders, spreading);
    }

    /** Moves what was added to a list in this step up to what has been kept of it; returns the new length. */
    private static int keep(int[] list, int kept, int from, int to) {
        System.arraycopy(list, from, list, kept, to - from);
        return kept + to - from;
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public boolean isCensored() {
        return time >= horizon && !isOver();
    }

    @Override
    public void observe(double[] row, int at) {
        nodes.observe(row, at);
    }

    @Override
    public NodeStates nodes() {
        return nodes;
    }
}
