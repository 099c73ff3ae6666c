package org.einfluss.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.DatasetLibrary;
import org.einfluss.api.study.ExperimentLibrary;
import org.einfluss.api.study.TableReader;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.catalog.Origin;
import org.einfluss.engine.catalog.PluginFile;
import org.einfluss.engine.run.ForeignCall;
import org.einfluss.engine.run.Tolerance;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.AnyService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * What the installed bundles contribute. Thread-safe.
 *
 * <p>Every service with the property {@code einfluss.id} enters; its class is loaded when it is first used, so that a
 * listing loads none. A catalogue once taken stays as it is when bundles come and go.
 */
@Component(service = Installed.class)
public final class Installed {
    private static final String ID = Described.PREFIX_ + "id";
    /** By name, as charts are the business of front ends. */
    private static final String CHART_VIEW = "org.einfluss.charts.ChartView";

    /** What a constructor may take. */
    private static final Tolerance MAKING = new Tolerance(Duration.ofSeconds(30), false, sentence -> {});

    private static final Set<String> KERNEL = Set.of(
            "org.einfluss.math", "org.einfluss.graph", "org.einfluss.api", "org.einfluss.engine", "org.einfluss.store");

    private final BundleContext context;
    private final Set<ServiceReference<?>> services = ConcurrentHashMap.newKeySet();
    private final Map<Bundle, Origin> origins = new ConcurrentHashMap<>();
    /** What front ends may still hold, and the plug-ins it was made with. */
    private final List<Snapshot> snapshots = new ArrayList<>();

    private volatile Map<Bundle, Guest> guests = Map.of();

    /** A plug-in; one that is not shown enters no catalogue. */
    private record Guest(PluginFile file, boolean shown) {}

    private record Snapshot(WeakReference<Catalog> catalog, Set<Bundle> guests) {}

    /**
     * A service that no catalogue holds.
     *
     * @param service the service
     * @param origin where it comes from
     * @param <T> its type
     */
    public record Offered<T>(T service, Origin origin) {}

