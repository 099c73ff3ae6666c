package org.einfluss.theory.flow;

import java.util.Arrays;
import org.einfluss.api.model.NodeStates;
import org.einfluss.api.model.Purpose;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Schedule;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;
import org.einfluss.graph.Network;

/**
 * One run of {@link SourceDiverseContagion}.
 *
 * <p>Pushes are counted by arc; those of a campaign whose source has no arc to the receiver, by entries of a list per receiver. What a node
 * makes of its pushes is computed again only after they changed.
 */
final class MosaicRun implements Simulation {
    private static final byte ACTIVE = 1;
    private static final byte LOST = 2;
    private static final int NOBODY = -1;
    private static final int TABLE = 512;

    private final SourceDiverseContagion.Parameters parameters;
    private final Graph graph;
    private final InArcs in;
    private final int n;
    private final int borne;
    private final double[] evidence = new double[TABLE];
    /** By node its context; empty: components of the sources. */
    private final int[] context;

    private final int[] contextSeen;
    private int contextRound;
    private final SourceGroups groups;
    private final int[] sources;

    private final byte[] state;
    private final double[] hazard;
    private final int[] pushes;
    private final boolean[] paidArc;
    private final boolean[] paidSource;
    private final int[] diversity;
    private final boolean[] newSource;
    private final int[] warnings;
    private final int[] lastSource;

    /** Nodes that were pushed or warned in this run. */
    private final int[] touched;

    private final boolean[] isTouched;
    private int touchedCount;
    /** Nodes whose hazard is out of date. */
    private final int[] dirty;

    private final boolean[] isDirty;
    private int dirtyCount;

    /** Active nodes in the order of adoption. */
    private final int[] active;

    private int size;
    /** Lost nodes in order; those from {@code warned} on have not warned their listeners yet. */
    private final int[] lost;

    private int lostCount;
    private int warned;

    /** Pushes of sources without an arc: by receiver the first entry, or −1. */
    private final int[] firstOutside;

    private int[] outsideSource = new int[16];
    private int[] outsidePushes = new int[16];
    private boolean[] outsidePaid = new boolean[16];
    private int[] outsideNext = new int[16];
    private int outsideCount;

    private Run run;
    private int time;
    private int seeds;
    private int spontaneous;
    private int lastAdoption;
    private int nextPush;
    private long made;
    /** Arcs from active nodes to nodes that are neither active nor lost. */
    private long openArcs;

    MosaicRun(SourceDiverseContagion.Parameters parameters, Network network) {
        this.parameters = parameters;
        graph = network.graph();
        in = graph.inArcs();
        n = graph.nodes();
        borne = parameters.reactance() instanceof Reactance.Loss loss ? loss.pushes() : Integer.MAX_VALUE;
        for (int k = 0; k < TABLE; k++) {
            evidence[k] = parameters.fatigue().evidence(parameters.evidence(), k);
        }
        context = parameters.contexts().of(network);
        contextSeen = new int[n];
        groups = new SourceGroups(graph);
        sources = new int[n];
        state = new byte[n];
        hazard = new double[n];
        pushes = new int[graph.arcs()];
        paidArc = new boolean[graph.arcs()];
        paidSource = new boolean[n];
        diversity = new int[n];
        newSource = new boolean[n];
        warnings = new int[n];
        lastSource = new int[n];
        touched = new int[n];
        isTouched = new boolean[n];
        dirty = new int[n];
        isDirty = new boolean[n];
        active = new int[n];
        lost = new int[n];
        firstOutside = new int[n];
        Arrays.fill(firstOutside, NOBODY);
    }

    @Override
    public void begin(Run newRun) {
        for (int i = 0; i < touchedCount; i++) {
            int v = touched[i];
            for (int j = in.begin(v), end = in.end(v); j < end; j++) {
                pushes[in.arc(j)] = 0;
                paidArc[in.arc(j)] = false;
            }
            hazard[v] = 0;
            diversity[v] = 0;
            newSource[v] = false;
            warnings[v] = 0;
            isTouched[v] = false;
            isDirty[v] = false;
            firstOutside[v] = NOBODY;
            state[v] = 0;
        }
        for (int i = 0; i < size; i++) {
            state[active[i]] = 0;
            paidSource[active[i]] = false;
        }
        run = newRun;
        touchedCount = 0;
        dirtyCount = 0;
        size = 0;
        lostCount = 0;
        warned = 0;
        outsideCount = 0;
        time = 0;
        spontaneous = 0;
        lastAdoption = 0;
        nextPush = 0;
        made = 0;
        openArcs = 0;
        seeds = newRun.seeds().size();
        for (int i = 0; i < seeds; i++) {
            int seed = newRun.seeds().get(i);
            paidSource[seed] = parameters.seedsPaid();
            activate(seed, Run.SEED);
        }
    }

