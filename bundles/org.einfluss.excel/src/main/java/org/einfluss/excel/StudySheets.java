package org.einfluss.excel;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.Variable;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.findings.Table;
import org.einfluss.api.study.Component;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Observations;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.charts.ChartView;
import org.einfluss.graph.Column;

/** Adds the sheets of one study to a workbook, in the order in which a person reads them. */
final class StudySheets {
    private final Study study;
    private final Plan plan;
    private final Map<String, String> missing = new LinkedHashMap<>();
    private final List<Findings> findings;
    private final List<ChartView> views;
    private final WorkbookFile file;
    private final Styles styles;
    private final Progress progress;
    /** What the dictionary explains: the headings of every sheet. */
    private final Map<String, List<Heading>> dictionary = new LinkedHashMap<>();
    /** Every line of the first sheet, known only once all others are planned. */
    private final List<Line> about = new ArrayList<>();

    private final List<String> tables = new ArrayList<>();

    private record Line(String label, String text, int style) {}

    StudySheets(Study study, List<Findings> findings, List<ChartView> views, WorkbookFile file, Progress progress) {
        this.study = study;
        this.plan = study.plan();
        this.findings = findings;
        this.views = views;
        this.file = file;
        this.styles = file.styles;
        this.progress = progress;
    }

    void add() throws IOException {
        progress.report(0, 3, "Reading the observations");
        Summary summary = new Summary(study, file, progress);
        progress.report(1, 3, "Drawing the charts");
        XSSFSheet first = file.sheet(file.name("About"), this::writeAbout);
        first.setColumnWidth(0, 256 * 22);
        first.setColumnWidth(1, 256 * 100);
        first.setDisplayGridlines(false);
        String summaryName = file.name(Summary.SUMMARY);
        dictionary.put(summaryName, summary.addSummary(summaryName));
        String figures = file.name(FigureSheet.NAME);
        Map<Table, String> sheets = new LinkedHashMap<>();
        FigureSheet pictures = new FigureSheet(file, figures);
        for (Findings one : findings) {
            for (Table table : one.tables()) {
                sheets.put(table, addTable(table));
            }
        }
        pictures.add(findings, views, sheets);
        addParameters();
        dictionary.putAll(summary.addNetworkMeans());
        addObservations(summary.rowsOfStudy());
        pictures.addChartData(dictionary);
        addDictionary();
        addProvenance();
        describe();
        addLevel(first.getSheetName());
        progress.report(2, 3, "Writing the workbook");
    }

    /** Names the cell with the level, so that a reader can change all intervals at once. */
    private void addLevel(String sheet) {
        Name level = file.workbook().createName();
        level.setNameName(Summary.LEVEL);
        level.setRefersToFormula(sheet + "!$B$" + LEVEL_ROW);
    }

    private static final int LEVEL_ROW = 4;

    private void describe() {
        about.add(new Line("Study", plan.id(), styles.wrapped));
        about.add(new Line("Digest", study.digest(), styles.wrapped));
        // The third line, row 4 of the sheet, is the level of all intervals.
        about.add(new Line("Interval level", "", styles.level));
        for (Findings one : findings) {
            for (Headline headline : one.headlines()) {
                about.add(new Line(one.title(), sentence(headline), styles.wrapped));
            }
        }
        lines("Caveats", caveats());
        lines("Please cite", citations());
        lines("How to read it", guide());
        lines("Tables", tables);
    }

    private void lines(String label, Iterable<String> texts) {
        String first = label;
        for (String text : texts) {
            about.add(new Line(first, text, styles.wrapped));
            first = "";
        }
    }

    private static String sentence(Headline headline) {
        StringBuilder text = new StringBuilder(headline.label()).append(": ").append(rounded(headline.value()));
        if (!headline.unit().isEmpty()) {
            text.append(' ').append(headline.unit());
        }
        if (!Double.isNaN(headline.low()) && !Double.isNaN(headline.high())) {
            text.append(" (").append(rounded(headline.low())).append(" to ").append(rounded(headline.high()));
            text.append(headline.interval().isEmpty() ? "" : "; " + headline.interval())
                    .append(')');
        }
        return text.toString();
    }