    @Reference(
            target = "(einfluss.host=bundles)",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<Supplier<List<Map<String, String>>>> bundles = List.of();

    @Reference(
            target = "(einfluss.host=components)",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<Supplier<List<Map<String, String>>>> missing = List.of();

    /**
     * Called by Declarative Services.
     *
     * @param context this bundle's context
     */
    @Activate
    public Installed(BundleContext context) {
        this.context = context;
    }

    @Reference(
            service = AnyService.class,
            target = "(|(" + ID + "=*)(objectClass=org.einfluss.api.data.DatasetLibrary)"
                    + "(objectClass=org.einfluss.api.study.ExperimentLibrary)"
                    + "(objectClass=org.einfluss.api.study.TableReader)(objectClass=" + CHART_VIEW + "))",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addService(ServiceReference<?> reference) {
        services.add(reference);
    }

    void removeService(ServiceReference<?> reference) {
        services.remove(reference);
    }

    /**
     * Lets a plug-in in, which no catalogue shows before {@link #show}.
     *
     * @param bundle the plug-in's bundle, before it is started
     * @param origin where its components come from
     * @param file what it was made of
     */
    public synchronized void admit(Bundle bundle, Origin origin, PluginFile file) {
        origins.put(bundle, origin);
        put(bundle, new Guest(file, false));
    }

    /**
     * Puts one plug-in in the place of another: catalogues taken from now on have the new one, those taken before keep the old one.
     *
     * @param now the plug-in to be shown, if any
     * @param before the plug-in to be shown no longer, if any
     */
    public synchronized void show(Optional<Bundle> now, Optional<Bundle> before) {
        Map<Bundle, Guest> changed = new HashMap<>(guests);
        before.ifPresent(bundle -> changed.computeIfPresent(bundle, (key, guest) -> new Guest(guest.file(), false)));
        now.ifPresent(bundle -> changed.computeIfPresent(bundle, (key, guest) -> new Guest(guest.file(), true)));
        guests = Map.copyOf(changed);
    }

    /**
     * Forgets a plug-in that is no longer installed.
     *
     * @param bundle the plug-in's bundle
     */
    public synchronized void forget(Bundle bundle) {
        Map<Bundle, Guest> changed = new HashMap<>(guests);
        changed.remove(bundle);
        guests = Map.copyOf(changed);
        origins.remove(bundle);
    }

    /**
     * Returns whether somebody may still use a plug-in: it is shown, or a catalogue that has it is still held.
     *
     * @param bundle the plug-in's bundle
     */
    public synchronized boolean isUsed(Bundle bundle) {
        snapshots.removeIf(snapshot -> snapshot.catalog().get() == null);
        Guest guest = guests.get(bundle);
        return guest != null && guest.shown()
                || snapshots.stream().anyMatch(snapshot -> snapshot.guests().contains(bundle));
    }

    private void put(Bundle bundle, Guest guest) {
        Map<Bundle, Guest> changed = new HashMap<>(guests);
        changed.put(bundle, guest);
        guests = Map.copyOf(changed);
    }

    /**
     * Returns everything that is installed now.
     *
     * @param more further libraries, for example of the user's own datasets
     */
    public Catalog catalog(DatasetLibrary... more) {
        Map<Bundle, Guest> present = guests;
        Catalog.Builder builder = Catalog.builder();
        add(builder, reference -> isShown(reference, present));
        for (DatasetLibrary library : more) {
            builder.add(library);
        }
        for (Bundle bundle : context.getBundles()) {
            if (KERNEL.contains(bundle.getSymbolicName())) {
                builder.kernel(origin(bundle));
            }
        }
        present.forEach((bundle, guest) -> {
            if (guest.shown()) {
                builder.plugin(origin(bundle), guest.file());
            }
        });
        problems().forEach(builder::hint);
        Catalog catalog = builder.build();
        synchronized (this) {
            snapshots.removeIf(snapshot -> snapshot.catalog().get() == null);
            snapshots.add(new Snapshot(new WeakReference<>(catalog), present.keySet()));
        }
        return catalog;
    }

    /**
     * Returns what one bundle contributes, whether it is shown or not.
     *
     * @param bundle the bundle
     */
    public Catalog catalogOf(Bundle bundle) {
        Catalog.Builder builder = Catalog.builder();
        add(builder, reference -> bundle.equals(reference.getBundle()));
        return builder.build();
    }

    /**
     * Returns what one bundle contributes, each {@code kind id}, sorted; no class is loaded.
     *
     * @param bundle the bundle
     */
    public List<String> contributions(Bundle bundle) {
        Set<String> found = new TreeSet<>();
        for (ServiceReference<?> reference : services) {
            if (bundle.equals(reference.getBundle())) {
                Stream.of(Kind.values())
                        .filter(kind -> isA(reference, kind.type()) && reference.getProperty(ID) != null)
                        .forEach(kind -> found.add(kind.label() + " " + reference.getProperty(ID)));
                if (isA(reference, CHART_VIEW)) {
                    String component = String.valueOf(reference.getProperty("component.name"));
                    found.add("chart view " + component.substring(component.lastIndexOf('.') + 1));
                }
            }
        }
        return List.copyOf(found);
    }

    /**
     * Returns why a bundle that was started does not contribute what it was meant to, each a sentence: components that cannot be made or
     * have no id, and ids that another bundle uses as well.
     *
     * @param bundle the bundle
     */
    public List<String> faults(Bundle bundle) {
        List<String> faults = new ArrayList<>();
        for (ServiceReference<?> reference : services) {
            if (bundle.equals(reference.getBundle())) {
                try {
                    // that a component cannot be made is known once it was tried
                    ForeignCall.make(
                            "component " + reference.getProperty("component.name"),
                            MAKING,
                            Progress.NONE,
                            alive -> made(reference));
                } catch (InputException | IOException neverMade) {
                    faults.add(neverMade.getMessage());
                }
            }
        }
        missing.stream()
                .flatMap(report -> report.get().stream())
                .filter(component -> bundle.getSymbolicName().equals(component.get("bundle")))
                .forEach(component -> faults.add(
                        "the component " + component.get("component") + " is not there: " + component.get("reason")));
        ServiceReference<?>[] registered = bundle.getRegisteredServices();
        for (ServiceReference<?> reference : registered == null ? new ServiceReference<?>[0] : registered) {
            if (reference.getProperty(ID) == null
                    && Stream.of(Kind.values()).anyMatch(kind -> isA(reference, kind.type()))) {
                faults.add("the component " + reference.getProperty("component.name")
                        + " has no id, as its class lacks @Described");
            }
        }
        Map<Bundle, Guest> present = guests;
        Catalog.Builder builder = Catalog.builder();
        add(builder, reference -> isShown(reference, present) && reference.getProperty(ID) != null);
        faults.addAll(builder.build().conflicts(origin(bundle).name()));
        return faults;
    }

    private void add(Catalog.Builder builder, Predicate<ServiceReference<?>> wanted) {
        for (ServiceReference<?> reference : new TreeSet<>(services)) {
            if (wanted.test(reference)) {
                if (reference.getProperty(ID) instanceof String id) {
                    addEntries(builder, reference, id);
                } else if (isA(reference, DatasetLibrary.class)
                        || isA(reference, ExperimentLibrary.class)
                        || isA(reference, TableReader.class)) {
                    made(reference).ifPresent(builder::add);
                }
            }
        }
    }

    private void addEntries(Catalog.Builder builder, ServiceReference<?> reference, String id) {
        for (Kind kind : Kind.values()) {
            if (isA(reference, kind.type())) {
                builder.add(
                        kind,
                        id,
                        text(reference, "name"),
                        text(reference, "summary"),
                        cite(reference),
                        origin(reference.getBundle()),
                        () -> component(reference));
            }
        }
    }

    /**
     * Returns the services of a type that no catalogue holds, for example chart views.
     *
     * @param type the service's interface
     * @param <T> the type
     */
    public <T> List<Offered<T>> services(Class<T> type) {
        Map<Bundle, Guest> present = guests;
        return offered(type, reference -> isShown(reference, present));
    }

    /**
     * Returns the services of a type that one bundle offers, whether it is shown or not.
     *
     * @param bundle the bundle
     * @param type the service's interface
     * @param <T> the type
     */
    public <T> List<Offered<T>> servicesOf(Bundle bundle, Class<T> type) {
        return offered(type, reference -> bundle.equals(reference.getBundle()));
    }

    private <T> List<Offered<T>> offered(Class<T> type, Predicate<ServiceReference<?>> wanted) {
        List<Offered<T>> found = new ArrayList<>();
        for (ServiceReference<?> reference : new TreeSet<>(services)) {
            if (isA(reference, type) && wanted.test(reference)) {
                made(reference)
                        .ifPresent(
                                service -> found.add(new Offered<>(type.cast(service), origin(reference.getBundle()))));
            }
        }
        return found;
    }

    private static boolean isShown(ServiceReference<?> reference, Map<Bundle, Guest> guests) {
        Guest guest = guests.get(reference.getBundle());
        return guest == null || guest.shown();
    }

    private static boolean isA(ServiceReference<?> reference, Class<?> type) {
        return isA(reference, type.getName());
    }

    private static boolean isA(ServiceReference<?> reference, String type) {
        return List.of((String[]) reference.getProperty(Constants.OBJECTCLASS)).contains(type);
    }

    /**
     * Returns every bundle that was to be started: {@code name}, {@code version}, {@code state}, {@code jar} and, where it
     * does not work, the {@code reason}.
     */
    public List<Map<String, String>> bundles() {
        return bundles.stream().flatMap(report -> report.get().stream()).toList();
    }

    /** Returns what does not work and why, each a sentence. */
    public List<String> problems() {
        Stream<String> failed = bundles().stream()
                .filter(bundle -> !bundle.get("reason").isEmpty())
                .map(bundle -> "The bundle " + bundle.get("name") + " does not work: " + bundle.get("reason"));
        Stream<String> unsatisfied = missing.stream()
                .flatMap(report -> report.get().stream())
                .map(component -> "The component " + component.get("component") + " of " + component.get("bundle")
                        + " is not there: " + component.get("reason"));
        return Stream.concat(failed, unsatisfied).toList();
    }

    /** A component that cannot be made is among the {@link #problems}, and keeps nobody from the others. */
    private Optional<Object> made(ServiceReference<?> reference) {
        return Optional.ofNullable(context.getService(reference));
    }

    private Object component(ServiceReference<?> reference) {
        Object component = context.getService(reference);
        if (component == null) {
            throw new IllegalStateException(
                    "The component " + reference.getProperty(ID) + " of " + reference + " cannot be made");
        }
        return component;
    }

    private static String text(ServiceReference<?> reference, String property) {
        Object value = reference.getProperty(Described.PREFIX_ + property);
        return value instanceof String text ? text : "";
    }

    private static List<String> cite(ServiceReference<?> reference) {
        Object value = reference.getProperty(Described.PREFIX_ + "cite");
        return value instanceof String[] several
                ? List.of(several)
                : value instanceof String one ? List.of(one) : List.of();
    }

    private Origin origin(Bundle bundle) {
        return origins.computeIfAbsent(
                bundle,
                key -> new Origin(key.getSymbolicName(), key.getVersion().toString(), hash(key.getLocation())));
    }

    private static String hash(String location) {
        if (!location.startsWith("reference:file:")) {
            return "";
        }
        Path jar = Path.of(URI.create(location.substring("reference:".length())));
        try (InputStream in = Files.newInputStream(jar)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read; (read = in.read(buffer)) > 0; ) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("The bundle's file " + jar + " cannot be read", e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
