package org.einfluss.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The launcher's command line: options of its own, then {@code --}, then the arguments of the main service.
 *
 * @param features feature files, at least one
 * @param lib folder in which bundle ids are looked up
 * @param plugins folders of which every jar is installed; a folder that does not exist counts as empty
 * @param cache base folder of the framework's cache, empty for the user's cache folder
 * @param main value of the property {@code einfluss.main} of the service to call
 * @param limit how long to wait for that service
 * @param window the main service opens a window: Java's own part of it is loaded while the framework starts
 * @param archive where to keep Java's classes of this process for later starts; Java must run with {@code -XX:+RecordDynamicDumpInfo}
 * @param halt end the process without stopping the bundles, for commands that only read
 * @param arguments handed to the main service
 */
record Options(
        List<Path> features,
        Path lib,
        List<Path> plugins,
        Optional<Path> cache,
        String main,
        Duration limit,
        boolean window,
        Optional<Path> archive,
        boolean halt,
        List<String> arguments) {

    static final String USAGE =
            "Usage: java -jar org.einfluss.launcher-VERSION.jar --feature FILE [--feature FILE ...] [--lib DIR]"
                    + " [--plugins DIR ...] [--cache DIR] [--main NAME] [--limit SECONDS] [--window] [--archive FILE] [--halt] [-- ARGUMENT ...]";

    static Options parse(List<String> words) {
        List<Path> features = new ArrayList<>();
        List<Path> plugins = new ArrayList<>();
        Optional<Path> lib = Optional.empty();
        Optional<Path> cache = Optional.empty();
        String main = "cli";
        Duration limit = Duration.ofSeconds(5);
        boolean window = false;
        Optional<Path> archive = Optional.empty();
        boolean halt = false;
        int next = 0;
        while (next < words.size() && !words.get(next).equals("--")) {
            String option = words.get(next++);
            if (option.equals("--halt")) {
                halt = true;
                continue;
            }
            if (option.equals("--window")) {
                window = true;
                continue;
            }
            String value = next < words.size() ? words.get(next++) : missing(option);
            switch (option) {
                case "--feature" -> features.add(Path.of(value));
                case "--lib" -> lib = Optional.of(Path.of(value));
                case "--plugins" -> plugins.add(Path.of(value));
                case "--cache" -> cache = Optional.of(Path.of(value));
                case "--main" -> main = value;
                case "--archive" -> archive = Optional.of(Path.of(value));
                case "--limit" -> limit = seconds(value);
                default -> throw new LaunchException("Unknown launcher option " + option + ". " + USAGE);
            }
        }
        if (features.isEmpty()) {
            throw new LaunchException("No feature file was named. " + USAGE);
        }
        // features/ and lib/ lie beside each other in every assembly
        Path besideFeatures = features.get(0).toAbsolutePath().getParent().resolveSibling("lib");
        List<String> arguments = next < words.size() ? words.subList(next + 1, words.size()) : List.of();
        return new Options(
                List.copyOf(features),
                lib.orElse(besideFeatures),
                List.copyOf(plugins),
                cache,
                main,
                limit,
                window,
                archive,
                halt,
                List.copyOf(arguments));
    }

    private static String missing(String option) {
        throw new LaunchException("The launcher option " + option + " needs a value. " + USAGE);
    }

    private static Duration seconds(String text) {
        try {
            return Duration.ofSeconds(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new LaunchException("Expected whole seconds after --limit, found \"" + text + "\".", e);
        }
    }
}
