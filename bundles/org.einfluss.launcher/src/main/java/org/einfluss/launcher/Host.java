package org.einfluss.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * A running OSGi framework with the bundles of an {@link Assembly}.
 *
 * <p>A bundle that cannot be installed, resolved or started never keeps the others from working: it is remembered with
 * its reason. What is known is offered to the bundles as services with the property {@value #INFORMATION}: as {@code
 * Supplier<List<Map<String, String>>>} the {@code bundles} (keys as in {@link BundleReport}) and the {@code components}
 * that are not there (keys as in {@link ComponentReport}); as {@code BiFunction<Bundle, BundleException, String>} the
 * {@code reason} why a bundle does not start; and as {@code Runnable} the {@code start} of the bundles that the features keep
 * back until they are needed.
 */
public final class Host implements AutoCloseable {

    /** Service property that tells the two suppliers apart. */
    public static final String INFORMATION = "einfluss.host";

    /** Service property that names a main service. */
    public static final String MAIN = "einfluss.main";

    /** Service property of a {@code Runnable} that cancels the command that runs. */
    public static final String CANCEL = "einfluss.cancel";

    private final Framework framework;
    private final List<Path> later;
    /** By jar: what was installed, absent when even that failed. */
    private final Map<Path, Bundle> installed = new LinkedHashMap<>();
    /** By jar: why it does not work. */
    private final Map<Path, String> reasons = new LinkedHashMap<>();

    private Host(Framework framework, List<Path> later) {
        this.framework = framework;
        this.later = later;
    }

    /**
     * Boots a framework, installs the assembly's bundles and every jar in the plug-in folders, and starts them all.
     *
     * @param assembly what to start
     * @param lib folder with the jars that the assembly names
     * @param plugins folders of which every jar is installed; one that does not exist counts as empty
     * @param storage an empty folder for the framework's own use
     * @throws LaunchException when the framework itself does not start
     */
    public static Host start(Assembly assembly, Path lib, List<Path> plugins, Path storage) {
        Map<String, Object> configuration = new HashMap<>(assembly.properties());
        configuration.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        configuration.put("felix.cache.locking", "false"); // the folder is this process's own
        configuration.put("felix.log.logger", new FrameworkLog());
        Framework framework = new FrameworkFactory().newFramework(configuration);
        try {
            framework.start();
        } catch (BundleException e) {
            throw new LaunchException("The OSGi framework did not start. " + Reason.ofCause(e), e);
        }
        Host host = new Host(
                framework,
                assembly.later().stream().map(id -> lib.resolve(id.fileName())).toList());
        host.publish(Supplier.class, "bundles", (Supplier<List<Map<String, String>>>)
                () -> host.bundles().stream().map(BundleReport::asMap).toList());
        host.publish(Supplier.class, "components", (Supplier<List<Map<String, String>>>)
                () -> host.components().stream().map(ComponentReport::asMap).toList());
        host.publish(BiFunction.class, "reason", (BiFunction<Bundle, BundleException, String>) host::reason);
        host.publish(Runnable.class, "start", (Runnable) host::startLater);
        List<Path> jars = new ArrayList<>();
        assembly.bundles().forEach(id -> jars.add(lib.resolve(id.fileName())));
        plugins.forEach(folder -> jars.addAll(jarsIn(folder)));
        host.add(jars);
        return host;
    }

    /** The framework, for what this class does not offer. */
    public Framework framework() {
        return framework;
    }

    /**
     * Installs jars, then resolves them together, then starts them in the order given.
     *
     * @param jars where they are; one that is missing or broken is remembered with its reason
     */
    public synchronized void add(List<Path> jars) {
        List<Path> added = new ArrayList<>();
        for (Path jar : jars) {
            if (install(jar.toAbsolutePath().normalize())) {
                added.add(jar.toAbsolutePath().normalize());
            }
        }
        // all at once: cheaper than bundle by bundle, and the choice of providers does not depend on the order
        framework
                .adapt(FrameworkWiring.class)
                .resolveBundles(added.stream().map(installed::get).toList());
        added.forEach(this::start);
    }

    /**
     * Stops and removes the bundle of a jar that {@link #add} installed.
     *
     * @throws LaunchException when no bundle came from that jar, or the framework refuses
     */
    public synchronized void remove(Path jar) {
        Path key = jar.toAbsolutePath().normalize();
        Bundle bundle = Optional.ofNullable(installed.remove(key))
                .orElseThrow(() -> new LaunchException("No bundle came from " + key + "."));
        reasons.remove(key);
        try {
            bundle.uninstall();
        } catch (BundleException e) {
            throw new LaunchException("The bundle " + bundle + " cannot be removed. " + Reason.ofCause(e), e);
        }
    }

    /** Every bundle that was asked for, in that order, whether it works or not. */
    public synchronized List<BundleReport> bundles() {
        Map<Path, BundleReport> reports = new LinkedHashMap<>();
        installed.forEach((jar, bundle) -> reports.put(
                jar,
                new BundleReport(
                        bundle.getSymbolicName(),
                        bundle.getVersion().toString(),
                        reasons.containsKey(jar) ? "failed" : state(bundle),
                        jar,
                        reasons.getOrDefault(jar, ""))));
        reasons.forEach((jar, reason) ->
                reports.putIfAbsent(jar, new BundleReport(jar.getFileName().toString(), "", "failed", jar, reason)));
        return List.copyOf(reports.values());
    }

