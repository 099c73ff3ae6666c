package org.einfluss.osgi.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs the product, and Maven, as a user does: as processes in a folder with a home of their own. */
final class Shell {
    final Path folder;

    /** How a process ended. */
    record Ended(int code, String output, String errors) {}

    Shell(Path folder) {
        this.folder = folder;
    }

    /** The user's folder. */
    Path home() {
        return folder.resolve("home");
    }

    /** Runs the start script of the assembled product. */
    Ended einfluss(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("sh", Product.FOLDER.resolve("bin").resolve("einfluss").toString()));
        command.addAll(List.of(words));
        return run(folder, command);
    }

    /** Runs lines of a shell, which know the commands {@code einfluss} and {@code mvn}. */
    Ended script(String lines) throws IOException, InterruptedException {
        return run(folder, List.of("sh", "-e", "-c", commands() + lines));
    }

    /** Runs the Maven that runs this test. */
    Ended maven(Path project, String words) throws IOException, InterruptedException {
        return run(project, List.of("sh", "-e", "-c", commands() + "mvn " + words));
    }

    /**
     * Maven works without network, in a repository that is the user's, less anything of Einfluss: on a fresh machine that comes from the
     * sdk folder alone.
     */
    private static String commands() throws IOException {
        Path from = Path.of(System.getProperty("einfluss.repository"));
        Path repository = Path.of("target", "repository").toAbsolutePath();
        remove(repository.resolve("org/einfluss"));
        link(from, repository, "org");
        link(from.resolve("org"), repository.resolve("org"), "einfluss");
        return "einfluss() { sh '" + Product.FOLDER.resolve("bin").resolve("einfluss") + "' \"$@\"; }\n"
                + "mvn() { '" + Path.of(System.getProperty("einfluss.maven"), "bin", "mvn")
                + "' -o -B -Daether.offline.protocols=file '-Dmaven.repo.local=" + repository + "' \"$@\"; }\n";
    }

    private static void link(Path from, Path to, String without) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                Path link = to.resolve(entry.getFileName());
                if (!entry.endsWith(without) && !Files.isSymbolicLink(link)) {
                    Files.createSymbolicLink(link, entry);
                }
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Starts the start script of the assembled product and does not wait for its end. */
    Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("sh", Product.FOLDER.resolve("bin").resolve("einfluss").toString()));
        command.addAll(List.of(words));
        Path unread = Files.createTempFile(folder, "unread", ".txt");
        return builder(folder, command, unread, unread).start();
    }

    Ended run(Path where, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        int code = builder(where, command, output, errors).start().waitFor();
        return new Ended(code, Files.readString(output), Files.readString(errors));
    }

    private ProcessBuilder builder(Path where, List<String> command, Path output, Path errors) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("EINFLUSS_HOME", home().toString());
        builder.environment().put("EINFLUSS_LANG", "en");
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        return builder;
    }
}
