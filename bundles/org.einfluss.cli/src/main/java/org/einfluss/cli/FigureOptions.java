package org.einfluss.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** How figures are written. */
final class FigureOptions {
    /** File formats of figures; the names are the file extensions. */
    enum Format {
        png,
        svg,
        pdf
    }

    @Option(
            names = "--figures",
            paramLabel = "FORMAT",
            split = ",",
            defaultValue = "png,svg",
            descriptionKey = "option.figures")
    private List<Format> formats;

    @Option(names = "--width", paramLabel = "MM", defaultValue = "160", descriptionKey = "option.width")
    private double width;

    @Option(names = "--height", paramLabel = "MM", defaultValue = "100", descriptionKey = "option.height")
    private double height;

    @Option(names = "--dpi", paramLabel = "N", defaultValue = "200", descriptionKey = "option.dpi")
    private int dpi;

    List<Format> formats() {
        return formats;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    int dpi() {
        return dpi;
    }
}
