package org.einfluss.api.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Names of the components of a study for tables and charts: the id, and where several have the same id, the settings in which these differ. */
public final class ShortNames {
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Predicate<String> counts;

    /**
     * Names components.
     *
     * @param components all that are to be told apart
     * @param counts which settings make a difference
     */
    public ShortNames(List<Component> components, Predicate<String> counts) {
        this.counts = counts;
        for (Component component : components) {
            names.computeIfAbsent(key(component), key -> name(component, components));
        }
    }

    /** Returns what is the same for components that do not differ in what counts. */
    private String key(Component component) {
        return component.id()
                + component.settings().entrySet().stream()
                        .filter(entry -> counts.test(entry.getKey()))
                        .map(Map.Entry::toString)
                        .collect(Collectors.joining(";", "{", "}"));
    }

    /**
     * Returns the name; components that do not differ in what counts have the same.
     *
     * @param component one of those to be told apart
     */
    public String of(Component component) {
        return names.get(key(component));
    }

    /**
     * Names the network configurations of a plan by their generators, or datasets, and by what their preparations differ in.
     *
     * @param plan the plan
     * @return the names, by index of the configuration
     */
    public static List<String> ofNetworks(Plan plan) {
        ShortNames generators = new ShortNames(
                plan.networks().stream().map(NetworkConfiguration::generator).toList(), setting -> true);
        ShortNames transforms = new ShortNames(
                plan.networks().stream()
                        .flatMap(network -> network.prepare().stream())
                        .toList(),
                setting -> true);
        return plan.networks().stream()
                .map(network -> {
                    StringBuilder name = new StringBuilder(generators.of(network.generator()));
                    for (Component transform : network.prepare()) {
                        String differing = transforms.of(transform);
                        name.append(differing.equals(transform.id()) ? "" : ", " + differing);
                    }
                    return name.toString();
                })
                .toList();
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
