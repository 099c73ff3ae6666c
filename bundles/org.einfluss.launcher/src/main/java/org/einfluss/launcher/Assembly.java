package org.einfluss.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is started together: the bundles of one or more OSGi feature files, each once and in file order, and the
 * framework's launching properties.
 *
 * @param bundles the bundles, without duplicates
 * @param later bundles with the metadata {@code "start": "when-needed"}, which are not among the others
 * @param properties framework launching properties, by name
 */
public record Assembly(List<BundleId> bundles, List<BundleId> later, Map<String, String> properties) {

    private static final String START = "start";
    private static final String WHEN_NEEDED = "when-needed";
    private static final String PROPERTIES = "framework-launching-properties";
    private static final Set<String> DESCRIPTIVE = Set.of(
            "$schema",
            "feature-resource-version",
            "id",
            "name",
            "description",
            "docURL",
            "license",
            "SCM",
            "vendor",
            "categories",
            "complete");

    /**
     * Reads feature files (OSGi Compendium R8, Feature Service) and merges them: a bundle named by several features is
     * kept once.
     *
     * @param files feature files; at least one
     * @throws LaunchException when a file is missing or malformed, uses a section this launcher does not serve, or when
     *     two features ask for different versions of one bundle
     */
    public static Assembly read(List<Path> files) {
        if (files.isEmpty()) {
            throw new LaunchException("No feature file was named; give at least one with --feature FILE.");
        }
        Map<String, BundleId> bundles = new LinkedHashMap<>();
        Map<String, BundleId> later = new LinkedHashMap<>();
        Map<String, Path> bundleOrigins = new LinkedHashMap<>();
        Map<String, String> properties = new LinkedHashMap<>();
        Map<String, Path> propertyOrigins = new LinkedHashMap<>();
        for (Path file : files) {
            Map<String, Object> feature = object(Json.read(file.toString(), text(file)), file.toString());
            feature.forEach((section, value) -> {
                switch (section) {
                    case "bundles" ->
                        list(value, file + ": \"bundles\"").stream().forEach(entry -> {
                            BundleId id = id(entry, file);
                            merge(isLater(entry, file) ? later : bundles, bundleOrigins, id.key(), id, file);
                        });
                    case "extensions" ->
                        launchingProperties(value, file)
                                .forEach((name, text) -> merge(properties, propertyOrigins, name, text, file));
                    default -> requireDescriptive(section, file);
                }
            });
        }
        later.keySet().removeAll(bundles.keySet());
        return new Assembly(List.copyOf(bundles.values()), List.copyOf(later.values()), Map.copyOf(properties));
    }

    private static <T> void merge(Map<String, T> all, Map<String, Path> origins, String key, T value, Path file) {
        T known = all.putIfAbsent(key, value);
        if (known == null) {
            origins.put(key, file);
        } else if (!known.equals(value)) {
            throw new LaunchException("The features disagree on " + key + ": " + origins.get(key) + " says " + known
                    + ", " + file + " says " + value + ". Let both say the same.");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new LaunchException("There is no feature file " + file + "." + others(file), e);
        } catch (IOException e) {
            throw new LaunchException("The feature file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Names the features that lie beside a missing one. */
    private static String others(Path missing) {
        Path folder = missing.toAbsolutePath().getParent();
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
            files.forEach(file -> names.add(file.getFileName().toString().replaceFirst("[.]json$", "")));
        } catch (IOException | DirectoryIteratorException noFolder) {
            return " There is no folder " + folder + " either.";
        }
        Collections.sort(names);
        return names.isEmpty() ? "" : " The features there are: " + String.join(", ", names) + ".";
    }

    /** A bundle is written as its id or as an object with the member "id"; other members are metadata. */
    private static BundleId id(Object entry, Path file) {
        Object id = entry instanceof Map<?, ?> map && map.containsKey("id") ? map.get("id") : entry;
        if (id instanceof String text) {
            return BundleId.parse(text, file.toString());
        }
        throw new LaunchException(file + ": expected a bundle id or an object with an \"id\", found " + entry + ".");
    }

    private static boolean isLater(Object entry, Path file) {
        Object start = entry instanceof Map<?, ?> map ? map.get(START) : null;
        if (start != null && !start.equals(WHEN_NEEDED)) {
            throw new LaunchException(
                    file + ": \"" + START + "\" of a bundle may be \"" + WHEN_NEEDED + "\", found " + start + ".");
        }
        return start != null;
    }

    private static Map<String, String> launchingProperties(Object value, Path file) {
        Map<String, String> properties = new LinkedHashMap<>();
        object(value, file + ": \"extensions\"").forEach((name, content) -> {
            String where = file + ": extension \"" + name + "\"";
            Map<String, Object> extension = object(content, where);
            if (name.equals(PROPERTIES)) {
                object(extension.getOrDefault("json", Map.of()), where)
                        .forEach((key, text) -> properties.put(key, String.valueOf(text)));
            } else if (!"optional".equals(extension.get("kind"))) {
                throw new LaunchException(where + " is not known to this launcher, and it is not marked optional.");
            }
        });
        return properties;
    }

    private static void requireDescriptive(String section, Path file) {
        if (!DESCRIPTIVE.contains(section)) {
            throw new LaunchException(file + ": the section \"" + section
                    + "\" is not served by this launcher; it reads \"bundles\" and the extension \"" + PROPERTIES
                    + "\".");
        }
    }

    @SuppressWarnings("unchecked") // a Json object has String keys by construction
    private static Map<String, Object> object(Object value, String origin) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new LaunchException(origin + ": expected a JSON object, found " + value + ".");
    }

    private static List<?> list(Object value, String origin) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new LaunchException(origin + ": expected a JSON array, found " + value + ".");
    }
}
