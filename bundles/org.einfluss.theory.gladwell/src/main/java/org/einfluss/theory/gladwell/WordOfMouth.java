package org.einfluss.theory.gladwell;

import java.util.Arrays;
import org.einfluss.api.model.NodeStates;
import org.einfluss.api.model.Purpose;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.math.IntList;
import org.einfluss.theory.gladwell.LawOfTheFew.Contagion;

/**
 * The state of {@link LawOfTheFew} on one network.
 *
 * <p>Each step scans the listeners of those adopters that still have one to win, and of the aware mavens. Changes are collected and made at
 * the end of the step. Nothing is allocated after construction.
 */
final class WordOfMouth implements Simulation, NodeStates {
    private static final byte UNAWARE = 0;
    private static final byte AWARE = 1;
    private static final byte ADOPTER = 2;
    private static final byte DROPPED = 3;
    private static final int CHECK_EVERY = 4096;
    private static final double GLOBAL = 0.1;

    private final int n;
    private final int[] offset;
    private final int[] target;
    private final double[] expertise;
    /** min(1, a·w·g(e)) of each node. */
    private final double[] persuades;

    private final int[] mavens;
    private final int[] group;
    private final int[] groupSize;
    private final double stickiness;
    private final double context;
    private final double groupPower;
    private final double telling;
    private final double discovery;
    private final double dropOut;
    private final boolean oneShot;
    private final boolean allAware;
    /** State of those who can be persuaded; where everyone is aware from the start, nodes stay in state 0 until they adopt. */
    private final byte ready;

    private final byte[] state;
    private final int[] since;
    private final int[] groupAdopters;
    /** Adopters in the order of adoption. */
    private final int[] order;
    /** Every node that has left its first state, for the reset. */
    private final int[] touched;
    /** Adopters that may still win a listener, or drop out. */
    private final int[] active;
    /** Nodes that hear of the item in this step, and from whom. */
    private final int[] news;

    private final int[] toldBy;
    /** Aware nodes exposed in this step, the product of 1 − p over their adopters, and the first of these. */
    private final int[] exposed;

    private final double[] resists;
    private final int[] persuader;
    private final int[] leaving;

    private Run run = new Run();
    private int adopters;
    private int touchedSize;
    private int activeSize;
    private int staying;
    private int seeds;
    private int time;
    private int newsSize;
    private int exposedSize;

    WordOfMouth(LawOfTheFew.Parameters p, Network network) {
        Graph graph = network.graph();
        n = graph.nodes();
        offset = graph.offsets();
        target = graph.targets();
        expertise = Traits.read(network, p.expertise(), 0, 0, 1);
        double[] persuasiveness = Traits.read(network, p.persuasiveness(), 1, 0, Double.MAX_VALUE);
        persuades = new double[n];
        IntList experts = new IntList();
        for (int v = 0; v < n; v++) {
            persuades[v] = Math.min(1, p.persuasion() * persuasiveness[v] * (1 + expertise[v]) / 2);
            if (expertise[v] > 0) {
                experts.add(v);
            }
        }
        mavens = experts.toArray();
        Groups groups = p.groupPower() == 0
                ? new Groups(new int[n], new int[] {n})
                : p.group()
                        .map(column -> Groups.by(network, column))
                        .orElseGet(() -> Groups.cut(network, p.groupSize()));
        group = groups.of();
        groupSize = groups.size();
        stickiness = p.stickiness();
        context = p.context();
        groupPower = p.groupPower();
        telling = p.telling();
        discovery = p.discovery();
        dropOut = p.dropOut() * (1 - p.stickiness());
        oneShot = p.contagion() == Contagion.ONE_SHOT;
        allAware = p.contagion() != Contagion.WORD_OF_MOUTH;
        ready = allAware ? UNAWARE : AWARE;
        state = new byte[n];
        since = new int[n];
        groupAdopters = new int[groupSize.length];
        order = new int[n];
        touched = new int[n];
        active = new int[n];
        news = new int[n];
        toldBy = new int[n];
        Arrays.fill(toldBy, -1);
        exposed = new int[n];
        resists = new double[n];
        persuader = new int[n];
        leaving = new int[n];
        Arrays.fill(persuader, -1);
    }

    @Override
    public void begin(Run newRun) {
        run = newRun;
        for (int i = 0; i < touchedSize; i++) {
            int node = touched[i];
            state[node] = UNAWARE;
            groupAdopters[group[node]] = 0;
        }
        adopters = 0;
        touchedSize = 0;
        activeSize = 0;
        staying = 0;
        time = 0;
        IntList chosen = newRun.seeds();
        seeds = chosen.size();
        for (int i = 0; i < seeds; i++) {
            adopt(chosen.get(i), Run.SEED);
        }
    }

    private void adopt(int node, int cause) {
        move(node, ADOPTER, cause);
        since[node] = time;
        order[adopters++] = node;
        active[activeSize++] = node;
        groupAdopters[group[node]]++;
        staying++;
    }

    private void move(int node, byte to, int cause) {
        byte from = state[node];
        if (from == UNAWARE) {
            touched[touchedSize++] = node;
        }
        state[node] = to;
        run.event(time, node, from, to, cause);
    }

