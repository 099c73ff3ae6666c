package org.einfluss.plugins.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.einfluss.engine.catalog.Origin;
import org.einfluss.engine.catalog.PluginFile;
import org.einfluss.host.Installed;
import org.einfluss.plugins.Compilation;
import org.einfluss.plugins.Problem;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleRevision;

/** Installs plug-ins in the framework and takes them out again. Thread-safe. */
final class PluginBundles {
    static final String LOCATION = "plug-in:";

    private final BundleContext context;
    private final Installed installed;
    private final PluginCompiler compiler;
    private final Predicate<String> sources;
    private final BiFunction<Bundle, BundleException, String> reason;

    /**
     * Makes it.
     *
     * @param context installs bundles
     * @param installed is told of them
     * @param compiler compiles sources
     * @param sources whether a file of a name is a source
     * @param reason says why a bundle does not start
     */
    PluginBundles(
            BundleContext context,
            Installed installed,
            PluginCompiler compiler,
            Predicate<String> sources,
            BiFunction<Bundle, BundleException, String> reason) {
        this.context = context;
        this.installed = installed;
        this.compiler = compiler;
        this.sources = sources;
        this.reason = reason;
    }

    boolean isSource(String file) {
        return sources.test(file);
    }

    Compilation compile(String file, byte[] bytes, Optional<Path> cache) throws IOException {
        return compiler.compile(file, bytes, cache);
    }

    /** Starts the bundle of a source; no catalogue shows it yet. The purpose tells it apart from the same started for another. */
    Bundle start(String purpose, Path file, byte[] source, Compilation compilation) throws Source.Refused {
        String name = file.getFileName().toString();
        Bundle bundle = install(purpose, file, compilation.jar().orElseThrow());
        installed.admit(bundle, new Origin(name, "", compilation.sha256()), new PluginFile(name, source::clone));
        return started(name, bundle);
    }

    /** Starts a jar; no catalogue shows it yet. */
    Bundle start(String purpose, Path file, byte[] jar) throws Source.Refused {
        String name = file.getFileName().toString();
        Bundle bundle = install(purpose, file, jar);
        installed.admit(
                bundle,
                new Origin(bundle.getSymbolicName(), bundle.getVersion().toString(), PluginCompiler.sha256(jar)),
                new PluginFile(name, jar::clone));
        return started(name, bundle);
    }

    private Bundle install(String purpose, Path path, byte[] jar) throws Source.Refused {
        String file = path.getFileName().toString();
        Bundle bundle;
        try {
            bundle = context.installBundle(
                    LOCATION + purpose + ":" + path.toAbsolutePath() + ":" + PluginCompiler.sha256(jar),
                    new ByteArrayInputStream(jar));
        } catch (BundleException unreadable) {
            throw new Source.Refused(
                    Problem.of(file, "it cannot be installed, as it is no whole jar file: " + unreadable.getMessage()));
        }
        String name = bundle.getSymbolicName();
        if (name == null) {
            uninstall(bundle);
            throw new Source.Refused(
                    Problem.of(file, "it is not an OSGi bundle: its manifest has no Bundle-SymbolicName"));
        }
        Optional<Bundle> product = Arrays.stream(context.getBundles())
                .filter(other -> name.equals(other.getSymbolicName())
                        && !other.getLocation().startsWith(LOCATION))
                .findFirst();
        if (product.isPresent()) {
            uninstall(bundle);
            throw new Source.Refused(Problem.of(
                    file,
                    "the bundle " + name + " is a part of the product already, in version "
                            + product.get().getVersion() + "; remove the file, or give your bundle a name of its own"));
        }
        return bundle;
    }

    private Bundle started(String file, Bundle bundle) throws Source.Refused {
        boolean fragment = (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
        if (!fragment) {
            try {
                bundle.start();
            } catch (BundleException failure) {
                String sentence = reason.apply(bundle, failure);
                uninstall(bundle);
                throw new Source.Refused(Problem.of(file, "it does not start: " + sentence));
            }
        }
        return bundle;
    }

    /** Takes a plug-in out; returns true once it is gone. */
    boolean uninstall(Bundle bundle) {
        try {
            bundle.uninstall();
        } catch (BundleException failure) {
            throw new IllegalStateException("The plug-in " + bundle + " cannot be removed", failure);
        }
        installed.forget(bundle);
        return true;
    }
}
