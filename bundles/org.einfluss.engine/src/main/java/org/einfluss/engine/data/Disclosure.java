package org.einfluss.engine.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;

/**
 * What outputs tell of the people in sensitive data ({@link org.einfluss.api.data.DatasetDescriptor#isSensitive}). Every analysis goes
 * through here on its way to a table, chart, workbook or package, whoever wrote it:
 *
 * <ul>
 *   <li>tables of single nodes are left out: those that name nodes, and those with a row for each;
 *   <li>rows that count fewer nodes than the minimum, but some, are left out (columns of the unit {@code nodes}, {@code share of nodes}
 *       or {@code decisions}, which are those of single nodes in single cascades, and tables with a column {@code unit} by its rows); where these are fewer than the minimum together, the next smallest row
 *       too, since totals would tell them. Beside a row left out, counts are missing where the table has shares that add up;
 *   <li>figures follow their tables, headlines of single nodes or small counts are left out, names of nodes in texts are masked;
 *   <li>a note says so. If more is asked for, a note says that, too.
 * </ul>
 *
 * <p>The numbers of simulated runs count nobody's doings: of studies only names are taken out.
 *
 * @param minimumCount fewest nodes that a number tells of, at least 1
 * @param withIds whether single nodes and small counts are told nevertheless
 */
public record Disclosure(int minimumCount, boolean withIds) {
    /** Nobody is told, and no group of fewer than five. */
    public static final Disclosure DEFAULT = new Disclosure(5, false);

    /** Whoever asks is told. */
    public static final Disclosure EVERYTHING = new Disclosure(1, true);

    private static final String NODES = "nodes";
    private static final String DECISIONS = "decisions";
    private static final String NODE = "node ";
    private static final String SHARE = "share of nodes";
    private static final int LONG_NUMBER = 4;
    private static final int LONGEST_NAME = 100;

    /** Checks the count. */
    public Disclosure {
        if (minimumCount < 1) {
            throw new IllegalArgumentException("The minimum count is at least 1, was " + minimumCount);
        }
    }

    /**
     * Returns what may be told of an analysis of a dataset.
     *
     * @param findings what was found
     * @param dataset the dataset
     */
    public Findings of(Findings findings, Dataset dataset) {
        return new Filter(List.of(dataset), true).of(findings);
    }

    /**
     * Returns what may be told of an analysis of simulated runs.
     *
     * @param findings what was found
     * @param datasets the datasets behind the study
     */
    public Findings ofSimulated(Findings findings, List<Dataset> datasets) {
        return new Filter(datasets, false).of(findings);
    }

    private final class Filter {
        private final List<Dataset> sensitive;
        private final boolean counts;
        private final Set<String> names = new HashSet<>();
        private final Set<Integer> sizes = new HashSet<>();
        private final List<String> gone = new ArrayList<>();
        private final List<String> thinned = new ArrayList<>();
        private final IdentityHashMap<Table, Optional<Kept>> done = new IdentityHashMap<>();

        Filter(List<Dataset> datasets, boolean counts) {
            sensitive = datasets.stream()
                    .filter(dataset -> dataset.descriptor().isSensitive())
                    .toList();
            this.counts = counts;
            for (Dataset dataset : sensitive) {
                Network network = dataset.network();
                sizes.add(network.nodes());
                for (int v = 0; v < network.nodes(); v++) {
                    names.add(network.label(v));
                }
            }
        }

