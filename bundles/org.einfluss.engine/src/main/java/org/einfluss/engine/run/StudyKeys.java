package org.einfluss.engine.run;

import java.util.Map;
import java.util.TreeMap;
import org.einfluss.api.study.Component;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Plan;
import org.einfluss.math.Keys;

/**
 * Derives every key of a study from the experiment's master key.
 *
 * <pre>
 * network   = mix(master, of("network"), of(identity(generator)), draw)
 *             mix(network, of("point"), point)                            where each point draws networks of its own
 * transform = mix(network, of("transform"), position, of(identity(transform)))
 * run       = mix(network, of("run"), run)
 * </pre>
 *
 * <p>The identity of a component is its id and its settings sorted by name, one {@code name=value} per line. A network's key
 * depends on its generator and the draw alone: configurations that differ only in transforms prepare the same networks, and
 * design points that differ in model, seeding, campaign or measures run on the same networks with the same thresholds and coins
 * (common random numbers). Neither threads nor shards enter. <b>This is file format and never changes.</b>
 *
 * @see Keys
 */
public final class StudyKeys {
    private static final long NETWORK = Keys.of("network");
    private static final long POINT = Keys.of("point");
    private static final long TRANSFORM = Keys.of("transform");
    private static final long RUN = Keys.of("run");

    private StudyKeys() {}

    /**
     * Derives the key of a network.
     *
     * @param plan the plan
     * @param configuration the network configuration
     * @param draw number of the draw
     * @param point design point for which it is drawn; matters only where each point draws networks of its own
     */
    public static long network(Plan plan, NetworkConfiguration configuration, int draw, int point) {
        long key = Keys.mix(plan.key(), NETWORK, Keys.of(identity(configuration.generator())), draw);
        return plan.independentNetworks() ? Keys.mix(key, POINT, point) : key;
    }

    /**
     * Derives the key of a transform's stream.
     *
     * @param networkKey key of the network
     * @param position position among the transforms, from 0
     * @param transform the transform
     */
    public static long transform(long networkKey, int position, Component transform) {
        return Keys.mix(networkKey, TRANSFORM, position, Keys.of(identity(transform)));
    }

    /**
     * Derives the key of a run.
     *
     * @param networkKey key of the network
     * @param run number of the run on this network
     */
    public static long run(long networkKey, int run) {
        return Keys.mix(networkKey, RUN, run);
    }

    static String identity(Component component) {
        StringBuilder text = new StringBuilder(component.id()).append('\n');
        for (Map.Entry<String, String> setting : new TreeMap<>(component.settings()).entrySet()) {
            text.append(setting.getKey()).append('=').append(setting.getValue()).append('\n');
        }
        return text.toString();
    }
}
