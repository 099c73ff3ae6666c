package org.einfluss.formats.internal;

import java.util.List;
import java.util.Locale;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.Source;
import org.einfluss.graph.Network;

/** Datasets of which nothing is known but their file. */
public final class UnnamedDataset {
    private UnnamedDataset() {}

    /**
     * Makes a dataset named after its file.
     *
     * @param source the file
     * @param direction what it says
     * @param network its content
     */
    public static Dataset of(Source source, Direction direction, Network network) {
        String file = source.name();
        file = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        DatasetDescriptor descriptor = new DatasetDescriptor(
                name(file),
                file,
                "",
                file,
                "unknown: ask whoever gave you the file",
                List.of(),
                List.of(),
                "unknown",
                direction,
                "");
        return new Dataset(descriptor, network, List.of());
    }

    /** A file's name without extensions, as a dataset's name. */
    static String name(String file) {
        String stem = file.replaceFirst("\\.gz$", "").replaceFirst("(.)\\.[^.]*$", "$1");
        String name =
                stem.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "dataset" : name;
    }
}