        Findings of(Findings findings) {
            if (sensitive.isEmpty()) {
                return findings;
            }
            String why = sensitive.stream()
                    .map(dataset -> dataset.descriptor().sensitivity())
                    .distinct()
                    .collect(Collectors.joining("; "));
            if (withIds) {
                List<String> notes = new ArrayList<>(findings.notes());
                notes.add("Single nodes and small counts are told, as asked for, although the data are sensitive: "
                        + why + ".");
                return new Findings(
                        findings.kind(),
                        findings.title(),
                        findings.tables(),
                        findings.figures(),
                        findings.headlines(),
                        notes,
                        findings.citations());
            }
            List<Table> tables = findings.tables().stream()
                    .flatMap(table -> kept(table).stream())
                    .map(Kept::table)
                    .toList();
            List<Figure> figures = findings.figures().stream()
                    .flatMap(figure -> kept(figure.table()).map(table -> figure(figure, table)).stream())
                    .toList();
            List<Findings.Headline> headlines = findings.headlines().stream()
                    .filter(headline -> headline.label().equals(masked(headline.label()))
                            && !isSmall(headline.value(), headline.unit()))
                    .toList();
            List<String> notes =
                    new ArrayList<>(findings.notes().stream().map(this::masked).toList());
            if (!gone.isEmpty()) {
                notes.add("Tables of single nodes are left out ("
                        + gone.stream().distinct().collect(Collectors.joining(", ")) + "), as the data are sensitive: "
                        + why + ".");
            }
            if (!thinned.isEmpty() || headlines.size() < findings.headlines().size()) {
                notes.add("Numbers of fewer than " + minimumCount + " nodes are left out"
                        + (thinned.isEmpty()
                                ? ""
                                : " (rows of " + thinned.stream().distinct().collect(Collectors.joining(", ")) + ")")
                        + ", as the data are sensitive: " + why + ".");
            }
            return new Findings(
                    findings.kind(), masked(findings.title()), tables, figures, headlines, notes, findings.citations());
        }

        private Figure figure(Figure figure, Kept kept) {
            return new Figure(
                    figure.name(),
                    figure.kind(),
                    masked(figure.title()),
                    masked(figure.caption()),
                    kept.table(),
                    figure.series().stream()
                            .map(one -> new Figure.Series(
                                    masked(one.label()),
                                    one.x(),
                                    one.y(),
                                    one.low(),
                                    one.high(),
                                    one.style(),
                                    kept.before(one.fromRow()),
                                    kept.before(one.toRow())))
                            .toList(),
                    figure.x(),
                    figure.y());
        }

        private Optional<Kept> kept(Table table) {
            return done.computeIfAbsent(table, this::filtered);
        }

        private Optional<Kept> filtered(Table table) {
            if (table.columns().stream().anyMatch(this::namesNodes) || sizes.contains(table.rows()) && counts) {
                gone.add(table.name());
                return Optional.empty();
            }
            BitSet out = counts ? small(table) : new BitSet();
            if (out.isEmpty()) {
                return Optional.of(new Kept(table, out));
            }
            thinned.add(table.name());
            int[] rows = rest(out, table.rows());
            boolean addsUp =
                    table.columns().stream().anyMatch(column -> column.unit().equals(SHARE));
            List<Column> columns = new ArrayList<>();
            for (Column column : table.columns()) {
                Column shorter = column.at(rows);
                columns.add(
                        addsUp && column.unit().equals(NODES)
                                ? withoutNeighbours(shorter, rows, out, table.rows())
                                : shorter);
            }
            return Optional.of(new Kept(new Table(table.name(), table.title(), columns), out));
        }

        private static int[] rest(BitSet out, int rows) {
            BitSet in = new BitSet();
            in.set(0, rows);
            in.andNot(out);
            return in.stream().toArray();
        }

        /** Shares that add up would tell the rows left out by the counts beside them. */
        private static Column withoutNeighbours(Column column, int[] rows, BitSet out, int all) {
            double[] values = column.toDoubles();
            for (int i = 0; i < rows.length; i++) {
                boolean beside = rows[i] > 0 && out.get(rows[i] - 1) || rows[i] + 1 < all && out.get(rows[i] + 1);
                values[i] = beside ? Double.NaN : values[i];
            }
            return Column.doubles(column.name(), column.unit(), values).withMeaning(column.meaning());
        }

