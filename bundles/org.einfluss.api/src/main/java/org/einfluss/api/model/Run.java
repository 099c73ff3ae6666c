package org.einfluss.api.model;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.einfluss.api.Progress;
import org.einfluss.graph.Network;
import org.einfluss.math.Coins;
import org.einfluss.math.IntList;
import org.einfluss.math.Keys;
import org.einfluss.math.RandomStream;

/**
 * What one run may draw on: its seeds, its campaign, its random numbers, its log.
 *
 * <p>One object serves a worker run after run; {@link #begin} makes it the next run. All random numbers follow from the
 * run's key alone. Runs of different models, seedings or campaigns on the same network draw with the same key, so that
 * thresholds and coins are common to them.
 */
public final class Run {
    /** Cause of an event in {@link #event}: the node was chosen as a seed. */
    public static final int SEED = -1;
    /** Cause of an event: nobody's influence. */
    public static final int SPONTANEOUS = -2;
    /** Cause of an event: a push of the campaign. */
    public static final int CAMPAIGN = -3;

    private static final Purpose[] PURPOSES = Purpose.values();

    private final Progress progress;
    private final EventSink sink;
    private final boolean commonCoins;
    private final IntList seeds = new IntList();
    private final Schedule campaign = new Schedule();
    private final long[] purposeKey = new long[PURPOSES.length];
    private final RandomStream[] streams = new RandomStream[PURPOSES.length];
    private final boolean[] started = new boolean[PURPOSES.length];
    private long key;
    private long coinKey;
    private int[] coinOf = {};

    /**
     * Makes the object for a worker.
     *
     * @param commonCoins whether coins are counter-based, hence common to design points, or come from the run's stream
     * @param progress asked for cancellation
     * @param sink receives the events; {@link EventSink#NONE} where nothing is recorded
     */
    public Run(boolean commonCoins, Progress progress, EventSink sink) {
        this.commonCoins = commonCoins;
        this.progress = Objects.requireNonNull(progress);
        this.sink = Objects.requireNonNull(sink);
        for (int i = 0; i < streams.length; i++) {
            streams[i] = new RandomStream(0);
        }
    }

    /** Makes an object with common coins that records nothing, for use as a plain library. */
    public Run() {
        this(true, Progress.NONE, EventSink.NONE);
    }

    /**
     * Gives arcs the coins that a network's arc column {@link Network#COIN} says, or each its own where there is none. Called before the first run on the
     * network.
     *
     * @param network the network of the runs to come
     * @return this
     */
    public Run on(Network network) {
        coinOf = network.arcColumn(Network.COIN)
                .map(column -> IntStream.range(0, column.size())
                        .map(arc -> Math.toIntExact(column.longAt(arc)))
                        .toArray())
                .orElseGet(() -> new int[0]);
        return this;
    }

    /**
     * Makes this the run with a key; its seeds and campaign are empty until the caller fills {@link #seeds()} and
     * {@link #campaign()}.
     *
     * @param newKey the run's key
     * @return this
     */
    public Run begin(long newKey) {
        key = newKey;
        for (int i = 0; i < PURPOSES.length; i++) {
            purposeKey[i] = Keys.mix(newKey, PURPOSES[i].code());
        }
        coinKey = purposeKey[Purpose.COINS.ordinal()];
        Arrays.fill(started, false);
        seeds.clear();
        campaign.clear();
        return this;
    }

    /**
     * Makes this the run with a key and given seeds.
     *
     * @param newKey the run's key
     * @param nodes the seeds, each once
     * @return this
     */
    public Run begin(long newKey, int... nodes) {
        begin(newKey);
        for (int node : nodes) {
            seeds.add(node);
        }
        return this;
    }

    /** Returns the run's key. */
    public long key() {
        return key;
    }

    /** Returns the seeds, each once, in the order chosen; a model must not change them. */
    public IntList seeds() {
        return seeds;
    }

    /** Returns the timed pushes in order of step; a model must not change them. */
    public Schedule campaign() {
        return campaign;
    }

    /**
     * Returns a uniform number in [0, 1) that belongs to a node: the same however often and in whatever order it is asked for.
     *
     * @param purpose what it is for
     * @param node the node
     */
    public double uniform(Purpose purpose, int node) {
        return Coins.uniform(purposeKey[purpose.ordinal()], node);
    }

    /**
     * Returns a uniform number in [0, 1) that belongs to a node and an attempt, for what may happen to a node step after step.
     *
     * @param purpose what it is for
     * @param node the node
     * @param attempt counts the attempts, for example the step; attempt 0 is {@link #uniform(Purpose, int)}
     */
    public double uniform(Purpose purpose, int node, int attempt) {
        return Coins.uniform(purposeKey[purpose.ordinal()], node, attempt);
    }

    /**
     * Flips the coin of an arc.
     *
     * @param arc the arc, as numbered by the graph
     * @param attempt counts repeated contacts along the arc; 0 for the first
     * @param probability probability of true
     */
    public boolean coin(int arc, int attempt, double probability) {
        return commonCoins
                ? Coins.flip(coinKey, coinOf.length == 0 ? arc : coinOf[arc], attempt, probability)
                : stream(Purpose.DYNAMICS).nextDouble() < probability;
    }

    /** Returns whether coins are common to design points; if not, a model may use {@link #stream} in any faster way. */
    public boolean hasCommonCoins() {
        return commonCoins;
    }

    /**
     * Returns the key from which {@link #coin} draws: {@code coin(a, t, p) = Coins.flip(coinKey, c, t, p)}, for loops that keep
     * it in a local; c is {@code a} where {@link #coinNumbers} is empty, else the number it has there.
     */
    public long coinKey() {
        return coinKey;
    }

    /** Returns by arc the number of its coin, empty where each has its own; not to be changed. */
    public int[] coinNumbers() {
        return coinOf;
    }

    /**
     * Returns the sequential stream for a purpose, which starts anew with every run.
     *
     * @param purpose what the numbers are for
     */
    public RandomStream stream(Purpose purpose) {
        int i = purpose.ordinal();
        if (!started[i]) {
            started[i] = true;
            streams[i].restart(purposeKey[i]);
        }
        return streams[i];
    }

    /** Returns whether anyone listens to {@link #event}. */
    public boolean isRecorded() {
        return sink != EventSink.NONE;
    }

    /**
     * Records a change of state; costs next to nothing when nobody listens.
     *
     * @param time when it happened, in the model's time
     * @param node whose state changed
     * @param from code of the old state
     * @param to code of the new state
     * @param cause the node that brought it about, or {@link #SEED}, {@link #SPONTANEOUS}, {@link #CAMPAIGN}
     */
    public void event(double time, int node, int from, int to, int cause) {
        sink.event(time, node, from, to, cause);
    }

    /**
     * Ends the run when the user has cancelled; to be called every few thousand node visits.
     *
     * @throws org.einfluss.api.CancelledException once the work is cancelled
     */
    public void checkCancelled() {
        progress.checkCancelled();
    }
}
