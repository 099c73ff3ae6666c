package org.einfluss.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** The compiled bundles of this repository, found by their folders. */
final class Bundles {
    static final Path ROOT =
            Path.of(System.getProperty("einfluss.root", "../..")).toAbsolutePath();

    /** Compiled classes of every bundle, by symbolic name. */
    final Map<String, Path> folders = new TreeMap<>();

    private final Map<String, String> bundleOfClass = new TreeMap<>();
    private final JavaClasses classes;

    Bundles() {
        for (Path bundle : sources()) {
            Path compiled = bundle.resolve("target/classes");
            if (!Files.isDirectory(compiled.resolve("org"))) {
                throw new AssertionError(bundle + " has sources but no classes; build the whole repository");
            }
            String name = bundle.getFileName().toString();
            folders.put(name, compiled);
            new ClassFileImporter().importPath(compiled).forEach(type -> bundleOfClass.put(type.getName(), name));
        }
        if (folders.isEmpty()) {
            throw new AssertionError("No bundle found below " + ROOT.resolve("bundles"));
        }
        classes = new ClassFileImporter().importPaths(folders.values());
    }

    /** The folders of all bundles that have main sources. */
    static List<Path> sources() {
        try (Stream<Path> found = Files.list(ROOT.resolve("bundles"))) {
            return found.filter(bundle -> Files.isDirectory(bundle.resolve("src/main/java")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JavaClasses classes() {
        return classes;
    }

    /** The bundle a class belongs to, empty when it is none of ours. */
    String bundle(JavaClass type) {
        return bundleOfClass.getOrDefault(type.getBaseComponentType().getName(), "");
    }

    /** All dependencies from a class of one bundle that are forbidden, as readable lines. */
    List<String> violations(BiPredicate<String, Dependency> forbidden) {
        List<String> found = new ArrayList<>();
        for (JavaClass type : classes) {
            String bundle = bundle(type);
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                if (forbidden.test(bundle, dependency)) {
                    found.add(dependency.getDescription());
                }
            }
        }
        return found;
    }

    /** Packages with classes in one bundle. */
    Set<String> packages(String bundle) {
        Set<String> packages = new TreeSet<>();
        for (JavaClass type : classes) {
            if (bundle(type).equals(bundle)) {
                packages.add(type.getPackageName());
            }
        }
        return packages;
    }
}
