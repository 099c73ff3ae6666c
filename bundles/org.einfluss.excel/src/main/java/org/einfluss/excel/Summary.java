package org.einfluss.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.einfluss.api.Progress;
import org.einfluss.api.Variable;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;

/**
 * The sheets <i>NetworkMeans</i> and <i>Summary</i>: independent units, and estimates as live formulas over them.
 *
 * <p>Means: Student's t over the units. Shares: Wilson's interval on the effective number of runs n / deff, deff being the
 * clustered variance divided by the binomial variance, at least 1; the number of networks where all runs agree; on one
 * network the runs themselves. The values that viewers show without computing are computed here by the same arithmetic.
 */
final class Summary {
    static final String NETWORK_MEANS = "NetworkMeans";
    static final String SUMMARY = "Summary";
    /** Name of the cell that holds the level of all intervals. */
    static final String LEVEL = "IntervalLevel";

    static final double INITIAL_LEVEL = 0.95;

    private final Study study;
    private final Plan plan;
    private final WorkbookFile file;
    private final int share;
    private final List<Block> blocks = new ArrayList<>();
    private final long rowsOfStudy;
    private final List<String> sheets = new ArrayList<>();

    /** What is known of a design point: where its units stand, and their moments. */
    private static final class Block {
        final int point;
        final long from;
        long to;
        long runs;
        long failed;
        long censored;
        final Moments[] moments;

        Block(int point, long from, int variables) {
            this.point = point;
            this.from = from;
            this.to = from;
            this.moments = new Moments[variables + 1];
            for (int i = 0; i <= variables; i++) {
                moments[i] = new Moments();
            }
        }
    }

    Summary(Study study, WorkbookFile file, Progress progress) throws IOException {
        this.study = study;
        this.plan = study.plan();
        this.file = file;
        this.share = Units.reach(plan);
        int variables = plan.variables().size();
        try (Units units = new Units(study, progress)) {
            long row = 0;
            while (units.next()) {
                if (blocks.isEmpty() || blocks.get(blocks.size() - 1).point != units.point()) {
                    blocks.add(new Block(units.point(), row, variables));
                }
                Block block = blocks.get(blocks.size() - 1);
                block.to = ++row;
                block.runs += units.runs();
                block.failed += units.failed();
                block.censored += units.censored();
                for (int i = 0; i < variables; i++) {
                    add(block.moments[i], units.mean(i));
                }
                add(block.moments[variables], units.global());
            }
            rowsOfStudy = units.read();
        }
    }

    private static void add(Moments moments, double value) {
        if (!Double.isNaN(value)) {
            moments.add(value);
        }
    }

    /** Rows of the study. */
    long rowsOfStudy() {
        return rowsOfStudy;
    }

    private long units() {
        return blocks.isEmpty() ? 0 : blocks.get(blocks.size() - 1).to;
    }

    private int firstVariable() {
        return 6 + plan.factors().size();
    }

    /** Adds the sheets of network means, as many as their rows need. */
    Map<String, List<Heading>> addNetworkMeans() {
        List<Heading> headings = new ArrayList<>();
        headings.add(new Heading("point", "", "Design point, see Parameters"));
        headings.add(new Heading("network draw", "", "Number of the network, see Parameters"));
        headings.add(new Heading(
                "run",
                "",
                "Run, where the point has one fixed network: each row is a run, conditional on this network"));
        plan.factors().forEach(factor -> headings.add(new Heading(factor, "", "Level of this factor")));
        headings.add(new Heading("runs", "runs", "Runs that entered the means of this row"));
        headings.add(new Heading("failed", "runs", "Runs that failed and did not enter"));
        headings.add(new Heading("censored", "runs", "Runs that entered with censored values"));
        for (Variable variable : plan.variables()) {
            headings.add(new Heading(
                    variable.name(), variable.unit(), variable.meaning() + "; mean over the runs of this row"));
        }
        if (share >= 0) {
            headings.add(new Heading(shareName(), "share of runs", "Share of the runs of this row with such a reach"));
        }
        long rows = units();
        int capacity = RowWriter.MAXIMUM_ROWS - 1;
        Map<String, List<Heading>> added = new LinkedHashMap<>();
        for (long from = 0; from == 0 || from < rows; from += capacity) {
            long first = from;
            int count = (int) Math.min(capacity, rows - from);
            String name = file.name(NETWORK_MEANS);
            sheets.add(name);
            widenLevels(file.table(name, headings, count, out -> writeUnits(out, first, first + count)), 3);
            added.put(name, headings);
        }
        return added;
    }

    static String shareName() {
        return "share reach ≥ " + Units.GLOBAL;
    }

