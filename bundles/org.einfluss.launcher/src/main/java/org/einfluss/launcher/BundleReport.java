package org.einfluss.launcher;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one bundle fares.
 *
 * @param name symbolic name; the jar's file name when the jar could not be installed
 * @param version bundle version; empty when the jar could not be installed
 * @param state {@code active}, {@code resolved} (a fragment, or stopped), {@code installed} or {@code failed}
 * @param jar where it came from
 * @param reason why it failed, a sentence; empty unless failed
 */
public record BundleReport(String name, String version, String state, Path jar, String reason) {

    /** Whether the bundle could not be installed, resolved or started. */
    public boolean isFailed() {
        return !reason.isEmpty();
    }

    /** The same with JDK types only: bundles share no type of ours with the launcher. */
    Map<String, String> asMap() {
        return new TreeMap<>(
                Map.of("name", name, "version", version, "state", state, "jar", jar.toString(), "reason", reason));
    }

    @Override
    public String toString() {
        return isFailed()
                ? "The bundle " + name + " does not work: " + reason + " (" + jar + ")"
                : name + " " + version + " is " + state;
    }
}
