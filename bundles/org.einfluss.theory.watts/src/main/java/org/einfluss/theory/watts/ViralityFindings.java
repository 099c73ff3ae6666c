package org.einfluss.theory.watts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.findings.Rows;
import org.einfluss.api.findings.Table;

/** Tables and figures of the structural virality of cascade trees. */
final class ViralityFindings {
    static final String GOEL = "doi:10.1287/mnsc.2015.2158";
    private static final int GALLERY = 9;
    private static final int MOST_POINTS = 5000;
    private static final int MOST_SERIES = 4;
    private static final int LINE_POINTS = 60;

    private ViralityFindings() {}

    /**
     * Makes the findings.
     *
     * @param unit what the intervals are over, in the plural
     * @param citations citations beside that of the measure
     */
    static Findings of(
            String title,
            List<CascadeTree> trees,
            String caption,
            String unit,
            List<String> notes,
            List<String> citations) {
        Map<String, List<CascadeTree>> groups = new LinkedHashMap<>();
        trees.forEach(tree ->
                groups.computeIfAbsent(tree.group(), group -> new ArrayList<>()).add(tree));
        List<Headline> headlines = new ArrayList<>();
        Table summary = summary(groups, unit, headlines);
        Table scatter = scatter(groups);
        Table sizes = sizes(groups);
        Table viralities = viralities(groups);
        Table gallery = gallery(trees);
        List<String> all = new ArrayList<>(notes);
        all.add(
                "Structural virality ν is the mean distance between two nodes of a tree; a single node has none and is left out of ν, not counted as 0.");
        if (several(groups) > MOST_POINTS) {
            all.add("Of " + several(groups) + " trees of two nodes or more the table size-virality shows at most "
                    + MOST_POINTS + ", evenly chosen; summary and distributions are of all.");
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "size-virality",
                Figure.Kind.SCATTER,
                "Size and structural virality of cascade trees",
                caption,
                scatter,
                series(scatter, "what", "size", "nu", "trees"),
                Axis.logarithmic("Size n (nodes)"),
                Axis.of("Structural virality ν (links)")));
        figures.add(new Figure(
                "ccdf-size",
                Figure.Kind.LINE,
                "How many trees reach at least a size",
                caption,
                sizes,
                series(sizes, "what", "size", "at-least", "trees"),
                Axis.logarithmic("Size n (nodes)"),
                Axis.logarithmic("At least this size (share of trees)")));
        figures.add(new Figure(
                "ccdf-virality",
                Figure.Kind.LINE,
                "How many trees are at least so viral",
                caption + " Lines: the same sizes as stars, as paths, as random recursive trees (mean of each size).",
                viralities,
                series(viralities, "what", "nu", "at-least", "trees"),
                Axis.logarithmic("Structural virality ν (links)"),
                Axis.logarithmic("At least so viral (share of trees)")));
        figures.removeIf(figure -> figure.series().isEmpty());
        List<String> cite = new ArrayList<>(citations);
        cite.add(GOEL);
        return new Findings(
                "structural-virality",
                title,
                List.of(summary, scatter, sizes, viralities, gallery),
                figures,
                headlines,
                all,
                cite);
    }

    private static int several(Map<String, List<CascadeTree>> groups) {
        return (int) groups.values().stream()
                .flatMap(List::stream)
                .filter(tree -> tree.shape().size() > 1)
                .count();
    }

    private static String label(String group) {
        return group.isEmpty() ? "trees" : "trees, " + group;
    }

    private static Table summary(Map<String, List<CascadeTree>> groups, String unit, List<Headline> headlines) {
        Rows rows = new Rows()
                .text("group", "Design point; empty for a dataset")
                .number("trees", "", "Trees")
                .number("single", "", "Trees of a single node, for which ν is not defined")
                .number("mean-size", "nodes", "Mean size of all trees")
                .number("largest", "nodes", "Largest size")
                .number("mean-nu", "links", "Mean ν of trees of two nodes or more")
                .number("mean-nu-low", "links", "Lower end of its 95 % interval")
                .number("mean-nu-high", "links", "Upper end of its 95 % interval")
                .number("median-nu", "links", "Median ν")
                .number("largest-nu", "links", "Largest ν")
                .number("mean-depth", "links", "Mean depth of trees of two nodes or more")
                .number("rank-correlation", "", "Spearman's rank correlation of size and ν, trees of two nodes or more")
                .number(
                        "rank-correlation-5",
                        "",
                        "The same over trees of five nodes or more, where shapes can differ freely")
                .number("units", "", "What the interval is over: " + unit);
        groups.forEach((group, trees) -> {
            double[] nu = viralities(trees, 2);
            Arrays.sort(nu);
            Ratio mean = mean(trees);
            double size = trees.stream()
                    .mapToInt(tree -> tree.shape().size())
                    .average()
                    .orElse(Double.NaN);
            double depth = trees.stream()
                    .filter(tree -> tree.shape().size() > 1)
                    .mapToInt(tree -> tree.shape().depth())
                    .average()
                    .orElse(Double.NaN);
            rows.add(
                    List.of(group),
                    trees.size(),
                    trees.size() - nu.length,
                    size,
                    trees.stream().mapToInt(tree -> tree.shape().size()).max().orElse(0),
                    mean.value(),
                    mean.low(),
                    mean.high(),
                    nu.length == 0 ? Double.NaN : (nu[(nu.length - 1) / 2] + nu[nu.length / 2]) / 2,
                    nu.length == 0 ? Double.NaN : nu[nu.length - 1],
                    depth,
                    correlation(trees, 2),
                    correlation(trees, 5),
                    mean.units());
            if (headlines.size() < 2 * MOST_SERIES && mean.units() > 0) {
                String where = group.isEmpty() ? "" : ", " + group;
                headlines.add(new Headline(
                        "Mean structural virality" + where,
                        mean.value(),
                        mean.low(),
                        mean.high(),
                        "links",
                        Double.isNaN(mean.low()) ? "" : "95 % over " + mean.units() + " " + unit));
                headlines.add(CascadeWindow.exact(
                        "Rank correlation of size and virality, trees of at least 5 nodes" + where,
                        correlation(trees, 5),
                        ""));
            }
        });
        return rows.table("summary", "Structural virality of cascade trees");
    }

    private static double[] viralities(List<CascadeTree> trees, int least) {
        return trees.stream()
                .filter(tree -> tree.shape().size() >= least)
                .mapToDouble(tree -> tree.shape().virality())
                .toArray();
    }

    /** Mean of ν with its interval over units; trees of one unit are not independent. */
    private static Ratio mean(List<CascadeTree> trees) {
        Map<Integer, double[]> units = new LinkedHashMap<>();
        for (CascadeTree tree : trees) {
            if (tree.shape().size() > 1) {
                double[] sum = units.computeIfAbsent(tree.unit(), unit -> new double[2]);
                sum[0] += tree.shape().virality();
                sum[1]++;
            }
        }
        return Ratio.of(
                units.values().stream().mapToDouble(sum -> sum[0]).toArray(),
                units.values().stream().mapToDouble(sum -> sum[1]).toArray(),
                true);
    }

    private static double correlation(List<CascadeTree> trees, int least) {
        double[] nu = viralities(trees, least);
        double[] size = trees.stream()
                .filter(tree -> tree.shape().size() >= least)
                .mapToDouble(tree -> tree.shape().size())
                .toArray();
        return nu.length < 3 ? Double.NaN : new SpearmansCorrelation().correlation(size, nu);
    }

    private static Rows rows(String x, String unit, String meaning, String y, String yUnit, String yMeaning) {
        return new Rows()
                .text("what", "Trees, or a line to compare with")
                .number(x, unit, meaning)
                .number(y, yUnit, yMeaning);
    }

    private static Table scatter(Map<String, List<CascadeTree>> groups) {
        Rows rows = rows("size", "nodes", "Size n", "nu", "links", "Structural virality ν");
        int largest = 2;
        int every = Math.max(1, (several(groups) + MOST_POINTS - 1) / MOST_POINTS);
        int seen = 0;
        for (Map.Entry<String, List<CascadeTree>> group : groups.entrySet()) {
            for (CascadeTree tree : group.getValue()) {
                if (tree.shape().size() > 1 && seen++ % every == 0) {
                    rows.add(
                            List.of(label(group.getKey())),
                            tree.shape().size(),
                            tree.shape().virality());
                    largest = Math.max(largest, tree.shape().size());
                }
            }
        }
        List<Integer> grid = new ArrayList<>();
        for (int i = 0; i <= LINE_POINTS; i++) {
            int n = (int) Math.round(2 * StrictMath.pow(largest / 2.0, (double) i / LINE_POINTS));
            if (grid.isEmpty() || n > grid.get(grid.size() - 1)) {
                grid.add(n);
            }
        }
        grid.forEach(n -> rows.add(List.of("star"), n, CascadeTree.star(n)));
        // A path of thousands of nodes would squeeze everything else: its line ends at the highest tree.
        double highest = groups.values().stream()
                .flatMap(List::stream)
                .filter(tree -> tree.shape().size() > 1)
                .mapToDouble(tree -> tree.shape().virality())
                .max()
                .orElse(1);
        double top = Math.max(1.2 * highest, CascadeTree.randomRecursive(largest));
        grid.stream()
                .filter(n -> CascadeTree.path(n) <= top)
                .forEach(n -> rows.add(List.of("path"), n, CascadeTree.path(n)));
        grid.forEach(n -> rows.add(List.of("random recursive trees"), n, CascadeTree.randomRecursive(n)));
        return rows.table("size-virality", "Size and structural virality");
    }

    private static Table sizes(Map<String, List<CascadeTree>> groups) {
        Rows rows =
                rows("size", "nodes", "Size n", "at-least", "share of trees", "Share of trees of at least this size");
        groups.forEach((group, trees) -> tail(
                rows,
                label(group),
                trees.stream().mapToDouble(tree -> tree.shape().size()).toArray()));
        return rows.table("ccdf-size", "Distribution of sizes");
    }

    private static Table viralities(Map<String, List<CascadeTree>> groups) {
        Rows rows = rows(
                "nu",
                "links",
                "Structural virality ν",
                "at-least",
                "share of trees",
                "Share of trees that are at least so viral");
        groups.forEach((group, trees) -> tail(rows, label(group), viralities(trees, 2)));
        if (groups.size() == 1) {
            int[] size = groups.values().iterator().next().stream()
                    .mapToInt(tree -> tree.shape().size())
                    .filter(n -> n > 1)
                    .toArray();
            tail(
                    rows,
                    "as stars",
                    Arrays.stream(size).mapToDouble(CascadeTree::star).toArray());
            tail(
                    rows,
                    "as paths",
                    Arrays.stream(size).mapToDouble(CascadeTree::path).toArray());
            tail(
                    rows,
                    "as random recursive trees",
                    Arrays.stream(size)
                            .mapToDouble(CascadeTree::randomRecursive)
                            .toArray());
        }
        return rows.table("ccdf-virality", "Distribution of structural virality");
    }

    private static void tail(Rows rows, String what, double[] values) {
        Arrays.sort(values);
        for (int i = 0; i < values.length; i++) {
            if (i == 0 || values[i] != values[i - 1]) {
                rows.add(List.of(what), values[i], (double) (values.length - i) / values.length);
            }
        }
    }

    /** One series for each run of equal texts; those that begin with {@code data} are data, the others lines. */
    private static List<Series> series(Table table, String text, String x, String y, String data) {
        List<Series> series = new ArrayList<>();
        int shown = 0;
        for (int from = 0, to; from < table.rows(); from = to) {
            String label = table.column(text).textAt(from);
            to = from;
            while (to < table.rows() && table.column(text).textAt(to).equals(label)) {
                to++;
            }
            boolean isData = label.startsWith(data);
            if (!isData || shown++ < MOST_SERIES) {
                series.add(Series.of(label, x, y, isData ? Style.DATA : Style.OVERLAY, from, to));
            }
        }
        return series;
    }

    private static Table gallery(List<CascadeTree> trees) {
        Rows rows = new Rows()
                .text("cascade", "Design point and cascade the tree belongs to")
                .number("tree", "", "Number of the tree, in order of ν")
                .number("node", "", "Number of the node within its tree, in order of adoption")
                .number("parent", "", "Number of its parent; missing for the root")
                .number("x", "", "Horizontal place in a disc of radius 1, generations on circles")
                .number("y", "", "Vertical place")
                .number("size", "nodes", "Size of the tree")
                .number("nu", "links", "Structural virality of the tree");
        int number = 0;
        for (CascadeTree tree : CascadeTree.gallery(trees, GALLERY)) {
            number++;
            double[][] at = tree.layout();
            for (int i = 0; i < tree.parent().length; i++) {
                rows.add(
                        List.of((tree.group().isEmpty() ? "" : tree.group() + ", ") + tree.cascade()),
                        number,
                        i,
                        i == 0 ? Double.NaN : tree.parent()[i],
                        at[0][i],
                        at[1][i],
                        tree.shape().size(),
                        tree.shape().virality());
            }
        }
        return rows.table(
                "gallery",
                "Trees of " + CascadeTree.LEAST_SHOWN + " to " + CascadeTree.MOST_SHOWN
                        + " nodes, evenly chosen by structural virality");
    }
}
