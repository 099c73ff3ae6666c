package org.einfluss.engine.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.einfluss.api.InputException;
import org.einfluss.api.InputException.Place;
import org.einfluss.api.study.TableReader;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.data.CsvTable;
import org.einfluss.engine.parameters.Names;
import org.einfluss.engine.parameters.Setting;
import org.einfluss.engine.parameters.YamlSettings;
import org.einfluss.math.Keys;
import org.einfluss.math.RandomStream;

/** Makes the assignments of levels to factors that a design asks for. */
final class Designs {
    static final int MOST_POINTS = 1_000_000;
    private static final int MOST_SOBOL_DIMENSIONS = 1000;
    private static final long LATIN_HYPERCUBE = Keys.of("latin-hypercube");
    private static final long MORRIS = Keys.of("morris");
    private static final long SALTELLI = Keys.of("saltelli");

    private final Factors factors;
    private final Experiment experiment;
    private final Catalog catalog;
    private final Path folder;
    private final List<Map<Factor, Setting>> points = new ArrayList<>();

    private Designs(Factors factors, Experiment experiment, Catalog catalog, Path folder) {
        this.factors = factors;
        this.experiment = experiment;
        this.catalog = catalog;
        this.folder = folder;
    }

    /** Returns one assignment per design point; factors without meaning at a point are left out. */
    static List<Map<Factor, Setting>> points(Factors factors, Experiment experiment, Catalog catalog, Path folder)
            throws IOException {
        Designs designs = new Designs(factors, experiment, catalog, folder);
        Design design = experiment.design();
        if (design instanceof Design.Factorial) {
            designs.requireLevels("factorial");
            designs.factorial(0, new LinkedHashMap<>());
        } else if (design instanceof Design.OneAtATime oneAtATime) {
            designs.requireLevels("one-at-a-time");
            designs.oneAtATime(oneAtATime);
        } else if (design instanceof Design.LatinHypercube latin) {
            designs.requireFactors("latin-hypercube");
            designs.sample(latin.points(), designs.latinHypercube(latin.points()));
        } else if (design instanceof Design.Sobol sobol) {
            designs.requireFactors("sobol");
            designs.sample(sobol.points(), designs.sobol(sobol.points()));
        } else if (design instanceof Design.Morris morris) {
            designs.requireFactors("morris");
            designs.requireRanges();
            designs.morris(morris.trajectories(), morris.levels());
        } else if (design instanceof Design.Saltelli saltelli) {
            designs.requireFactors("saltelli");
            designs.requireAlwaysActive("saltelli");
            designs.saltelli(saltelli.points());
        } else if (design instanceof Design.Table table) {
            designs.table(table);
        }
        return designs.points;
    }

    private void requireLevels(String design) {
        for (Factor factor : factors.all()) {
            if (factor.range().isPresent()) {
                throw Setting.mistake(
                        factor.place(),
                        "'" + factor.name() + "' is a range without levels, which a " + design
                                + " design cannot use; give 'step' or 'levels', or choose the design latin-hypercube, sobol, morris or saltelli");
            }
        }
    }

    private void requireFactors(String design) {
        if (factors.all().isEmpty()) {
            throw Setting.mistake(
                    experiment.designPlace(),
                    "The design " + design
                            + " has nothing to vary; write for example 'mean-degree: {vary: {from: 1, to: 15}}'");
        }
    }

    private void add(Map<Factor, Setting> assignment) {
        if (points.size() == MOST_POINTS) {
            throw new InputException("The design has more than " + MOST_POINTS
                    + " points; give fewer levels, or choose the design latin-hypercube or sobol");
        }
        points.add(new LinkedHashMap<>(assignment));
    }

    private void factorial(int next, Map<Factor, Setting> assignment) {
        if (next == factors.all().size()) {
            add(assignment);
            return;
        }
        Factor factor = factors.all().get(next);
        if (!factors.isActive(factor, assignment)) {
            factorial(next + 1, assignment);
            return;
        }
        for (Setting level : factor.levels()) {
            assignment.put(factor, level);
            factorial(next + 1, assignment);
        }
        assignment.remove(factor);
    }

