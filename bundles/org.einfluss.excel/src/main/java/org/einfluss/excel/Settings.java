package org.einfluss.excel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.einfluss.api.Param;
import org.einfluss.api.study.Component;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Plan;

/** All settings of a design point by their names in experiment files, and what their parameters say of them. */
final class Settings {
    private final Map<String, Heading> headings = new LinkedHashMap<>();

    /** Gathers the settings that occur in a plan. */
    Settings(Plan plan) {
        for (DesignPoint point : plan.points()) {
            components(plan, point).forEach((role, component) -> {
                component
                        .settings()
                        .keySet()
                        .forEach(name -> headings.putIfAbsent(
                                role + "." + name, new Heading(role + "." + name, "", "Setting of " + component.id())));
                component.parameters().ifPresent(record -> describe(role + ".", record));
            });
        }
    }

    /** Returns the components of a design point by their role in experiment files. */
    static Map<String, Component> components(Plan plan, DesignPoint point) {
        NetworkConfiguration network = plan.network(point);
        Map<String, Component> components = new LinkedHashMap<>();
        components.put("network", network.generator());
        for (int i = 0; i < network.prepare().size(); i++) {
            components.put("prepare-" + (i + 1), network.prepare().get(i));
        }
        components.put("model", point.model());
        components.put("seeding", point.seeding());
        point.campaign().ifPresent(campaign -> components.put("campaign", campaign));
        return components;
    }

    Map<String, Heading> headings() {
        return headings;
    }

    private void describe(String prefix, Record parameters) {
        for (RecordComponent component : parameters.getClass().getRecordComponents()) {
            String name = prefix + kebab(component.getName());
            Param param = component.getAnnotation(Param.class);
            if (param != null && headings.containsKey(name)) {
                String symbol = param.symbol().isEmpty() ? "" : " (" + param.symbol() + ")";
                String help = param.help().isEmpty() ? "" : ". " + param.help();
                headings.put(name, new Heading(name, param.unit(), param.value() + symbol + help));
            }
            if (component.getType().isRecord() || component.getType().isSealed()) {
                nested(component, parameters, name + ".");
            }
        }
    }

    private void nested(RecordComponent component, Record parameters, String prefix) {
        try {
            if (component.getAccessor().invoke(parameters) instanceof Record inner) {
                describe(prefix, inner);
            }
        } catch (IllegalAccessException notPublic) {
            // A record that a plug-in does not open keeps its plain names; its values are there all the same.
            return;
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("Parameter " + prefix + component.getName() + " cannot be read", e);
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
