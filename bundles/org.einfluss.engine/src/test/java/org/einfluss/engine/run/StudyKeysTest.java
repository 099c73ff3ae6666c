package org.einfluss.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einfluss.api.study.Component;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Plan;
import org.einfluss.math.Keys;
import org.junit.jupiter.api.Test;

class StudyKeysTest {
    private final Plan plan = Tiny.study(42).plan();
    private final NetworkConfiguration configuration = plan.networks().get(0);

    /** Computed apart from our code, from the definition of the keys. */
    @Test
    void keysAreTheseNumbersForEver() {
        long network = StudyKeys.network(plan, configuration, 7, 0);
        assertEquals(0xAE58A1FADE5639A5L, network);
        assertEquals(0x06BF74259C4834AEL, StudyKeys.run(network, 5));
        Component transform = new Component("cut", Map.of("share", "0.1"), Optional.empty());
        assertEquals(0x6DFF45BF50C064A7L, StudyKeys.transform(network, 1, transform));
        Plan independent = Tiny.study(42).independentNetworks().plan();
        assertEquals(0xD7D26F7AD8AF1809L, StudyKeys.network(independent, configuration, 7, 1));
    }

    @Test
    void keysAreWhatTheFileFormatSays() {
        assertEquals("digraph\ndegree=3\nnodes=40\n", StudyKeys.identity(configuration.generator()));
        long network = Keys.mix(42, Keys.of("network"), Keys.of("digraph\ndegree=3\nnodes=40\n"), 7);
        assertEquals(network, StudyKeys.network(plan, configuration, 7, 0));
        assertEquals(Keys.mix(network, Keys.of("run"), 5), StudyKeys.run(network, 5));
        Component transform = new Component("cut", Map.of("share", "0.1"), Optional.empty());
        assertEquals(
                Keys.mix(network, Keys.of("transform"), 1, Keys.of("cut\nshare=0.1\n")),
                StudyKeys.transform(network, 1, transform));
    }

    @Test
    void designPointsShareNetworksUnlessTheyAreIndependent() {
        assertEquals(StudyKeys.network(plan, configuration, 3, 0), StudyKeys.network(plan, configuration, 3, 1));
        Plan independent = Tiny.study(42).independentNetworks().plan();
        assertNotEquals(
                StudyKeys.network(independent, configuration, 3, 0),
                StudyKeys.network(independent, configuration, 3, 1));
    }

    @Test
    void transformsAndTheOrderOfSettingsLeaveTheNetworkAsItIs() {
        Map<String, String> reversed = new LinkedHashMap<>();
        reversed.put("nodes", "40");
        reversed.put("degree", "3");
        Component generator = new Component("digraph", reversed, Optional.empty());
        Component transform = new Component("cut", Map.of(), Optional.empty());
        NetworkConfiguration prepared = new NetworkConfiguration(9, generator, List.of(transform), false, 1, 1);
        assertEquals(StudyKeys.network(plan, configuration, 2, 0), StudyKeys.network(plan, prepared, 2, 0));
    }
}
