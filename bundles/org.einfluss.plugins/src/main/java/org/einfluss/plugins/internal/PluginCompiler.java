package org.einfluss.plugins.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.einfluss.plugins.Compilation;
import org.einfluss.plugins.SourceTranslator;
import org.einfluss.plugins.SourceTranslator.Translation;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Makes a bundle of a source. What was made is kept by the hash of the source and of what it is compiled against, so that the
 * compiler is not even loaded when nothing has changed.
 */
final class PluginCompiler {
    /** What a plug-in may compile against: the API, and what its signatures and the house's charts are made of. */
    private static final Set<String> SDK = Set.of(
            "org.einfluss.api",
            "org.einfluss.charts",
            "org.einfluss.graph",
            "org.einfluss.math",
            "org.einfluss.wrap.jfreechart",
            "org.apache.commons.math3");

    private static final String ANNOTATIONS = "org.osgi.service.component.annotations";
    private static final String REFERENCE = "reference:";
    private static final int VERSION_DIGITS = 12;

    private final BundleContext context;
    private final Runnable tools;
    private final Function<String, Optional<ServiceReference<SourceTranslator>>> translators;

    /**
     * Makes a compiler.
     *
     * @param context where the bundles are that plug-ins are compiled against
     * @param tools installs the compiler and the bundler
     * @param translators finds the translator of the files of a name
     */
    PluginCompiler(
            BundleContext context,
            Runnable tools,
            Function<String, Optional<ServiceReference<SourceTranslator>>> translators) {
        this.context = context;
        this.tools = tools;
        this.translators = translators;
    }

    /**
     * Compiles a source, or finds what was made of it before.
     *
     * @param file name of the file
     * @param bytes what is in it
     * @param cache folder of what was made before, which need not exist
     */
    synchronized Compilation compile(String file, byte[] bytes, Optional<Path> cache) throws IOException {
        String hash = sha256(bytes);
        Optional<Path> kept = cache.map(folder -> folder.resolve(file + "-" + key(file, hash) + ".jar"));
        if (kept.isPresent() && Files.isRegularFile(kept.get())) {
            return new Compilation(hash, Optional.of(Files.readAllBytes(kept.get())), List.of());
        }
        try {
            byte[] jar = make(file, hash, bytes);
            if (kept.isPresent()) {
                keep(jar, file, kept.get());
            }
            return new Compilation(hash, Optional.of(jar), List.of());
        } catch (Source.Refused refused) {
            return new Compilation(hash, Optional.empty(), refused.problems());
        }
    }

    private byte[] make(String file, String hash, byte[] bytes) throws IOException, Source.Refused {
        String text = Source.decode(file, bytes);
        Optional<SourceTranslator> translator = translators.apply(file).map(context::getService);
        Source source;
        if (translator.isPresent()) {
            Translation translation = translator.get().translate(file, text);
            if (!translation.problems().isEmpty()) {
                throw new Source.Refused(translation.problems());
            }
            source = Source.of(file, text, translation);
        } else {
            source = Source.of(file, text);
        }
        tools.run();
        List<Path> jars = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (SDK.contains(bundle.getSymbolicName()) || ANNOTATIONS.equals(bundle.getSymbolicName())) {
                jars.add(jar(
                        bundle)); // what they do not export compiles, but then the plug-in does not start, and says why
            }
        }
        Map<String, byte[]> classes = new SourceCompiler(compiler(), jars).compile(source);
        String version = "0.0.0." + hash.substring(0, VERSION_DIGITS);
        return BundleWriter.write(file, version, source.packageName(), classes, jars);
    }

    /** The JDK's compiler, or, as a JRE has none, Eclipse's. */
    private static JavaCompiler compiler() {
        return Optional.ofNullable(ToolProvider.getSystemJavaCompiler()).orElseGet(EclipseCompiler::new);
    }

    /** What else decides what comes of a source: the versions of what it is compiled against, and who compiles. */
    private String key(String file, String hash) {
        StringBuilder all = new StringBuilder(hash).append('\n');
        Optional<Bundle> translator = translators.apply(file).map(ServiceReference::getBundle);
        Arrays.stream(context.getBundles())
                .filter(bundle -> SDK.contains(bundle.getSymbolicName())
                        || bundle.equals(context.getBundle())
                        || translator.filter(bundle::equals).isPresent())
                .map(bundle -> bundle.getSymbolicName() + " " + bundle.getVersion() + " "
                        + jar(bundle).toFile().lastModified() + "\n")
                .sorted()
                .forEach(all::append);
        return sha256(all.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    private static Path jar(Bundle bundle) {
        String location = bundle.getLocation();
        if (!location.startsWith(REFERENCE)) {
            throw new IllegalStateException(bundle + " was not installed from a file but from " + location);
        }
        return Path.of(URI.create(location.substring(REFERENCE.length())));
    }

    /** Keeps a jar in the place of earlier ones of the same file; not being able to costs time only. */
    private static void keep(byte[] jar, String file, Path kept) throws IOException {
        Path folder = kept.getParent();
        if (!Files.isWritable(Files.exists(folder) ? folder : folder.getParent())) {
            return;
        }
        Files.createDirectories(folder);
        List<Path> earlier = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(
                folder, path -> path.getFileName().toString().matches(Pattern.quote(file) + "-[0-9a-f]{16}\\.jar"))) {
            found.forEach(earlier::add);
        }
        Path aside = Files.createTempFile(folder, ".", ".writing");
        Files.write(aside, jar);
        Files.move(aside, kept, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        for (Path path : earlier) {
            Files.deleteIfExists(path);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
