package org.einfluss.analyses;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.einfluss.api.study.Component;

/** Names of the components of a study: the id, and where several have the same id, the settings in which these differ. */
final class ShortNames {
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Predicate<String> counts;

    /**
     * Names components.
     *
     * @param components all that are to be told apart
     * @param counts which settings make a difference
     */
    ShortNames(List<Component> components, Predicate<String> counts) {
        this.counts = counts;
        for (Component component : components) {
            names.computeIfAbsent(key(component), key -> name(component, components));
        }
    }

    /** Returns what is the same for components that do not differ in what counts. */
    String key(Component component) {
        return component.id()
                + component.settings().entrySet().stream()
                        .filter(entry -> counts.test(entry.getKey()))
                        .map(Map.Entry::toString)
                        .collect(Collectors.joining(";", "{", "}"));
    }

    /** Returns the name; components of equal keys have the same. */
    String of(Component component) {
        return names.get(key(component));
    }

    private String name(Component component, List<Component> components) {
        String differing = component.settings().entrySet().stream()
                .filter(entry -> counts.test(entry.getKey()))
                .filter(entry ->
                        values(component.id(), entry.getKey(), components).size() > 1)
                .map(entry -> word(entry.getKey()) + entry.getValue())
                .collect(Collectors.joining(" "));
        String id = component.id().equals("dataset") && component.settings().containsKey("name")
                ? component.settings().get("name")
                : component.id();
        return differing.isEmpty() || !id.equals(component.id()) ? id : id + " " + differing;
    }

    /** All values of a setting among the components of an id; absence is one. */
    private static Set<String> values(String id, String setting, List<Component> components) {
        return components.stream()
                .filter(one -> one.id().equals(id))
                .map(one -> one.settings().getOrDefault(setting, ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The last part of a setting's name; a kind speaks for itself. */
    private static String word(String setting) {
        String last = setting.substring(setting.lastIndexOf('.') + 1);
        return last.equals("kind") ? "" : last + " ";
    }
}
