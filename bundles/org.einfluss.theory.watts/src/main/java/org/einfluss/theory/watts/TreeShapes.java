package org.einfluss.theory.watts;

import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Calculation;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Rows;
import org.einfluss.api.findings.Table;
import org.osgi.service.component.annotations.Component;

/**
 * Structural virality of trees of known shape: star, path, random recursive and uniform labelled trees, and balanced trees.
 *
 * <p>Star 2(n − 1)/n; path (n + 1)/3; random recursive trees E[W] = n(n + 1)H_n − 2n²; uniform labelled trees
 * Σ_k k(k + 1)(n − 2)!/(n − k − 1)! n^{−k}; balanced trees of b children and height h W = Σ_d b^d s_d (n − s_d), s_d being the size of a
 * subtree at depth d.
 */
@Component(service = Calculation.class)
@Described(
        id = "structural-virality",
        name = "Structural virality of known trees",
        summary = "Mean distance between nodes of stars, paths, balanced and random trees.",
        cite = ViralityFindings.GOEL)
public final class TreeShapes implements Calculation<TreeShapes.Parameters> {
    /** For the registry, and for use as a plain library. */
    public TreeShapes() {}

    /**
     * Parameters of the calculation.
     *
     * @param nodes size of the trees
     * @param children children of each inner node of the balanced trees
     * @param height greatest height of the balanced trees
     */
    public record Parameters(
            @Param(value = "Size", symbol = "n", initial = "100", range = "[2,100000]", unit = "nodes")
            int nodes,

            @Param(
                    value = "Children in balanced trees",
                    symbol = "b",
                    initial = "2",
                    range = "[1,1000]",
                    unit = "nodes")
            int children,

            @Param(value = "Height of balanced trees", symbol = "h", initial = "10", range = "[1,30]", unit = "links")
            int height) {}

    @Override
    public Findings calculate(Parameters parameters, Progress progress) {
        Rows sizes = new Rows()
                .number("nodes", "nodes", "Size n")
                .number("star", "links", "ν of a star")
                .number("path", "links", "ν of a path")
                .number("recursive", "links", "Mean ν of random recursive trees")
                .number("uniform", "links", "Mean ν of uniform labelled trees");
        int before = 0;
        for (int i = 0; i <= 100; i++) {
            progress.checkCancelled();
            int n = (int) Math.round(2 * StrictMath.pow(parameters.nodes() / 2.0, i / 100.0));
            if (n > before) {
                sizes.add(
                        n,
                        CascadeTree.star(n),
                        CascadeTree.path(n),
                        CascadeTree.randomRecursive(n),
                        CascadeTree.uniformLabelled(n));
                before = n;
            }
        }
        Rows balanced = new Rows()
                .number("height", "links", "Height h")
                .number("nodes", "nodes", "Size n")
                .number("W", "links", "Wiener index, the sum of distances over unordered pairs")
                .number("nu", "links", "ν");
        double b = parameters.children();
        for (int h = 1; h <= parameters.height() && size(b, h) < 1e15; h++) {
            double n = size(b, h);
            double wiener = 0;
            double nodes = 1;
            for (int d = 1; d <= h; d++) {
                nodes *= b;
                double below = size(b, h - d);
                wiener += nodes * below * (n - below);
            }
            balanced.add(h, n, wiener, 2 * wiener / (n * (n - 1)));
        }
        Table bySize = sizes.table("by-size", "Structural virality by size");
        int n = parameters.nodes();
        return new Findings(
                "structural-virality",
                "Structural virality of known trees",
                List.of(bySize, balanced.table("balanced", "Balanced trees of " + parameters.children() + " children")),
                List.of(new Figure(
                        "by-size",
                        Figure.Kind.LINE,
                        "Structural virality of known trees",
                        "Random trees: mean over all trees of a size.",
                        bySize,
                        List.of(
                                Series.of("star", "nodes", "star", Style.DATA, 0, bySize.rows()),
                                Series.of("path", "nodes", "path", Style.DATA, 0, bySize.rows()),
                                Series.of("random recursive trees", "nodes", "recursive", Style.DATA, 0, bySize.rows()),
                                Series.of("uniform labelled trees", "nodes", "uniform", Style.DATA, 0, bySize.rows())),
                        Axis.logarithmic("Size n (nodes)"),
                        Axis.logarithmic("Structural virality ν (links)"))),
                List.of(
                        CascadeWindow.exact("Star of " + n, CascadeTree.star(n), "links"),
                        CascadeWindow.exact("Path of " + n, CascadeTree.path(n), "links"),
                        CascadeWindow.exact("Random recursive trees of " + n, CascadeTree.randomRecursive(n), "links"),
                        CascadeWindow.exact("Uniform labelled trees of " + n, CascadeTree.uniformLabelled(n), "links")),
                List.of(
                        "Structural virality is the mean distance over ordered pairs of different nodes, 2W/(n(n − 1))."),
                List.of(ViralityFindings.GOEL));
    }

    /** 1 + b + … + b^h. */
    private static double size(double children, int height) {
        double size = 0;
        double level = 1;
        for (int d = 0; d <= height; d++) {
            size += level;
            level *= children;
        }
        return size;
    }
}