    private void oneAtATime(Design.OneAtATime design) {
        Map<Factor, Setting> baseline = new LinkedHashMap<>();
        for (Factor factor : factors.all()) {
            baseline.put(factor, factor.levels().get(0));
        }
        for (String assignment : design.baseline()) {
            int equals = assignment.indexOf('=');
            Setting whole = new Setting.Scalar(assignment, experiment.designPlace());
            if (equals <= 0) {
                throw whole.mistake("A baseline's items are written factor=level, was '" + assignment + "'");
            }
            String name = assignment.substring(0, equals).strip();
            Factor factor = factors.all().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> whole.mistake(Names.unknown(
                            "factor in the baseline",
                            name,
                            factors.all().stream().map(Factor::name).toList())));
            baseline.put(
                    factor, YamlSettings.value(assignment.substring(equals + 1), new Place("baseline " + name, 0, 0)));
        }
        addActive(baseline);
        for (Factor factor : factors.all()) {
            for (Setting level : factor.levels()) {
                Map<Factor, Setting> varied = new LinkedHashMap<>(baseline);
                varied.put(factor, level);
                if (!factors.isActive(factor, varied)) {
                    choose(factor, varied);
                }
                addActive(varied);
            }
        }
    }

    /** Chooses the component whose parameter a factor is. */
    private void choose(Factor parameter, Map<Factor, Setting> assignment) {
        for (Factor factor : factors.all()) {
            if (factor.slot() == parameter.slot() && factor.isChoice()) {
                assignment.put(factor, factor.levels().get(parameter.component()));
            }
        }
    }

    private void addActive(Map<Factor, Setting> assignment) {
        Map<Factor, Setting> active = new LinkedHashMap<>(assignment);
        active.keySet().removeIf(factor -> !factors.isActive(factor, assignment));
        add(active);
    }

    private void sample(int count, double[][] positions) {
        for (int i = 0; i < count; i++) {
            Map<Factor, Setting> assignment = new LinkedHashMap<>();
            for (int f = 0; f < positions.length; f++) {
                Factor factor = factors.all().get(f);
                assignment.put(factor, factor.at(positions[f][i]));
            }
            addActive(assignment);
        }
    }

    /** Each factor has its own stream, so that adding one leaves the others' positions as they were. */
    private double[][] latinHypercube(int count) {
        double[][] positions = new double[factors.all().size()][count];
        for (int f = 0; f < positions.length; f++) {
            long name = Keys.of(factors.all().get(f).name());
            positions[f] = latinHypercube(count, new RandomStream(Keys.mix(experiment.key(), LATIN_HYPERCUBE, name)));
        }
        return positions;
    }

    static double[] latinHypercube(int count, RandomStream random) {
        int[] stratum = new int[count];
        for (int i = 0; i < count; i++) {
            stratum[i] = i;
        }
        random.shuffle(stratum, 0, count);
        double[] positions = new double[count];
        for (int i = 0; i < count; i++) {
            positions[i] = (stratum[i] + random.nextDouble()) / count;
        }
        return positions;
    }

    private double[][] sobol(int count) {
        int dimensions = factors.all().size();
        if (dimensions > MOST_SOBOL_DIMENSIONS) {
            throw new InputException(
                    "Sobol's sequence has at most " + MOST_SOBOL_DIMENSIONS + " factors, here are " + dimensions);
        }
        return sobol(dimensions, count);
    }

    static double[][] sobol(int dimensions, int count) {
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(dimensions);
        double[][] positions = new double[dimensions][count];
        for (int i = 0; i < count; i++) {
            double[] point = sequence.nextVector();
            for (int f = 0; f < dimensions; f++) {
                positions[f][i] = point[f];
            }
        }
        return positions;
    }

    /** Moves by a share of the range have no meaning for a list of levels or a choice of component. */
    private void requireRanges() {
        for (Factor factor : factors.all()) {
            if (factor.range().isEmpty()) {
                throw Setting.mistake(
                        factor.place(),
                        "'" + factor.name() + "' has levels, but a morris design moves through ranges; write "
                                + "{vary: {from: …, to: …}}, or choose the design saltelli");
            }
        }
    }

    /** A factor that means something at some points only has no effect at the others, and no index. */
    private void requireAlwaysActive(String design) {
        for (Factor factor : factors.all()) {
            if (!factor.isChoice()
                    && factor.slot().isChoice()
                    && factors.candidates(factor.slot()).size() > 1) {
                throw Setting.mistake(
                        factor.place(),
                        "'" + factor.name() + "' is a parameter of one of several components, which a " + design
                                + " design cannot use; vary the component or its parameters");
            }
        }
    }

    private void addAt(double[] position) {
        Map<Factor, Setting> assignment = new LinkedHashMap<>();
        for (int f = 0; f < position.length; f++) {
            Factor factor = factors.all().get(f);
            assignment.put(factor, factor.at(position[f]));
        }
        add(assignment);
    }

    private void morris(int trajectories, int levels) {
        int k = factors.all().size();
        double step = levels / (2.0 * (levels - 1));
        int[][] pair = new int[k][trajectories];
        int[] order = new int[k];
        RandomStream random = new RandomStream(Keys.mix(experiment.key(), MORRIS));
        for (int f = 0; f < k; f++) {
            for (int t = 0; t < trajectories; t++) {
                pair[f][t] = t % (levels / 2);
            }
            random.shuffle(pair[f], 0, trajectories);
        }
        double[] position = new double[k];
        boolean[] isHigh = new boolean[k];
        for (int t = 0; t < trajectories; t++) {
            for (int f = 0; f < k; f++) {
                isHigh[f] = random.nextBoolean(0.5);
                position[f] = position(pair[f][t], isHigh[f], levels, step);
                order[f] = f;
            }
            random.shuffle(order, 0, k);
            addAt(position);
            for (int f : order) {
                position[f] = position(pair[f][t], !isHigh[f], levels, step);
                addAt(position);
            }
        }
    }

    private static double position(int low, boolean isHigh, int levels, double step) {
        double position = low / (levels - 1.0) + (isHigh ? step : 0);
        return Math.min(1, position);
    }

    private void saltelli(int count) {
        int k = factors.all().size();
        if (2 * k > MOST_SOBOL_DIMENSIONS) {
            throw new InputException(
                    "A saltelli design has at most " + MOST_SOBOL_DIMENSIONS / 2 + " factors, here are " + k);
        }
        double[][] positions = sobol(2 * k, count);
        RandomStream random = new RandomStream(Keys.mix(experiment.key(), SALTELLI));
        for (double[] dimension : positions) {
            double shift = random.nextDouble();
            for (int i = 0; i < count; i++) {
                double shifted = dimension[i] + shift;
                dimension[i] = shifted < 1 ? shifted : shifted - 1;
            }
        }
        double[] a = new double[k];
        double[] b = new double[k];
        for (int i = 0; i < count; i++) {
            for (int f = 0; f < k; f++) {
                a[f] = positions[f][i];
                b[f] = positions[k + f][i];
            }
            addAt(a);
            addAt(b);
            for (int f = 0; f < k; f++) {
                double own = a[f];
                a[f] = b[f];
                addAt(a);
                a[f] = own;
            }
        }
    }

    private void table(Design.Table design) throws IOException {
        Path file = folder.resolve(design.file());
        TableReader reader = CsvTable.readerOf(catalog, design.file());
        if (!Files.isRegularFile(file)) {
            throw Setting.mistake(
                    experiment.designPlace(), "There is no file " + file + " for the table of design points");
        }
        List<TableReader.Row> rows = reader.rows(file, design.file(), design.sheet());
        if (rows.size() < 2) {
            throw new InputException(
                    new Place(design.file(), 0, 0),
                    "A table design needs a row that names the factors and a row for each design point");
        }
        List<Factor> columns = new ArrayList<>();
        for (TableReader.Cell name : rows.get(0).cells()) {
            Setting cell = setting(name);
            Factor factor = factors.named(name.text(), cell);
            if (columns.contains(factor)) {
                throw cell.mistake("The column '" + name.text() + "' is there twice");
            }
            columns.add(factor);
        }
        for (Factor factor : factors.all()) {
            if (!columns.contains(factor)) {
                throw new InputException(
                        rows.get(0).place(),
                        "The experiment varies '" + factor.name() + "', but the table has no such column");
            }
        }
        for (TableReader.Row row : rows.subList(1, rows.size())) {
            row(columns, row);
        }
    }

    private void row(List<Factor> columns, TableReader.Row row) {
        Map<Factor, Setting> assignment = new LinkedHashMap<>();
        if (row.cells().size() != columns.size()) {
            throw new InputException(
                    row.place(),
                    "This row has " + row.cells().size() + " cells, but there are " + columns.size() + " columns");
        }
        for (int c = 0; c < columns.size(); c++) {
            TableReader.Cell cell = row.cells().get(c);
            if (!cell.text().isEmpty()) {
                assignment.put(columns.get(c), setting(cell));
            } else if (columns.get(c).isChoice()) {
                throw setting(cell).mistake("A level of '" + columns.get(c).name() + "' is missing here");
            }
        }
        for (int c = 0; c < columns.size(); c++) {
            boolean given = assignment.containsKey(columns.get(c));
            if (given != factors.isActive(columns.get(c), assignment)) {
                throw setting(row.cells().get(c))
                        .mistake(
                                given
                                        ? "This row does not choose the component of '"
                                                + columns.get(c).name() + "'; leave the cell empty"
                                        : "A level of '" + columns.get(c).name() + "' is missing here");
            }
        }
        add(assignment);
    }

    private static Setting setting(TableReader.Cell cell) {
        return YamlSettings.value(cell.text(), cell.place());
    }
}