    private void writeUnits(RowWriter out, long from, long to) throws IOException {
        int integer = file.styles.integer;
        int general = file.styles.of(0.1);
        try (Units units = new Units(study, Progress.NONE)) {
            for (long row = 0; row < to && units.next(); row++) {
                if (row < from) {
                    continue;
                }
                out.begin();
                out.integer(units.point(), integer);
                out.integer(units.draw(), integer);
                if (units.fixed()) {
                    out.integer(units.run(), integer);
                } else {
                    out.empty();
                }
                levels(out, plan.points().get(units.point()));
                out.integer(units.runs(), integer);
                out.integer(units.failed(), integer);
                out.integer(units.censored(), integer);
                for (int i = 0; i < plan.variables().size(); i++) {
                    out.number(units.mean(i), 0);
                }
                if (share >= 0) {
                    out.number(units.global(), general);
                }
                out.end();
            }
        }
    }

    private void widenLevels(XSSFSheet sheet, int first) {
        for (int i = 0; i < plan.factors().size(); i++) {
            String factor = plan.factors().get(i);
            for (DesignPoint point : plan.points()) {
                WorkbookFile.widen(
                        sheet,
                        first + i,
                        point.factors().getOrDefault(factor, "").length());
            }
        }
    }

    /** Writes the levels of all factors, numbers as numbers. */
    private void levels(RowWriter out, DesignPoint point) {
        for (String factor : plan.factors()) {
            value(out, point.factors().getOrDefault(factor, ""), file.styles);
        }
    }

    /** Writes a setting: a number where the text is one. */
    static void value(RowWriter out, String text, Styles styles) {
        if (text.matches("-?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?")) {
            double number = Double.parseDouble(text);
            if (Math.abs(number) < 1e15) {
                out.number(number, 0);
                return;
            }
        }
        out.text(text, styles.text);
    }

    /** Adds the sheet of estimates; its formulas refer to sheets added by {@link #addNetworkMeans}. */
    List<Heading> addSummary(String name) {
        List<Heading> headings = new ArrayList<>();
        headings.add(new Heading("point", "", "Design point, see Parameters"));
        plan.factors().forEach(factor -> headings.add(new Heading(factor, "", "Level of this factor")));
        headings.add(new Heading("variable", "", "What is estimated, see Dictionary"));
        headings.add(new Heading("unit", "", "Unit of estimate, error and interval"));
        headings.add(new Heading("estimate", "", "Mean of the units: networks, or runs on one fixed network"));
        headings.add(new Heading("standard error", "", "Standard deviation of the units / √ their number"));
        headings.add(
                new Heading(
                        "low",
                        "",
                        "Lower end of the interval: Student's t over units, for shares within 0 and 1; for shares of runs Wilson"));
        headings.add(new Heading("high", "", "Upper end of the interval"));
        headings.add(new Heading("units", "", "Networks (or runs on one fixed network) that entered"));
        headings.add(new Heading("runs", "runs", "Runs that entered"));
        headings.add(new Heading("effective runs", "runs", "Runs / design effect; for shares"));
        headings.add(new Heading("failed", "runs", "Runs that failed and did not enter"));
        headings.add(new Heading("censored", "runs", "Runs that entered with censored values"));
        headings.add(new Heading("interval", "", "What the interval is over"));
        int lines = plan.variables().size() + (share >= 0 ? 1 : 0);
        XSSFSheet sheet = file.table(name, headings, blocks.size() * lines, this::writeSummary);
        widenLevels(sheet, 1);
        sheet.setColumnWidth(1 + plan.factors().size(), 256 * 20);
        sheet.setColumnWidth(2 + plan.factors().size(), 256 * 20);
        sheet.setColumnWidth(headings.size() - 1, 256 * 44);
        return headings;
    }

    private void writeSummary(RowWriter out) throws IOException {
        for (Block block : blocks) {
            for (int i = 0; i < plan.variables().size(); i++) {
                writeLine(out, block, i, false);
            }
            if (share >= 0) {
                writeLine(out, block, plan.variables().size(), true);
            }
        }
    }

