package org.einfluss.launcher;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Says in a sentence why a bundle does not work. */
final class Reason {

    private static final String OURS = "org.einfluss.";
    private static final Pattern PACKAGE = Pattern.compile("\\(osgi\\.wiring\\.package=([^)]+)\\)");
    private static final Pattern NOT_BELOW = Pattern.compile("(?<!!)\\((?:bundle-)?version>=([^)]+)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\((?:bundle-)?version>=([^)]+)\\)\\)");

    private final List<Bundle> installed;

    /** @param installed every bundle that could serve another, the system bundle included */
    Reason(List<Bundle> installed) {
        this.installed = installed;
    }

    /** The innermost cause in its own words: what wraps it only says that something failed. */
    static String ofCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String name = cause.getClass().getSimpleName();
        return Optional.ofNullable(cause.getMessage())
                .filter(message -> !message.isBlank())
                .map(message -> name + ": " + message)
                .orElse(name);
    }

    /** Why {@code bundle}, which was installed, did not start. */
    String of(Bundle bundle, BundleException failure) {
        if (failure.getType() != BundleException.RESOLVE_ERROR) {
            return ofCause(failure);
        }
        Optional<String> otherApi = otherApi(bundle);
        if (otherApi.isPresent()) {
            return otherApi.get();
        }
        Set<String> missing = missing(bundle, new HashSet<>());
        // nothing is missing when two providers contradict each other; then only the framework knows
        return missing.isEmpty() ? ofCause(failure) : "needs " + String.join("; needs ", missing) + ".";
    }

    /** That a plug-in was compiled against packages of ours in versions that are not here; empty when they are. */
    private Optional<String> otherApi(Bundle bundle) {
        List<String> differences = new ArrayList<>();
        boolean newer = true;
        for (BundleRequirement requirement :
                revision(bundle).getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE)) {
            String filter = requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
            String name = group(PACKAGE, filter).orElse("");
            Optional<Version> here =
                    isMandatory(requirement) && name.startsWith(OURS) ? exported(name) : Optional.empty();
            if (here.isPresent() && providers(requirement).isEmpty()) {
                Version wanted =
                        group(NOT_BELOW, filter).map(Version::parseVersion).orElse(Version.emptyVersion);
                differences.add(name + " " + wanted + " (here it is " + here.get() + ")");
                newer &= wanted.getMajor() == here.get().getMajor();
            }
        }
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "it was built for another version of the Einfluss API: " + String.join(", ", differences) + ". "
                                + (newer
                                        ? "Install a newer Einfluss, or build the plug-in against this one's sdk folder."
                                        : "How to adapt it says the page guide/migration.md."));
    }

    private Optional<Version> exported(String name) {
        return installed.stream()
                .flatMap(
                        bundle -> revision(bundle).getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream())
                .filter(capability -> name.equals(capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)))
                .map(capability -> (Version) capability.getAttributes().get(Constants.VERSION_ATTRIBUTE))
                .findFirst();
    }

    /**
     * What nothing offers of that which {@code bundle} requires, directly or through the bundles that would serve it.
     * (The framework's own message names only the first missing requirement, as a filter.)
     */
    private Set<String> missing(Bundle bundle, Set<Bundle> visited) {
        Set<String> missing = new LinkedHashSet<>();
        if (!visited.add(bundle)) {
            return missing;
        }
        for (BundleRequirement requirement : revision(bundle).getDeclaredRequirements(null)) {
            if (!isMandatory(requirement)) {
                continue;
            }
            List<Bundle> providers = providers(requirement);
            if (providers.isEmpty()) {
                missing.add(absent(requirement));
            } else if (providers.stream().noneMatch(Reason::isResolved)) {
                Bundle provider = providers.get(0);
                missing(provider, visited)
                        .forEach(inner -> missing.add(provider.getSymbolicName() + ", which itself needs " + inner));
            }
        }
        return missing;
    }

    private static BundleRevision revision(Bundle bundle) {
        return bundle.adapt(BundleRevision.class);
    }

    private static boolean isMandatory(BundleRequirement requirement) {
        Map<String, String> directives = requirement.getDirectives();
        String effective = directives.getOrDefault(Constants.EFFECTIVE_DIRECTIVE, Constants.EFFECTIVE_RESOLVE);
        String resolution = directives.getOrDefault(Constants.RESOLUTION_DIRECTIVE, Constants.RESOLUTION_MANDATORY);
        return effective.equals(Constants.EFFECTIVE_RESOLVE) && resolution.equals(Constants.RESOLUTION_MANDATORY);
    }

    private List<Bundle> providers(BundleRequirement requirement) {
        List<Bundle> providers = new ArrayList<>();
        for (Bundle bundle : installed) {
            for (BundleCapability capability : revision(bundle).getDeclaredCapabilities(requirement.getNamespace())) {
                if (requirement.matches(capability)) {
                    providers.add(bundle);
                    break;
                }
            }
        }
        return providers;
    }

    private static boolean isResolved(Bundle bundle) {
        return (bundle.getState() & (Bundle.INSTALLED | Bundle.UNINSTALLED)) == 0;
    }

    private String absent(BundleRequirement requirement) {
        String namespace = requirement.getNamespace();
        String filter = requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
        Optional<String> name = group(Pattern.compile(Pattern.quote("(" + namespace + "=") + "([^)]+)\\)"), filter);
        if (name.isEmpty()) {
            return namespace + " " + filter + ", which nothing offers";
        }
        String wanted = name.get() + versions(filter);
        return switch (namespace) {
            case PackageNamespace.PACKAGE_NAMESPACE ->
                "the package " + wanted + ", which no bundle exports" + otherVersions(namespace, name.get());
            case BundleNamespace.BUNDLE_NAMESPACE, HostNamespace.HOST_NAMESPACE ->
                "the bundle " + wanted + ", which is not installed" + otherVersions(namespace, name.get());
            case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE ->
                "Java "
                        + group(Pattern.compile("\\(version=([^)]+)\\)"), filter)
                                .orElse(filter) + " or newer; this is Java "
                        + Runtime.version().feature();
            default -> namespace + " " + wanted + ", which nothing offers";
        };
    }

    private static String versions(String filter) {
        List<String> bounds = new ArrayList<>();
        group(NOT_BELOW, filter).ifPresent(version -> bounds.add(version + " or newer"));
        group(BELOW, filter).ifPresent(version -> bounds.add("below " + version));
        return bounds.isEmpty() ? "" : " (" + String.join(", ", bounds) + ")";
    }

    /** The right thing in the wrong version is the commonest reason, so it is worth a look. */
    private String otherVersions(String namespace, String name) {
        Set<String> found = new LinkedHashSet<>();
        for (Bundle bundle : installed) {
            for (BundleCapability capability : revision(bundle).getDeclaredCapabilities(namespace)) {
                Map<String, Object> attributes = capability.getAttributes();
                if (name.equals(attributes.get(namespace))) {
                    Object version = attributes.getOrDefault(
                            Constants.VERSION_ATTRIBUTE, attributes.get(Constants.BUNDLE_VERSION_ATTRIBUTE));
                    found.add(version + " in " + bundle.getSymbolicName());
                }
            }
        }
        return found.isEmpty() ? "" : " in that version (there is " + String.join(", ", found) + ")";
    }

    private static Optional<String> group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
