package org.einfluss.osgi.tests;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.einfluss.launcher.Assembly;
import org.einfluss.launcher.Host;

/** The assembled product that the tests start, and small bundles made for a test. */
final class Product {

    static final Path ROOT = Path.of(System.getProperty("einfluss.root")).normalize();
    static final Path FOLDER = Path.of(System.getProperty("einfluss.app")).normalize();
    static final Path LIB = FOLDER.resolve("lib");
    static final Path PLATFORM = FOLDER.resolve("features").resolve("platform.json");
    static final Path HEADLESS = FOLDER.resolve("features").resolve("headless.json");

    static final Path WORKBENCH = FOLDER.resolve("features").resolve("workbench.json");

    private Product() {}

    /**
     * The command of a process that hears interrupts. A build that was started in the background ignores them, and so would
     * everything started by it.
     */
    static List<String> listening(String... command) throws IOException {
        List<String> words = new ArrayList<>(List.of("env", "--default-signal=INT"));
        if (!succeeds(words)) { // this env knows no signals
            words.clear();
        }
        words.addAll(List.of(command));
        return words;
    }

    private static boolean succeeds(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** Starts the headless product in this process. */
    static Host headless(Path storage, Path... plugins) {
        return Host.start(Assembly.read(List.of(PLATFORM, HEADLESS)), LIB, List.of(plugins), storage);
    }

    /** Starts the headless product with the aids for plug-in authors in this process. */
    static Host sdk(Path storage) {
        Path sdk = FOLDER.resolve("features").resolve("sdk.json");
        return Host.start(Assembly.read(List.of(PLATFORM, HEADLESS, sdk)), LIB, List.of(), storage);
    }

    /** Starts the product with its window in this process; nothing is opened yet. */
    static Host workbench(Path storage) {
        return Host.start(Assembly.read(List.of(PLATFORM, HEADLESS, WORKBENCH)), LIB, List.of(), storage);
    }

    /** The shipped jar of an artifact, whatever its version. */
    static Path jar(String artifact) {
        try (Stream<Path> jars = Files.list(LIB)) {
            return jars.filter(jar -> jar.getFileName().toString().matches(artifact + "-[0-9.]+\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("There is no " + artifact + " in " + LIB));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a bundle.
     *
     * @param headers manifest headers beside name and version
     * @param classes classes of this class path to put in
     * @param entries further entries, text by path
     */
    static Path bundle(
            Path jar, String name, Map<String, String> headers, Class<?>[] classes, Map<String, String> entries)
            throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", name);
        attributes.putValue("Bundle-Version", "1.0.0");
        headers.forEach(attributes::putValue);
        Files.createDirectories(jar.getParent());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Class<?> type : classes) {
                String path = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new ZipEntry(path));
                out.write(type.getClassLoader().getResourceAsStream(path).readAllBytes());
            }
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
