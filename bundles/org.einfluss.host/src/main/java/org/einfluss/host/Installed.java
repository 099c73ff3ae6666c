package org.einfluss.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.einfluss.api.Described;
import org.einfluss.api.data.DatasetLibrary;
import org.einfluss.api.study.ExperimentLibrary;
import org.einfluss.api.study.TableReader;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.catalog.Origin;
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
    private static final Set<String> KERNEL = Set.of(
            "org.einfluss.math", "org.einfluss.graph", "org.einfluss.api", "org.einfluss.engine", "org.einfluss.store");

    private final BundleContext context;
    private final Set<ServiceReference<?>> components = ConcurrentHashMap.newKeySet();
    private final Map<Bundle, Origin> origins = new ConcurrentHashMap<>();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<DatasetLibrary> libraries = List.of();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<ExperimentLibrary> experiments = List.of();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<TableReader> tables = List.of();

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
            target = "(" + ID + "=*)",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addComponent(ServiceReference<?> reference) {
        components.add(reference);
    }

    void removeComponent(ServiceReference<?> reference) {
        components.remove(reference);
    }

    /**
     * Returns everything that is installed now.
     *
     * @param more further libraries, for example of the user's own datasets
     */
    public Catalog catalog(DatasetLibrary... more) {
        Catalog.Builder builder = Catalog.builder();
        for (ServiceReference<?> reference : new TreeSet<>(components)) {
            for (Kind kind : Kind.values()) {
                if (List.of((String[]) reference.getProperty(Constants.OBJECTCLASS))
                        .contains(kind.type().getName())) {
                    builder.add(
                            kind,
                            (String) reference.getProperty(ID),
                            text(reference, "name"),
                            text(reference, "summary"),
                            cite(reference),
                            origin(reference.getBundle()),
                            () -> component(reference));
                }
            }
        }
        libraries.forEach(builder::add);
        for (DatasetLibrary library : more) {
            builder.add(library);
        }
        experiments.forEach(builder::add);
        tables.forEach(builder::add);
        for (Bundle bundle : context.getBundles()) {
            if (KERNEL.contains(bundle.getSymbolicName())) {
                builder.kernel(origin(bundle));
            }
        }
        problems().forEach(builder::hint);
        return builder.build();
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

    private Object component(ServiceReference<?> reference) {
        Object component = context.getService(reference);
        if (component == null) {
            throw new IllegalStateException(
                    "The component " + reference.getProperty(ID) + " of " + reference + " is no longer installed");
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