    @Override
    public boolean step() {
        run.checkCancelled();
        newsSize = 0;
        exposedSize = 0;
        boolean hope = scanAdopters();
        if (!allAware) {
            mavensTellAndDiscover();
        }
        int convinced = convince();
        int drops = chooseLeavers();
        time++;
        for (int i = 0; i < newsSize; i++) {
            int node = news[i];
            move(node, AWARE, toldBy[node]);
            toldBy[node] = -1;
        }
        for (int i = 0; i < drops; i++) {
            int node = leaving[i];
            move(node, DROPPED, Run.SPONTANEOUS);
            groupAdopters[group[node]]--;
            staying--;
        }
        for (int i = 0; i < convinced; i++) {
            adopt(exposed[i], persuader[exposed[i]]);
            persuader[exposed[i]] = -1;
        }
        return hope && activeSize > 0 || convinced > 0;
    }

    /** Lets adopters tell and expose their listeners; returns whether one of them may still win a listener, now or later. */
    private boolean scanAdopters() {
        boolean hope = false;
        int kept = 0;
        for (int i = 0; i < activeSize; i++) {
            int node = active[i];
            if ((i & CHECK_EVERY - 1) == CHECK_EVERY - 1) {
                run.checkCancelled();
            }
            boolean open = false;
            double p = persuades[node];
            boolean persuading = p > 0 && stickiness * context > 0;
            for (int a = offset[node], end = offset[node + 1]; a < end; a++) {
                int listener = target[a];
                byte now = state[listener];
                if (now == ready) {
                    open = true;
                    if (persuading) {
                        hope |= !oneShot;
                        expose(listener, node, p);
                    }
                } else if (now == UNAWARE) {
                    open = true;
                    hope |= persuading && (telling > 0 || discovery * expertise[listener] > 0);
                    tell(node, listener, a, telling);
                }
            }
            if ((open && !oneShot) || dropOut > 0) {
                active[kept++] = node;
            }
        }
        activeSize = kept;
        return hope;
    }

    private void expose(int listener, int adopter, double p) {
        if (persuader[listener] < 0) {
            exposed[exposedSize++] = listener;
            persuader[listener] = adopter;
            resists[listener] = 1;
        } else if (since[adopter] < since[persuader[listener]]) {
            persuader[listener] = adopter;
        }
        resists[listener] *= 1 - p;
    }

    private void tell(int node, int listener, int arc, double probability) {
        if (toldBy[listener] < 0 && run.coin(arc, time, probability)) {
            toldBy[listener] = node;
            news[newsSize++] = listener;
        }
    }

    private void mavensTellAndDiscover() {
        for (int i = 0; i < mavens.length; i++) {
            int node = mavens[i];
            if ((i & CHECK_EVERY - 1) == CHECK_EVERY - 1) {
                run.checkCancelled();
            }
            if (state[node] == AWARE) {
                for (int a = offset[node], end = offset[node + 1]; a < end; a++) {
                    if (state[target[a]] == UNAWARE) {
                        tell(node, target[a], a, telling * expertise[node]);
                    }
                }
            }
        }
        for (int node : mavens) {
            if (state[node] == UNAWARE
                    && toldBy[node] == -1
                    && run.uniform(Purpose.ATTRIBUTES, node, time) < discovery * expertise[node]) {
                toldBy[node] = Run.SPONTANEOUS;
                news[newsSize++] = node;
            }
        }
    }

    /** Moves those who adopt to the front of the exposed; returns how many. */
    private int convince() {
        int convinced = 0;
        for (int i = 0; i < exposedSize; i++) {
            int node = exposed[i];
            double crowd = groupPower == 0 ? 0 : groupPower * groupAdopters[group[node]] / groupSize[group[node]];
            double hazard = stickiness * context * (1 + crowd) * (1 - resists[node]);
            if (run.uniform(Purpose.DYNAMICS, node, time) < hazard) {
                exposed[convinced++] = node;
            } else {
                persuader[node] = -1;
            }
        }
        return convinced;
    }

    private int chooseLeavers() {
        if (dropOut == 0) {
            return 0;
        }
        int kept = 0;
        int drops = 0;
        for (int i = 0; i < activeSize; i++) {
            int node = active[i];
            if (run.uniform(Purpose.STATES, node, time) < dropOut) {
                leaving[drops++] = node;
            } else {
                active[kept++] = node;
            }
        }
        activeSize = kept;
        return drops;
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public void observe(double[] row, int at) {
        row[at] = adopters;
        row[at + 1] = seeds;
        row[at + 2] = 0;
        row[at + 3] = n == 0 ? 0 : (double) adopters / n;
        row[at + 4] = n == 0 ? 0 : (double) (adopters - seeds) / n;
        row[at + 5] = adopters == 0 ? 0 : since[order[adopters - 1]];
        row[at + 6] = adopters == 0 ? Double.NaN : since[order[(adopters - 1) / 2]];
        row[at + 7] = n == 0 ? 0 : allAware ? 1 : (double) touchedSize / n;
        row[at + 8] = n > 0 && (double) adopters / n >= GLOBAL ? 1 : 0;
        row[at + 9] = n == 0 ? 0 : (double) staying / n;
    }

    @Override
    public NodeStates nodes() {
        return this;
    }

    @Override
    public int state(int node) {
        return state[node];
    }
}
