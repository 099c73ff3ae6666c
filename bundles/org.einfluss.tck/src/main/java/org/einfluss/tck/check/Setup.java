package org.einfluss.tck.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.einfluss.graph.Network;
import org.einfluss.math.Keys;

/**
 * With what a component is checked.
 *
 * @param settings parameters to check it with, each as YAML in flow style; <code>{}</code>: all defaults
 * @param networks networks by what they are, for example {@code a complete graph}
 * @param large a network on which a run takes long enough to be cancelled
 * @param key where all random numbers come from
 */
public record Setup(List<String> settings, Map<String, Network> networks, Network large, long key) {
    /** Name of the system property that repeats a key. */
    public static final String KEY = "einfluss.tck.key";

    /** Copies the collections, keeping their order. */
    public Setup {
        settings = List.copyOf(settings);
        networks = Collections.unmodifiableMap(new LinkedHashMap<>(networks));
    }

    /** Returns all defaults, the sample networks, and a key that differs from call to call unless {@link #KEY} gives it. */
    public static Setup standard() {
        String given = System.getProperty(KEY, "");
        long key = given.isEmpty() ? Keys.mix(System.nanoTime(), Keys.of("tck")) : Long.parseLong(given);
        return new Setup(List.of("{}"), SampleNetworks.small(), SampleNetworks.large(), key);
    }

    /** Returns the network that is checked with the only seed having no ties. */
    Network isolated() {
        return networks.getOrDefault(SampleNetworks.ISOLATED, large);
    }

    /**
     * Returns the same with other settings.
     *
     * @param others the settings, each as YAML in flow style
     */
    public Setup withSettings(List<String> others) {
        return new Setup(others, networks, large, key);
    }

    /**
     * Returns the same with every network changed, for components that need columns or layers.
     *
     * @param equip makes the network that the component needs
     */
    public Setup equipped(UnaryOperator<Network> equip) {
        Map<String, Network> equipped = new LinkedHashMap<>();
        networks.forEach((name, network) -> equipped.put(name, equip.apply(network)));
        return new Setup(settings, equipped, equip.apply(large), key);
    }
}