    @Override
    public boolean step() {
        Schedule campaign = run.campaign();
        if (time >= parameters.horizon()) {
            return false;
        }
        time++;
        pushAlongArcs();
        for (; nextPush < campaign.size() && campaign.step(nextPush) <= time; nextPush++) {
            pushOfCampaign(campaign.node(nextPush), campaign.source(nextPush), campaign.isPaid(nextPush));
        }
        for (int i = 0; i < dirtyCount; i++) {
            judge(dirty[i]);
        }
        dirtyCount = 0;
        boolean undecided = decide();
        warn();
        return time < parameters.horizon()
                && (undecided || nextPush < campaign.size() || openArcs > 0 && parameters.pushing() > 0);
    }

    private void pushAlongArcs() {
        double rate = parameters.pushing();
        int before = size;
        for (int i = 0; i < before; i++) {
            if ((i & 1023) == 0) {
                run.checkCancelled();
            }
            int u = active[i];
            int first = -1;
            for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) {
                int v = graph.target(a);
                first = first >= 0 && graph.target(first) == v ? first : a; // parallel arcs are one source
                if (state[v] == 0 && run.coin(a, time, rate)) {
                    push(first, v, u);
                }
            }
        }
    }

    private void push(int arc, int v, int source) {
        made++;
        newSource[v] |= pushes[arc]++ == 0;
        lastSource[v] = source;
        touch(v);
    }

    private void pushOfCampaign(int v, int source, boolean paid) {
        if (state[v] != 0) {
            return;
        }
        int arc = source < n && source != v ? graph.findArc(source, v) : -1;
        if (arc >= 0) {
            push(arc, v, source);
            paidArc[arc] |= paid;
        } else {
            int entry = firstOutside[v];
            while (entry >= 0 && outsideSource[entry] != source) {
                entry = outsideNext[entry];
            }
            if (entry < 0) {
                entry = newOutside(v, source);
                newSource[v] = true;
            }
            made++;
            outsidePushes[entry]++;
            outsidePaid[entry] |= paid;
            touch(v);
        }
        lastSource[v] = Run.CAMPAIGN;
    }

    private int newOutside(int v, int source) {
        if (outsideCount == outsideSource.length) {
            int capacity = 2 * outsideCount;
            outsideSource = Arrays.copyOf(outsideSource, capacity);
            outsidePushes = Arrays.copyOf(outsidePushes, capacity);
            outsidePaid = Arrays.copyOf(outsidePaid, capacity);
            outsideNext = Arrays.copyOf(outsideNext, capacity);
        }
        int entry = outsideCount++;
        outsideSource[entry] = source;
        outsidePushes[entry] = 0;
        outsidePaid[entry] = false;
        outsideNext[entry] = firstOutside[v];
        firstOutside[v] = entry;
        return entry;
    }

    private void touch(int v) {
        if (!isTouched[v]) {
            isTouched[v] = true;
            touched[touchedCount++] = v;
        }
        if (!isDirty[v]) {
            isDirty[v] = true;
            dirty[dirtyCount++] = v;
        }
    }

    /** Computes what a node makes of the pushes so far. */
    private void judge(int v) {
        isDirty[v] = false;
        if (state[v] != 0) {
            return;
        }
        double doubt = 1 - parameters.suspicion();
        double sum = 0;
        int most = 0;
        for (int j = in.begin(v), end = in.end(v); j < end; j++) {
            int arc = in.arc(j);
            int count = pushes[arc];
            if (count > 0) {
                sum += evidence(count) * (paidArc[arc] || paidSource[in.source(j)] ? doubt : 1);
                most = Math.max(most, count);
            }
        }
        for (int e = firstOutside[v]; e >= 0; e = outsideNext[e]) {
            sum += evidence(outsidePushes[e]) * (outsidePaid[e] ? doubt : 1);
            most = Math.max(most, outsidePushes[e]);
        }
        if (most > borne) {
            lose(v);
            return;
        }
        if (newSource[v]) {
            newSource[v] = false;
            diversity[v] = contexts(v);
        }
        double total = Math.max(0, sum - warnings[v] * evidence(1));
        hazard[v] = -StrictMath.expm1(-total) * parameters.gate().factor(diversity[v]);
    }

    private double evidence(int count) {
        return count < TABLE ? evidence[count] : parameters.fatigue().evidence(parameters.evidence(), count);
    }

    /** Sources outside of the network are a context each; so are nodes of the network that push without a tie. */
    private int contexts(int v) {
        int found = 0;
        int tied = 0;
        contextRound++;
        for (int j = in.begin(v), end = in.end(v); j < end; j++) {
            if (pushes[in.arc(j)] == 0) {
                continue;
            }
            int u = in.source(j);
            sources[tied++] = u;
            if (context.length > 0 && contextSeen[context[u]] != contextRound) {
                contextSeen[context[u]] = contextRound;
                found++;
            }
        }
        if (context.length == 0) {
            found = groups.count(sources, tied);
        }
        for (int e = firstOutside[v]; e >= 0; e = outsideNext[e]) {
            found++;
        }
        return found;
    }

    private void lose(int v) {
        state[v] = LOST;
        hazard[v] = 0;
        lost[lostCount++] = v;
        for (int j = in.begin(v), end = in.end(v); j < end; j++) {
            openArcs -= state[in.source(j)] == ACTIVE ? 1 : 0;
        }
        run.event(time, v, 0, LOST, lastSource[v]);
    }

    /** Lets the nodes decide; returns whether some could adopt in later steps without another push. */
    private boolean decide() {
        boolean undecided = false;
        for (int i = 0; i < touchedCount; i++) {
            if ((i & 4095) == 0) {
                run.checkCancelled();
            }
            int v = touched[i];
            if (state[v] == 0 && hazard[v] > 0) {
                if (run.uniform(Purpose.DYNAMICS, v, time) < hazard[v]) {
                    adopt(v);
                } else {
                    undecided = true;
                }
            }
        }
        return undecided;
    }

    private void adopt(int v) {
        boolean influenced = false;
        for (int j = in.begin(v), end = in.end(v); j < end && !influenced; j++) {
            influenced = pushes[in.arc(j)] > 0 && state[in.source(j)] == ACTIVE;
        }
        spontaneous += influenced ? 0 : 1;
        lastAdoption = time;
        activate(v, lastSource[v]);
    }

    private void activate(int v, int cause) {
        state[v] = ACTIVE;
        active[size++] = v;
        for (int a = graph.arcBegin(v), end = graph.arcEnd(v); a < end; a++) {
            openArcs += state[graph.target(a)] == 0 ? 1 : 0;
        }
        for (int j = in.begin(v), end = in.end(v); j < end; j++) {
            int u = in.source(j);
            openArcs -= u != v && state[u] == ACTIVE ? 1 : 0;
        }
        run.event(time, v, 0, ACTIVE, cause);
    }

    /** Newly lost nodes warn their listeners; it counts from the next step on. */
    private void warn() {
        for (; warned < lostCount; warned++) {
            int u = lost[warned];
            int last = u;
            for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) {
                int v = graph.target(a);
                if (v != last && state[v] == 0) {
                    warnings[v]++;
                    touch(v);
                }
                last = v;
            }
        }
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public void observe(double[] row, int offset) {
        row[offset] = size;
        row[offset + 1] = seeds;
        row[offset + 2] = spontaneous;
        row[offset + 3] = n == 0 ? 0 : (double) size / n;
        row[offset + 4] = n == 0 ? 0 : (double) (size - seeds) / n;
        row[offset + 5] = lastAdoption;
        row[offset + 6] = lostCount;
        row[offset + 7] = made;
    }

    @Override
    public NodeStates nodes() {
        return node -> state[node];
    }
}