        /** Rows to be left out: those of small counts, and one more where these are few together. */
        private BitSet small(Table table) {
            BitSet out = new BitSet();
            double together = 0;
            double next = Double.POSITIVE_INFINITY;
            int nextRow = -1;
            for (int row = 0; row < table.rows(); row++) {
                double least = Double.POSITIVE_INFINITY;
                for (Column column : table.columns()) {
                    double count = count(table, column, row);
                    least = count > 0 ? Math.min(least, count) : least;
                }
                if (least < minimumCount) {
                    out.set(row);
                    together += least;
                } else if (least < next) {
                    next = least;
                    nextRow = row;
                }
            }
            if (!out.isEmpty() && together < minimumCount && nextRow >= 0) {
                out.set(nextRow);
            }
            return out;
        }

        /** How many nodes a cell tells of; NaN where it counts none. */
        private double count(Table table, Column column, int row) {
            if (column.type() != Column.Type.DOUBLE && column.type() != Column.Type.INTEGER || column.isMissing(row)) {
                return Double.NaN;
            }
            String unit = column.unit();
            if (unit.isEmpty() && column.name().equals("value")) {
                unit = table.columns().stream()
                        .filter(one -> one.name().equals("unit") && one.type() == Column.Type.TEXT)
                        .map(one -> one.textAt(row))
                        .findFirst()
                        .orElse("");
            }
            double value = column.type() == Column.Type.DOUBLE ? column.doubleAt(row) : column.longAt(row);
            return count(value, unit);
        }

        private double count(double value, String unit) {
            return unit.equals(NODES) || unit.equals(DECISIONS)
                    ? value
                    : unit.equals(SHARE)
                            ? value * sizes.stream().mapToInt(n -> n).min().orElse(0)
                            : Double.NaN;
        }

        private boolean isSmall(double value, String unit) {
            double count = counts ? count(value, unit) : Double.NaN;
            return count > 0 && count < minimumCount;
        }

        /** Whether at least half of a column's texts, or its whole numbers by their column's name, are names of nodes. */
        private boolean namesNodes(Column column) {
            boolean numbers = column.type() == Column.Type.INTEGER
                    && (column.name().equals("node") || column.name().equals(Network.ID));
            if (column.type() != Column.Type.TEXT && !numbers) {
                return false;
            }
            int given = 0;
            int known = 0;
            for (int i = 0; i < column.size(); i++) {
                if (!column.isMissing(i)) {
                    given++;
                    known += names.contains(numbers ? Long.toString(column.longAt(i)) : column.textAt(i)) ? 1 : 0;
                }
            }
            return known > 0 && known * 2 >= given;
        }

        /** Puts … where a text names a node; short numbers are left where "node" does not stand before, as they may be any. */
        private String masked(String text) {
            StringBuilder masked = new StringBuilder();
            int from = 0;
            while (from < text.length()) {
                int end = isEdge(text, from) ? Math.min(text.length(), from + LONGEST_NAME) : from;
                boolean announced = text.regionMatches(true, from - NODE.length(), NODE, 0, NODE.length());
                while (end > from && !(isEdge(text, end) && isName(text.substring(from, end), announced))) {
                    end--;
                }
                masked.append(end > from ? '…' : text.charAt(from));
                from = Math.max(end, from + 1);
            }
            return masked.toString();
        }

        private boolean isName(String word, boolean announced) {
            return names.contains(word)
                    && (announced || word.length() >= LONG_NUMBER || word.length() > 1 && !word.matches("[0-9.+-]*"));
        }

        /** Whether no word goes on here. */
        private static boolean isEdge(String text, int at) {
            return at == 0
                    || at == text.length()
                    || !Character.isLetterOrDigit(text.charAt(at - 1))
                    || !Character.isLetterOrDigit(text.charAt(at));
        }
    }

    /** A table with rows left out, and which. */
    private record Kept(Table table, BitSet out) {
        /** Where a row of the whole table is now, or the next that is left. */
        int before(int row) {
            return row - out.get(0, row).cardinality();
        }
    }
}