    /** Every component that is not there for want of something. */
    public List<ComponentReport> components() {
        return new ComponentRuntime(framework.getBundleContext()).unsatisfied();
    }

    /**
     * Waits for the main service of a name.
     *
     * @param name the value of its property {@value #MAIN}
     * @param limit how long to wait at most
     * @throws LaunchException when there is none in that time; it says which bundles and components do not work
     */
    @SuppressWarnings("unchecked") // the type of the service is ToIntFunction<String[]> by contract
    public ToIntFunction<String[]> main(String name, Duration limit) throws InterruptedException {
        BundleContext context = framework.getBundleContext();
        String filter = "(&(objectClass=" + ToIntFunction.class.getName() + ")(" + MAIN + "=" + name + "))";
        CountDownLatch there = new CountDownLatch(1);
        ServiceListener listener = event -> {
            if (event.getType() == ServiceEvent.REGISTERED) {
                there.countDown();
            }
        };
        try {
            context.addServiceListener(listener, filter);
            ServiceReference<?>[] references = context.getAllServiceReferences(null, filter);
            if (references == null && there.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                references = context.getAllServiceReferences(null, filter);
            }
            Object service = references == null ? null : context.getService(references[0]);
            if (service == null) {
                throw new LaunchException(noMain(name, limit, references != null));
            }
            return (ToIntFunction<String[]>) service;
        } catch (InvalidSyntaxException e) {
            throw new LaunchException("\"" + name + "\" cannot be the name of a main service.", e);
        } finally {
            context.removeServiceListener(listener);
        }
    }

    /** Tells the command that runs to stop; false when it offers no way to be told. */
    boolean cancel() {
        BundleContext context = framework.getBundleContext();
        if (context == null) {
            return false;
        }
        try {
            ServiceReference<?>[] references =
                    context.getAllServiceReferences(Runnable.class.getName(), "(" + CANCEL + "=true)");
            if (references == null) {
                return false;
            }
            for (ServiceReference<?> reference : references) {
                Object service = context.getService(reference);
                if (service != null) {
                    ((Runnable) service).run();
                }
            }
            return true;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops every bundle and the framework, and waits for it, 10 s at most. */
    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(TimeUnit.SECONDS.toMillis(10));
        } catch (BundleException e) {
            throw new LaunchException("The OSGi framework did not stop. " + Reason.ofCause(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean install(Path jar) {
        if (!Files.isRegularFile(jar)) {
            reasons.put(jar, "the file is missing.");
            return false;
        }
        try {
            Bundle bundle = framework.getBundleContext().installBundle("reference:" + jar.toUri());
            if (bundle.getSymbolicName() == null) {
                bundle.uninstall();
                reasons.put(jar, "it is not an OSGi bundle: its manifest has no Bundle-SymbolicName.");
                return false;
            }
            installed.put(jar, bundle);
            return true;
        } catch (BundleException e) {
            reasons.put(
                    jar,
                    e.getType() == BundleException.DUPLICATE_BUNDLE_ERROR
                            ? "the same bundle in the same version is already there."
                            : "it cannot be installed. " + Reason.ofCause(e));
            return false;
        }
    }

    private void start(Path jar) {
        Bundle bundle = installed.get(jar);
        boolean fragment = (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
        if (fragment) {
            return;
        }
        try {
            bundle.start();
        } catch (BundleException e) {
            reasons.put(jar, reason(bundle, e));
        }
    }

    private String reason(Bundle bundle, BundleException failure) {
        return new Reason(Arrays.asList(framework.getBundleContext().getBundles())).of(bundle, failure);
    }

    /** Adds the bundles that were kept back, the first time it is called. */
    private synchronized void startLater() {
        List<Path> missing = later.stream()
                .map(jar -> jar.toAbsolutePath().normalize())
                .filter(jar -> !installed.containsKey(jar))
                .toList();
        if (!missing.isEmpty()) {
            add(missing);
        }
    }

    private void publish(Class<?> type, String information, Object service) {
        framework
                .getBundleContext()
                .registerService(type.getName(), service, FrameworkUtil.asDictionary(Map.of(INFORMATION, information)));
    }

    private String noMain(String name, Duration limit, boolean offered) {
        List<String> lines = new ArrayList<>();
        lines.add(
                offered
                        ? "The main service \"" + name + "\" cannot be made."
                        : "No bundle offered the main service \"" + name + "\" (a ToIntFunction with " + MAIN + "="
                                + name + ") within " + limit.toSeconds() + " s.");
        bundles().stream().filter(BundleReport::isFailed).forEach(report -> lines.add(report.toString()));
        components().forEach(report -> lines.add(report.toString()));
        return String.join(System.lineSeparator(), lines);
    }

    private static String state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE, Bundle.STARTING -> "active"; // STARTING: it waits for its first use
            case Bundle.RESOLVED, Bundle.STOPPING -> "resolved";
            default -> "installed";
        };
    }

    private static List<Path> jarsIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
            found.forEach(jars::add);
        } catch (IOException e) {
            throw new LaunchException("The plug-in folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
        jars.sort(null); // the file system's order is arbitrary
        return jars;
    }
}
