package org.einfluss.launcher;

/**
 * Names one bundle of a feature as {@code group:artifact:version}.
 *
 * @param group Maven group id
 * @param artifact Maven artifact id
 * @param version Maven version
 */
public record BundleId(String group, String artifact, String version) {

    static BundleId parse(String text, String origin) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3 || parts[0].isBlank() || parts[1].isBlank() || parts[2].isBlank()) {
            throw new LaunchException(
                    origin + ": expected a bundle id group:artifact:version, found \"" + text + "\".");
        }
        return new BundleId(parts[0], parts[1], parts[2]);
    }

    /** Group and artifact: what may occur in one version only. */
    public String key() {
        return group + ":" + artifact;
    }

    /** The jar's name in the {@code lib} folder. */
    public String fileName() {
        return artifact + "-" + version + ".jar";
    }

    @Override
    public String toString() {
        return group + ":" + artifact + ":" + version;
    }
}
