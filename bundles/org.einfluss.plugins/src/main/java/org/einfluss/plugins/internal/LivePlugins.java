package org.einfluss.plugins.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.einfluss.api.InputException;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.host.Installed;
import org.einfluss.plugins.Compilation;
import org.einfluss.plugins.PluginFolder;
import org.einfluss.plugins.Plugins;
import org.einfluss.plugins.Problem;
import org.einfluss.plugins.SourceTranslator;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The plug-ins of the running framework. */
@Component(service = Plugins.class)
public final class LivePlugins implements Plugins {
    private static final String JAVA = ".java";
    private static final String LOOK = "look";

    private final Installed installed;
    private final PluginBundles bundles;
    private final Map<Path, PluginFolder> folders = new ConcurrentHashMap<>();
    private final Set<ServiceReference<SourceTranslator>> translators = ConcurrentHashMap.newKeySet();

    /**
     * Called by Declarative Services.
     *
     * @param context installs bundles
     * @param installed is told of them
     * @param tools installs what compiles and bundles
     * @param reason says why a bundle does not start
     */
    @Activate
    public LivePlugins(
            BundleContext context,
            @Reference Installed installed,
            @Reference(target = "(einfluss.host=start)") Runnable tools,
            @Reference(target = "(einfluss.host=reason)") BiFunction<Bundle, BundleException, String> reason) {
        context.registerService(WeavingHook.class, new ExitGuard(), null); // taken back with this bundle
        this.installed = installed;
        this.bundles = new PluginBundles(
                context, installed, new PluginCompiler(context, tools, this::translator), this::isSource, reason);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addTranslator(ServiceReference<SourceTranslator> translator) {
        translators.add(translator);
    }

    void removeTranslator(ServiceReference<SourceTranslator> translator) {
        translators.remove(translator);
    }

    private boolean isSource(String file) {
        return file.endsWith(JAVA) || translator(file).isPresent();
    }

    private Optional<ServiceReference<SourceTranslator>> translator(String file) {
        return translators.stream()
                .filter(translator -> extensions(translator.getProperty(SourceTranslator.EXTENSIONS)).stream()
                        .anyMatch(extension -> file.endsWith("." + extension)))
                .min(ServiceReference::compareTo);
    }

    private static List<String> extensions(Object property) {
        return property instanceof String[] several
                ? Arrays.asList(several)
                : property instanceof String one ? List.of(one) : List.of();
    }

    @Override
    public PluginFolder folder(Path home) {
        return folders.computeIfAbsent(
                home.toAbsolutePath().normalize(), key -> new LiveFolder(key, bundles, installed));
    }

    @Override
    public Compilation compile(Path file) throws IOException {
        return bundles.compile(file.getFileName().toString(), Files.readAllBytes(file), Optional.empty());
    }

    @Override
    public Loaded load(Path file) throws IOException {
        String name = file.getFileName().toString();
        try {
            Bundle bundle;
            if (isSource(name)) {
                byte[] bytes = Files.readAllBytes(file);
                Compilation compilation = bundles.compile(name, bytes, Optional.empty());
                if (compilation.jar().isEmpty()) {
                    throw new Source.Refused(compilation.problems());
                }
                bundle = bundles.start(LOOK, file, bytes, compilation);
            } else {
                bundle = bundles.start(LOOK, file, Files.readAllBytes(file));
            }
            return new Look(bundle);
        } catch (Source.Refused refused) {
            throw new InputException(
                    refused.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")), refused);
        }
    }

    /** A plug-in that no catalogue shows. */
    private final class Look implements Loaded {
        private final Bundle bundle;

        Look(Bundle bundle) {
            this.bundle = bundle;
        }

        @Override
        public Catalog catalog() {
            return installed.catalogOf(bundle);
        }

        @Override
        public <T> List<T> services(Class<T> type) {
            return installed.servicesOf(bundle, type).stream()
                    .map(Installed.Offered::service)
                    .toList();
        }

        @Override
        public void close() {
            bundles.uninstall(bundle);
        }
    }
}
