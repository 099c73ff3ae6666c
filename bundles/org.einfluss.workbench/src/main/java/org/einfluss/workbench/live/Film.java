package org.einfluss.workbench.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.einfluss.api.model.NodeStates;
import org.einfluss.engine.run.RunWatcher;
import org.einfluss.graph.Network;
import org.einfluss.workbench.network.Palette;

/**
 * One run as it can be played, forward and backward: what changed from frame to frame. Immutable.
 *
 * <p>A node's class is its discrete state. Where the state is a number, classes are {@link Palette#SHADES} equal parts of the range that
 * the numbers have at the start.
 */
public final class Film {
    private static final int MOST_FRAMES = 512;

    private final Network network;
    private final byte[] first;
    private final List<Frame> frames;
    private final double low;
    private final double high;

    /**
     * What happened between two frames.
     *
     * @param time the model's time
     * @param nodes the nodes whose class changed, ascending
     * @param from their classes before
     * @param to their classes after
     * @param quantity share of nodes that have left the first state, or mean of the numbers
     */
    public record Frame(double time, int[] nodes, byte[] from, byte[] to, double quantity) {}

    private Film(Network network, byte[] first, List<Frame> frames, double low, double high) {
        this.network = network;
        this.first = first;
        this.frames = List.copyOf(frames);
        this.low = low;
        this.high = high;
    }

    /** Returns the network it happens on. */
    public Network network() {
        return network;
    }

    /** Returns the frames; the first is the start and changes nothing. */
    public List<Frame> frames() {
        return frames;
    }

    /** Returns the classes at the start, as a copy. */
    public byte[] start() {
        return first.clone();
    }

    /** Returns the least number at the start, for models whose state is a number. */
    public double low() {
        return low;
    }

    /** Returns the greatest number at the start, for models whose state is a number. */
    public double high() {
        return high;
    }

    /**
     * Changes classes from one frame to another, in either direction.
     *
     * @param classes classes at the frame {@code at}, changed in place
     * @param at the frame they are at
     * @param target the frame they shall be at
     */
    public void move(byte[] classes, int at, int target) {
        for (int f = at + 1; f <= target; f++) {
            Frame frame = frames.get(f);
            for (int i = 0; i < frame.nodes().length; i++) {
                classes[frame.nodes()[i]] = frame.to()[i];
            }
        }
        for (int f = at; f > target; f--) {
            Frame frame = frames.get(f);
            for (int i = 0; i < frame.nodes().length; i++) {
                classes[frame.nodes()[i]] = frame.from()[i];
            }
        }
    }

    /** Makes a film of the run it watches; of a long run only every second, fourth and so on step becomes a frame. */
    public static final class Camera implements RunWatcher {
        private final boolean numbers;
        private final List<Frame> frames = new ArrayList<>();
        private Network network;
        private byte[] first;
        private byte[] last;
        private byte[] now;
        private double low;
        private double high;
        private int stride = 1;
        private long step;
        private boolean pending;
        private double pendingTime;
        private double pendingQuantity;

        /**
         * Makes a camera.
         *
         * @param numbers whether states are numbers
         */
        public Camera(boolean numbers) {
            this.numbers = numbers;
        }

        @Override
        public void begin(int run, Network on) {
            network = on;
            frames.clear();
            step = 0;
            stride = 1;
            pending = false;
        }

        @Override
        public void step(double time, NodeStates nodes) {
            if (step == 0) {
                begin(nodes);
                frames.add(new Frame(
                        time, new int[0], new byte[0], new byte[0], quantity(nodes, numbers, network.nodes())));
            } else {
                classes(nodes);
                pending = true;
                pendingTime = time;
                pendingQuantity = quantity(nodes, numbers, network.nodes());
                if (step % stride == 0) {
                    keep();
                }
            }
            step++;
        }

        private void begin(NodeStates nodes) {
            int n = network.nodes();
            low = Double.POSITIVE_INFINITY;
            high = Double.NEGATIVE_INFINITY;
            for (int u = 0; numbers && u < n; u++) {
                low = Math.min(low, nodes.value(u));
                high = Math.max(high, nodes.value(u));
            }
            now = new byte[n];
            classes(nodes);
            first = now.clone();
            last = now.clone();
        }

        private void classes(NodeStates nodes) {
            for (int u = 0; u < now.length; u++) {
                now[u] = (byte) (numbers ? shade(nodes.value(u)) : nodes.state(u));
            }
        }

        private int shade(double value) {
            return high > low
                    ? Math.max(0, Math.min(Palette.SHADES - 1, (int) (Palette.SHADES * (value - low) / (high - low))))
                    : 0;
        }

        private void keep() {
            int count = 0;
            for (int u = 0; u < now.length; u++) {
                count += now[u] == last[u] ? 0 : 1;
            }
            int[] nodes = new int[count];
            byte[] from = new byte[count];
            byte[] to = new byte[count];
            int i = 0;
            for (int u = 0; u < now.length; u++) {
                if (now[u] != last[u]) {
                    nodes[i] = u;
                    from[i] = last[u];
                    to[i++] = now[u];
                    last[u] = now[u];
                }
            }
            frames.add(new Frame(pendingTime, nodes, from, to, pendingQuantity));
            pending = false;
            if (frames.size() > MOST_FRAMES) {
                thin();
            }
        }

        /** Joins each two frames after the start. */
        private void thin() {
            stride *= 2;
            List<Frame> kept = new ArrayList<>();
            kept.add(frames.get(0));
            byte[] classes = first.clone();
            for (int f = 1; f < frames.size(); f += 2) {
                byte[] before = classes.clone();
                Frame end = frames.get(Math.min(f + 1, frames.size() - 1));
                for (Frame frame : frames.subList(f, Math.min(f + 2, frames.size()))) {
                    for (int i = 0; i < frame.nodes().length; i++) {
                        classes[frame.nodes()[i]] = frame.to()[i];
                    }
                }
                kept.add(difference(before, classes, end.time(), end.quantity()));
            }
            frames.clear();
            frames.addAll(kept);
        }

        private static Frame difference(byte[] before, byte[] after, double time, double quantity) {
            int[] nodes = new int[before.length];
            int count = 0;
            for (int u = 0; u < before.length; u++) {
                if (before[u] != after[u]) {
                    nodes[count++] = u;
                }
            }
            nodes = Arrays.copyOf(nodes, count);
            byte[] from = new byte[count];
            byte[] to = new byte[count];
            for (int i = 0; i < count; i++) {
                from[i] = before[nodes[i]];
                to[i] = after[nodes[i]];
            }
            return new Frame(time, nodes, from, to, quantity);
        }

        /** Returns the film of the run watched last. */
        public Film film() {
            if (pending) {
                keep();
            }
            return new Film(network, first, frames, low, high);
        }
    }

    /**
     * Returns what a curve shows of all nodes.
     *
     * @param nodes the states
     * @param numbers whether they are numbers
     * @param n number of nodes
     * @return share of nodes that are not in the first state, or mean of the numbers; NaN without nodes
     */
    static double quantity(NodeStates nodes, boolean numbers, int n) {
        double sum = 0;
        for (int u = 0; u < n; u++) {
            sum += numbers ? nodes.value(u) : nodes.state(u) == 0 ? 0 : 1;
        }
        return n == 0 ? Double.NaN : sum / n;
    }
}