    private void writeLine(RowWriter out, Block block, int variable, boolean wilson) throws IOException {
        Moments moments = block.moments[variable];
        boolean fixed = Units.isFixed(plan, block.point);
        String range = range(block, firstVariable() + variable);
        String runsRange = range(block, firstVariable() - 3);
        int first = 3 + plan.factors().size();
        out.begin();
        int row = out.row();
        String estimate = cell(first, row);
        String error = cell(first + 1, row);
        String units = cell(first + 4, row);
        String effective = cell(first + 6, row);
        int number = file.styles.of(moments.mean());
        double n = moments.count();
        double p = moments.mean();
        double se = moments.standardError();
        out.integer(block.point, file.styles.integer);
        levels(out, plan.points().get(block.point));
        out.text(wilson ? shareName() : plan.variables().get(variable).name(), file.styles.text);
        out.text(wilson ? "share of runs" : plan.variables().get(variable).unit(), file.styles.text);
        out.formula("IF(" + units + ">0,AVERAGE(" + range + "),\"\")", p, number);
        out.formula("IF(" + units + ">1,STDEV(" + range + ")/SQRT(" + units + "),\"\")", se, file.styles.of(se));
        if (wilson) {
            double runs = effectiveRuns(block, p, se, fixed);
            double z = new NormalDistribution().inverseCumulativeProbability((1 + INITIAL_LEVEL) / 2);
            double half = z * Math.sqrt(p * (1 - p) / runs + z * z / (4 * runs * runs));
            double centre = p + z * z / (2 * runs);
            double scale = 1 + z * z / runs;
            String deviate = "NORMSINV((1+" + LEVEL + ")/2)";
            String middle = estimate + "+" + deviate + "^2/(2*" + effective + ")";
            String width = deviate + "*SQRT(" + estimate + "*(1-" + estimate + ")/" + effective + "+" + deviate
                    + "^2/(4*" + effective + "^2))";
            String over = "(1+" + deviate + "^2/" + effective + ")";
            String condition = "IF(" + units + ">0,";
            out.formula(
                    condition + "MAX(0,(" + middle + "-" + width + ")/" + over + "),\"\")",
                    Math.max(0, (centre - half) / scale),
                    file.styles.of(p));
            out.formula(
                    condition + "MIN(1,(" + middle + "+" + width + ")/" + over + "),\"\")",
                    Math.min(1, (centre + half) / scale),
                    file.styles.of(p));
        } else {
            double t =
                    n < 2 ? Double.NaN : new TDistribution(n - 1).inverseCumulativeProbability((1 + INITIAL_LEVEL) / 2);
            String half = "TINV(1-" + LEVEL + "," + units + "-1)*" + error;
            boolean bounded = plan.variables().get(variable).isShare();
            String low = estimate + "-" + half;
            String high = estimate + "+" + half;
            out.formula(
                    "IF(" + units + ">1," + (bounded ? "MAX(0," + low + ")" : low) + ",\"\")",
                    bounded ? Math.max(0, p - t * se) : p - t * se,
                    number);
            out.formula(
                    "IF(" + units + ">1," + (bounded ? "MIN(1," + high + ")" : high) + ",\"\")",
                    bounded ? Math.min(1, p + t * se) : p + t * se,
                    number);
        }
        out.formula("COUNT(" + range + ")", n, file.styles.integer);
        out.formula("SUM(" + runsRange + ")", (double) block.runs, file.styles.integer);
        if (wilson) {
            String runs = cell(first + 5, row);
            String binomial = estimate + "*(1-" + estimate + ")";
            String formula = fixed
                    ? runs
                    : "IF(" + units + "<2," + runs + ",IF(" + binomial + ">0," + runs + "/MAX(1," + error + "^2*" + runs
                            + "/(" + binomial + "))," + units + "))";
            out.formula(formula, effectiveRuns(block, p, se, fixed), file.styles.of(100.0));
        } else {
            out.empty();
        }
        out.integer(block.failed, file.styles.integer);
        out.integer(block.censored, file.styles.integer);
        out.text(
                fixed ? "over " + block.runs + " runs, conditional on this network" : "over " + (long) n + " networks",
                file.styles.text);
        out.end();
    }

    /** As the engine's estimates: where all runs agree the design effect cannot be observed, and each network counts once. */
    private static double effectiveRuns(Block block, double p, double se, boolean fixed) {
        if (fixed || Double.isNaN(se)) {
            return block.runs;
        }
        double binomial = p * (1 - p);
        return binomial > 0
                ? block.runs / Math.max(1, se * se * block.runs / binomial)
                : block.moments[block.moments.length - 1].count();
    }

    private static String cell(int column, int row) {
        return CellReference.convertNumToColString(column) + row;
    }

    /** The cells of a point's units in one column; several ranges where they continue on another sheet. */
    private String range(Block block, int column) {
        int capacity = RowWriter.MAXIMUM_ROWS - 1;
        String letter = CellReference.convertNumToColString(column);
        StringBuilder text = new StringBuilder();
        for (long from = block.from; from < block.to; ) {
            int sheet = (int) (from / capacity);
            long to = Math.min(block.to, (sheet + 1L) * capacity);
            String name = sheets.get(sheet);
            text.append(text.length() == 0 ? "" : ",")
                    .append(name.contains(" ") ? "'" + name + "'" : name)
                    .append("!$")
                    .append(letter)
                    .append('$')
                    .append(from - (long) sheet * capacity + 2)
                    .append(":$")
                    .append(letter)
                    .append('$')
                    .append(to - (long) sheet * capacity + 1);
            from = to;
        }
        return text.toString();
    }
}