    private static String rounded(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "no value" : "infinite";
        }
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }

    private Set<String> caveats() {
        Set<String> texts = new LinkedHashSet<>();
        for (Dataset dataset : datasets()) {
            texts.addAll(dataset.descriptor().caveats());
        }
        for (NetworkConfiguration network : plan.networks()) {
            if (network.fixed() || network.draws() == 1) {
                texts.add("Points on one network: their errors and intervals are over runs and conditional on this"
                        + " network. On NetworkMeans each of their rows is one run, so that the same formulas hold.");
            }
        }
        findings.forEach(one -> texts.addAll(one.notes()));
        texts.addAll(plan.notes());
        return texts;
    }

    private Set<String> citations() {
        Set<String> texts = new LinkedHashSet<>();
        for (Dataset dataset : datasets()) {
            texts.addAll(dataset.descriptor().citations());
        }
        findings.forEach(one -> texts.addAll(one.citations()));
        return texts;
    }

    /** The datasets that are still there; the others are remembered as {@link #missing}. */
    private List<Dataset> datasets() {
        List<Dataset> datasets = new ArrayList<>();
        for (NetworkConfiguration network : plan.networks()) {
            try {
                study.dataset(network.index())
                        .filter(dataset -> datasets.stream()
                                .noneMatch(other -> other.descriptor().equals(dataset.descriptor())))
                        .ifPresent(datasets::add);
            } catch (InputException gone) {
                missing.put("dataset " + network.generator().settings().get("name"), gone.getMessage());
            }
        }
        return datasets;
    }

    private static List<String> guide() {
        return List.of(
                "Summary: estimates, standard errors and intervals as formulas over NetworkMeans. Runs on one network are not"
                        + " independent; therefore errors come from the network means. Change the interval level above and all"
                        + " intervals follow.",
                "Intervals: Student's t over units for means; Wilson's on the effective number of runs for shares (runs divided"
                        + " by the design effect, which is the clustered variance divided by the binomial variance, at least"
                        + " 1; where all runs agree, the number of networks).",
                "NetworkMeans: one row per design point and network with the means over its runs.",
                "Figures: charts bound to the cells of the tables; change a cell and the chart follows.",
                "Observations: every recorded row of every run. Failed runs are listed with their reason and enter nowhere.",
                "On paper a long table ends after " + WorkbookFile.PRINTED_ROWS
                        + " rows; change the print area to print all of it.",
                "An empty cell means that there is no value. The text infinite stands for infinity, which cells cannot hold.",
                "Parameters: the settings of every design point. Provenance: hashes, key, inputs.",
                "Units stand in square brackets; the sheet Dictionary explains every column.");
    }

    private void writeAbout(RowWriter out) throws IOException {
        out.begin(24);
        out.text(plan.title(), styles.title);
        out.end();
        String last = "";
        for (Line line : about) {
            // Rows are as high as their wrapped text needs; viewers differ in doing so by themselves.
            int lines = 1 + line.text().length() / 116;
            out.begin(lines == 1 ? 0 : 15.0 * lines);
            out.text(line.label().equals(last) ? "" : line.label(), styles.label);
            if (line.style() == styles.level) {
                out.number(Summary.INITIAL_LEVEL, styles.level);
            } else {
                out.text(line.text(), line.style());
            }
            out.end();
            last = line.label();
        }
    }

    private String addTable(Table table) {
        List<Heading> headings = table.columns().stream().map(Heading::of).toList();
        int capacity = RowWriter.MAXIMUM_ROWS - 1;
        String first = "";
        for (int from = 0; from == 0 || from < table.rows(); from += capacity) {
            int begin = from;
            int count = Math.min(capacity, table.rows() - from);
            String name = file.name(table.name());
            XSSFSheet sheet = file.table(name, headings, count, out -> writeTable(out, table, begin, begin + count));
            for (int i = 0; i < headings.size(); i++) {
                Column column = table.columns().get(i);
                for (int row = 0; column.type() == Column.Type.TEXT && row < column.size(); row++) {
                    WorkbookFile.widen(sheet, i, column.textAt(row).length());
                }
            }
            dictionary.put(name, headings);
            first = first.isEmpty() ? name : first;
            tables.add(name + ": " + table.title());
        }
        return first;
    }

    private void writeTable(RowWriter out, Table table, int from, int to) throws IOException {
        List<Column> columns = table.columns();
        int[] formats = columns.stream().mapToInt(styles::of).toArray();
        for (int row = from; row < to; row++) {
            out.begin();
            for (int i = 0; i < formats.length; i++) {
                cell(out, columns.get(i), row, formats[i]);
            }
            out.end();
        }
    }

    private static void cell(RowWriter out, Column column, int row, int style) {
        if (column.isMissing(row)) {
            out.empty();
            return;
        }
        switch (column.type()) {
            case DOUBLE -> out.number(column.doubleAt(row), style);
            case INTEGER -> out.integer(column.longAt(row), style);
            case TEXT -> out.text(column.textAt(row), style);
            case BOOLEAN -> out.flag(column.booleanAt(row), style);
        }
    }

    private void addParameters() {
        Settings settings = new Settings(plan);
        List<Heading> headings = new ArrayList<>();
        headings.add(new Heading("point", "", "Design point"));
        headings.add(new Heading("label", "", "Levels of the factors in one line"));
        headings.add(new Heading("networks", "", "Networks drawn; fixed: always the same one"));
        headings.add(new Heading("runs", "runs per network", "Runs on each network"));
        List<String> roles = plan.points().stream()
                .flatMap(point -> Settings.components(plan, point).keySet().stream())
                .distinct()
                .toList();
        for (String role : roles) {
            headings.add(new Heading(role, "", "Component used as " + role));
            settings.headings().values().stream()
                    .filter(heading -> heading.name().startsWith(role + "."))
                    .forEach(headings::add);
        }
        String name = file.name("Parameters");
        dictionary.put(name, headings);
        XSSFSheet sheet = file.table(name, headings, plan.points().size(), out -> {
            for (DesignPoint point : plan.points()) {
                writePoint(out, point, headings);
            }
        });
        for (DesignPoint point : plan.points()) {
            WorkbookFile.widen(sheet, 1, point.label().length());
            for (int i = 4; i < headings.size(); i++) {
                WorkbookFile.widen(
                        sheet, i, setting(point, headings.get(i).name()).length());
            }
        }
    }

    /** The id of a component or one of its settings; empty where the point has none. */
    private String setting(DesignPoint point, String name) {
        int dot = name.indexOf('.');
        Component component = Settings.components(plan, point).get(dot < 0 ? name : name.substring(0, dot));
        return component == null
                ? ""
                : dot < 0 ? component.id() : component.settings().getOrDefault(name.substring(dot + 1), "");
    }

    private void writePoint(RowWriter out, DesignPoint point, List<Heading> headings) throws IOException {
        NetworkConfiguration network = plan.network(point);
        out.begin();
        out.integer(point.index(), styles.integer);
        out.text(point.label(), styles.text);
        if (network.fixed()) {
            out.text("fixed", styles.text);
        } else {
            out.integer(network.draws(), styles.integer);
        }
        out.integer(network.runs(), styles.integer);
        for (Heading heading : headings.subList(4, headings.size())) {
            Summary.value(out, setting(point, heading.name()), styles);
        }
        out.end();
    }

    private void addObservations(long rows) {
        List<Heading> headings = new ArrayList<>();
        headings.add(new Heading("point", "", "Design point, see Parameters"));
        headings.add(new Heading("network draw", "", "Number of the network"));
        headings.add(new Heading("run", "", "Run on this network"));
        headings.add(new Heading("step", "steps", "Steps done"));
        headings.add(new Heading("time", "", "The model's time"));
        headings.add(new Heading(
                "stop",
                "",
                "Why the run ended: settled (nothing could change), step-limit and censored (values are censored), failed;"
                        + " running where it went on"));
        headings.add(new Heading("failure", "", "Why the run failed"));
        for (Variable variable : plan.variables()) {
            headings.add(new Heading(variable.name(), variable.unit(), variable.meaning()));
        }
        int capacity = RowWriter.MAXIMUM_ROWS - 1;
        for (long from = 0; from == 0 || from < rows; from += capacity) {
            long begin = from;
            int count = (int) Math.min(capacity, rows - from);
            String name = file.name("Observations");
            dictionary.put(name, headings);
            file.table(name, headings, count, out -> writeObservations(out, begin, begin + count));
        }
    }

    private void writeObservations(RowWriter out, long from, long to) throws IOException {
        int variables = plan.variables().size();
        String[] stops = new String[Observations.Stop.values().length];
        for (Observations.Stop stop : Observations.Stop.values()) {
            stops[stop.ordinal()] = stop.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        try (Observations rows = study.observations()) {
            for (long row = 0; row < to && rows.next(); row++) {
                if ((row & 0xFFFF) == 0) {
                    progress.checkCancelled();
                    progress.report(row, to, "Writing the observations");
                }
                if (row < from) {
                    continue;
                }
                out.begin();
                out.integer(rows.point(), 0);
                out.integer(rows.draw(), 0);
                out.integer(rows.run(), 0);
                out.integer(rows.step(), 0);
                out.number(rows.time(), 0);
                out.text(stops[rows.stop().ordinal()], styles.text);
                out.text(rows.failure(), styles.text);
                for (int i = 0; i < variables; i++) {
                    out.number(rows.value(i), 0);
                }
                out.end();
            }
        }
    }

    private void addDictionary() {
        List<Heading> headings = List.of(
                new Heading("sheet", "", ""),
                new Heading("column", "", ""),
                new Heading("unit", "", ""),
                new Heading("meaning", "", ""));
        List<String[]> lines = new ArrayList<>();
        for (Variable variable : plan.variables()) {
            lines.add(new String[] {"", variable.name(), variable.unit(), variable.meaning()});
        }
        dictionary.forEach((sheet, columns) -> {
            for (Heading column : columns) {
                lines.add(new String[] {sheet, column.name(), column.unit(), column.meaning()});
            }
        });
        XSSFSheet sheet = file.table(file.name("Dictionary"), headings, lines.size(), out -> {
            for (String[] line : lines) {
                out.begin();
                for (int i = 0; i < line.length; i++) {
                    out.text(line[i], i == 3 ? styles.wrapped : 0);
                }
                out.end();
            }
        });
        sheet.setColumnWidth(0, 256 * 20);
        sheet.setColumnWidth(1, 256 * 28);
        sheet.setColumnWidth(2, 256 * 24);
        sheet.setColumnWidth(3, 256 * 80);
    }

    private void addProvenance() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("study id (hash of the plan)", plan.id());
        facts.put("digest of the rows", study.digest());
        facts.put("title", plan.title());
        facts.put("key of all random numbers", Long.toString(plan.key()));
        facts.put("design points", Integer.toString(plan.points().size()));
        facts.put("shards", Integer.toString(plan.shards().size()));
        facts.put("coins", plan.commonCoins() ? "common to design points" : "independent");
        facts.put("networks", plan.independentNetworks() ? "drawn anew for each point" : "common to design points");
        facts.put("step limit", Integer.toString(plan.maxSteps()));
        facts.put("recorded", plan.recording().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        plan.until()
                .ifPresent(until -> facts.put(
                        "stopping rule",
                        "half-width of " + until.variable() + " at most " + rounded(until.halfWidth())));
        plan.inputs().forEach((name, hash) -> facts.put("input " + name, hash));
        for (Dataset dataset : datasets()) {
            var descriptor = dataset.descriptor();
            String of = " of " + descriptor.name();
            facts.put("dataset " + descriptor.name(), descriptor.title() + "; " + descriptor.source());
            facts.put("description" + of, descriptor.description());
            facts.put("licence" + of, descriptor.licence());
            facts.put("sensitivity" + of, descriptor.sensitivity());
            facts.put("consent" + of, descriptor.consent());
            facts.put("kept until" + of, descriptor.retention());
            facts.put("history" + of, String.join("\n", descriptor.history()));
            facts.put("hash" + of, descriptor.hash());
        }
        facts.putAll(missing);
        List<Heading> headings = List.of(new Heading("fact", "", ""), new Heading("value", "", ""));
        XSSFSheet sheet = file.table(file.name("Provenance"), headings, 0, out -> {
            for (Map.Entry<String, String> fact : facts.entrySet()) {
                out.begin();
                out.text(fact.getKey(), 0);
                out.text(fact.getValue(), styles.wrapped);
                out.end();
            }
        });
        sheet.setColumnWidth(0, 256 * 32);
        sheet.setColumnWidth(1, 256 * 90);
    }
}
