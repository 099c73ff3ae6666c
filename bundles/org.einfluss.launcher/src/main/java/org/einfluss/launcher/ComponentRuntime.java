package org.einfluss.launcher;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Asks the Declarative Services runtime which components are not there, and why.
 *
 * <p>By reflection: the runtime's types belong to a bundle, and the launcher's class path must not hold a second copy of
 * them.
 */
final class ComponentRuntime {

    private static final String SERVICE = "org.osgi.service.component.runtime.ServiceComponentRuntime";
    private static final String DESCRIPTION = "org.osgi.service.component.runtime.dto.ComponentDescriptionDTO";
    // the constants of ComponentConfigurationDTO
    private static final int UNSATISFIED_CONFIGURATION = 1;
    private static final int UNSATISFIED_REFERENCE = 2;
    private static final int FAILED_ACTIVATION = 16;

    private final BundleContext context;

    ComponentRuntime(BundleContext context) {
        this.context = context;
    }

    /** Every enabled component that lacks something or failed, in the order of bundles; empty without a runtime. */
    List<ComponentReport> unsatisfied() {
        ServiceReference<?> reference = context.getServiceReference(SERVICE);
        if (reference == null) {
            return List.of();
        }
        try {
            return unsatisfied(context.getService(reference), reference.getBundle());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The component runtime has other methods than expected.", e);
        } finally {
            context.ungetService(reference);
        }
    }

    private static List<ComponentReport> unsatisfied(Object runtime, Bundle provider)
            throws ReflectiveOperationException {
        Class<?> type = provider.loadClass(SERVICE);
        Class<?> descriptionType = provider.loadClass(DESCRIPTION);
        List<ComponentReport> reports = new ArrayList<>();
        Collection<?> descriptions = (Collection<?>)
                type.getMethod("getComponentDescriptionDTOs", Bundle[].class).invoke(runtime, (Object) new Bundle[0]);
        for (Object description : descriptions) {
            boolean enabled = (boolean)
                    type.getMethod("isComponentEnabled", descriptionType).invoke(runtime, description);
            Collection<?> configurations =
                    (Collection<?>) type.getMethod("getComponentConfigurationDTOs", descriptionType)
                            .invoke(runtime, description);
            if (!enabled) {
                continue;
            }
            if (configurations.isEmpty() && "require".equals(field(description, "configurationPolicy"))) {
                reports.add(report(description, "needs a configuration."));
            }
            for (Object configuration : configurations) {
                reason(description, configuration).ifPresent(reason -> reports.add(report(description, reason)));
            }
        }
        return reports;
    }

    private static Optional<String> reason(Object description, Object configuration) {
        return switch ((int) field(configuration, "state")) {
            case UNSATISFIED_CONFIGURATION -> Optional.of("needs a configuration.");
            case UNSATISFIED_REFERENCE -> Optional.of(missingReferences(description, configuration));
            case FAILED_ACTIVATION ->
                Optional.of(
                        "its activation failed: " + innermostCause(String.valueOf(field(configuration, "failure"))));
            default -> Optional.empty();
        };
    }

    private static String missingReferences(Object description, Object configuration) {
        List<String> missing = new ArrayList<>();
        for (Object unsatisfied : elements(field(configuration, "unsatisfiedReferences"))) {
            Object name = field(unsatisfied, "name");
            String target = Optional.ofNullable(field(unsatisfied, "target"))
                    .map(filter -> " with " + filter)
                    .orElse("");
            String type = elements(field(description, "references")).stream()
                    .filter(reference -> name.equals(field(reference, "name")))
                    .map(reference -> String.valueOf(field(reference, "interfaceName")))
                    .findFirst()
                    .orElse("of unknown type");
            missing.add("needs a service " + type + target + ", which nothing offers (reference " + name + ")");
        }
        return String.join("; ", missing) + ".";
    }

    /** The runtime tells a failure as a stack trace; its last "Caused by" is what happened. */
    private static String innermostCause(String stackTrace) {
        int cause = stackTrace.lastIndexOf("Caused by: ");
        String from = cause < 0 ? stackTrace : stackTrace.substring(cause + "Caused by: ".length());
        return from.lines().findFirst().orElse("no reason was given");
    }

    private static ComponentReport report(Object description, String reason) {
        Object bundle = field(description, "bundle");
        return new ComponentReport(
                String.valueOf(field(bundle, "symbolicName")), String.valueOf(field(description, "name")), reason);
    }

    private static List<Object> elements(Object array) {
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            elements.add(Array.get(array, i));
        }
        return elements;
    }

    private static Object field(Object dto, String name) {
        try {
            return dto.getClass().getField(name).get(dto);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The component runtime's " + dto.getClass() + " lacks " + name + ".", e);
        }
    }
}
