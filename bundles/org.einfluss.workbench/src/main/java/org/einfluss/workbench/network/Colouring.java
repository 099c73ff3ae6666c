package org.einfluss.workbench.network;

import java.awt.Color;
import java.util.List;
import java.util.Objects;

/**
 * Which colour each node has, and what the colours mean.
 *
 * @param title what is coloured, above the legend
 * @param group class of each node, an index into names and colours; not to be changed while it is shown
 * @param names what the classes mean
 * @param colours their colours
 */
public record Colouring(String title, byte[] group, List<String> names, List<Color> colours) {
    /** Copies the lists. */
    public Colouring {
        Objects.requireNonNull(title);
        Objects.requireNonNull(group);
        names = List.copyOf(names);
        colours = List.copyOf(colours);
    }

    /**
     * Counts the nodes of each class.
     *
     * @return a number per class
     */
    public int[] counts() {
        int[] counts = new int[names.size()];
        for (byte one : group) {
            counts[one]++;
        }
        return counts;
    }
}
