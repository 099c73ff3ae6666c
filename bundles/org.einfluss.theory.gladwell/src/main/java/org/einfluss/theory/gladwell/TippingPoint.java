package org.einfluss.theory.gladwell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.findings.Rows;
import org.einfluss.api.findings.StudyAnalysis;
import org.einfluss.api.findings.Table;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Study;
import org.einfluss.math.Keys;
import org.einfluss.math.RandomStream;
import org.einfluss.math.RunningStatistics;
import org.osgi.service.component.annotations.Component;

/**
 * Where cascades tip as a control parameter λ is varied.
 *
 * <p>For every level of the factor: the relative fluctuation Δ = sd(S)/E(S) of the reach S over runs from a single seed, and the mean size of the
 * cascades that are not global. The tip is where Δ is largest, and where the others are largest; beside them stand the steepest slope of E(S) and
 * the first level at which the histogram of S has two humps. Intervals of the first two resample networks (runs, on one network) 400 times.
 *
 * <p>The susceptibility χ = N·Var(S)/E(S) is given but not called a tip: with a single seed S is bimodal, and χ peaks where half of the runs are
 * global, far above the threshold (on Erdős–Rényi networks at zp = 2 ln 2 = 1.386, while cascades tip at zp = 1).
 *
 * <p>Where the threshold is known it is drawn: zT = 1 for independent cascades with one probability, and for one-shot word of mouth among people
 * who are all alike, on Erdős–Rényi networks; and the critical share of seeds ρ₀* of threshold cascades there, which is computed ({@link SeedTip}).
 */
@Component(service = StudyAnalysis.class)
@Described(
        id = "tipping-point",
        name = "Tipping point",
        summary =
                "Level of a control parameter at which cascades tip: fluctuation, non-global cascades, slope, two humps.",
        cite = Traits.GLADWELL)
public final class TippingPoint implements StudyAnalysis<TippingPoint.Parameters> {
    private static final int RESAMPLES = 400;
    private static final int MOST_SERIES = 6;
    private static final double HUMP = 0.05;

    /** For the registry, and for use as a plain library. */
    public TippingPoint() {}

    /**
     * Parameters of the analysis.
     *
     * @param factor the control parameter; empty: the factor with most numeric levels
     * @param global least reach of a global cascade
     * @param known a threshold known from theory, to be drawn
     */
    public record Parameters(
            @Param(
                    value = "Control parameter",
                    symbol = "λ",
                    help = "Name of a factor, for example model.probability; empty: the one with most numeric levels.")
            Optional<String> factor,

            @Param(value = "Least reach of a global cascade", initial = "0.1", range = "(0,1)", unit = "share of nodes")
            double global,

            @Param(
                    value = "Known threshold",
                    help =
                            "Level at which theory puts the tip; drawn as a line. Empty: z T = 1, or the critical share of seeds, where they apply.",
                    advanced = true)
            Optional<Double> known) {}

    /** What one level gave. */
    private static final class Level {
        private final double lambda;
        private final Sampled reach;
        private final double mean;
        private final double deviation;
        private final double global;
        private final double others;
        private final double othersSize;
        private final boolean twoHumps;
        private final long runs;
        private final double nodes;

        Level(Study study, DesignPoint point, double lambda, double cut) {
            this.lambda = lambda;
            reach = new Sampled(study, point, "reach");
            double[] size = study.estimates().values(point.index(), "size");
            RunningStatistics all = new RunningStatistics();
            RunningStatistics small = new RunningStatistics();
            RunningStatistics smallSize = new RunningStatistics();
            RunningStatistics large = new RunningStatistics();
            double n = 0;
            for (int i = 0; i < size.length; i++) {
                double s = reach.values()[i];
                if (Double.isNaN(s)) {
                    continue;
                }
                n = s > 0 ? size[i] / s : n;
                all.add(s);
                if (s >= cut) {
                    large.add(s);
                } else {
                    small.add(s);
                    smallSize.add(size[i]);
                }
            }
            nodes = n;
            runs = all.count();
            mean = all.count() == 0 ? Double.NaN : all.mean();
            deviation = all.count() < 2 ? Double.NaN : all.standardDeviation();
            global = runs == 0 ? Double.NaN : (double) large.count() / runs;
            others = small.count() == 0 ? Double.NaN : small.mean();
            othersSize = small.count() == 0 ? Double.NaN : smallSize.mean();
            // Two humps: both kinds of cascade occur, and hardly any lies between the cut and half the mean global
            // size.
            long between = 0;
            for (double s : reach.values()) {
                between += s >= cut && s < large.mean() / 2 ? 1 : 0;
            }
            twoHumps = global >= HUMP && global <= 1 - HUMP && between < HUMP * large.count();
        }

        double delta() {
            return deviation / mean;
        }
    }

    @Override
    public Findings analyse(Study study, Parameters parameters, Progress progress) {
        String factor = factor(study, parameters);
        Map<String, SortedMap<Double, DesignPoint>> curves = new LinkedHashMap<>();
        for (DesignPoint point : study.plan().points()) {
            if (point.number(factor).isPresent()) {
                curves.computeIfAbsent(Sampled.label(study, point, factor::equals), key -> new TreeMap<>())
                        .put(point.number(factor).getAsDouble(), point);
            }
        }
        Rows levels = new Rows()
                .text("curve", "Levels of all other factors")
                .number("lambda", "", "Level of " + factor)
                .number("runs", "", "Runs that entered")
                .number("mean", "share of nodes", "E(S), mean reach")
                .number("sd", "share of nodes", "Standard deviation of the reach over runs")
                .number("delta", "", "Δ = sd(S) / E(S)")
                .number("global", "share of runs", "Frequency of global cascades")
                .number("others-size", "nodes", "Mean size of the cascades that are not global")
                .number("others", "share of nodes", "Mean reach of the cascades that are not global")
                .number("slope", "share of nodes per unit of λ", "Slope of E(S) between the neighbouring levels")
                .number("two-humps", "", "1 where the histogram of the reach has two humps")
                .number("chi", "", "χ = N Var(S) / E(S); no sign of a tip for single seeds")
                .number("nodes", "nodes", "N");
        Rows tips = new Rows()
                .text("curve", "Levels of all other factors")
                .text("sign", "By which sign")
                .number("lambda", "", "Level of " + factor)
                .number("low", "", "Lower end of its 95 % interval (resampled)")
                .number("high", "", "Upper end of its 95 % interval (resampled)")
                .number("grid", "", "Distance to the nearest other level: the tip is known no better");
        Rows known = new Rows()
                .text("curve", "Levels of all other factors")
                .number("lambda", "", "Known threshold")
                .number("height", "", "From the foot to the top of a chart");
        List<Headline> headlines = new ArrayList<>();
        List<int[]> ranges = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, SortedMap<Double, DesignPoint>> curve : curves.entrySet()) {
            List<Level> all = new ArrayList<>();
            curve.getValue().forEach((lambda, point) -> all.add(new Level(study, point, lambda, parameters.global())));
            progress.report(ranges.size(), curves.size(), "curves");
            int from = levels.size();
            addLevels(levels, curve.getKey(), all);
            ranges.add(new int[] {from, levels.size()});
            names.add(curve.getKey());
            addTips(tips, headlines, curve.getKey(), all, parameters, progress);
            DesignPoint first = curve.getValue().get(curve.getValue().firstKey());
            double threshold = parameters.known().orElseGet(() -> threshold(study, first, factor));
            if (!Double.isNaN(threshold)) {
                known.add(List.of(curve.getKey()), threshold, 0);
                known.add(List.of(curve.getKey()), threshold, 1);
            }
        }
        List<Table> tables = new ArrayList<>();
        tables.add(tips.table("tips", "Where cascades tip"));
        Table table = levels.table("levels", "Cascades at each level of " + factor);
        tables.add(table);
        if (known.size() > 0) {
            tables.add(known.table("known", "Thresholds known from theory"));
        }
        return new Findings(
                "tipping-point",
                "Tipping point of " + factor,
                tables,
                figures(study, parameters, factor, table, names, ranges),
                headlines,
                notes(study, curves),
                List.of(Traits.GLADWELL));
    }

    private static List<String> notes(Study study, Map<String, SortedMap<Double, DesignPoint>> curves) {
        List<String> notes = new ArrayList<>();
        notes.add(
                "A tip lies on the grid of levels; refine the grid around it, and repeat with larger networks, before quoting it.");
        notes.add(
                "χ = N Var(S)/E(S) is no sign of a tip here: runs from a single seed are global or not, and χ peaks where half of them "
                        + "are global (on Erdős–Rényi networks at z p = 1.386, not at 1).");
        notes.add(
                "Two humps: between 5 and 95 % of the runs are global, and fewer than 5 % of these have less than half of "
                        + "their mean reach.");
        boolean several = study.plan().points().stream()
                .anyMatch(point -> !"1".equals(point.seeding().settings().getOrDefault("size", "1")));
        if (several) {
            notes.add(
                    "Some runs start from several seeds: Δ and the cascades that are not global say where cascades tip for "
                            + "single seeds only.");
        }
        if (curves.size() > MOST_SERIES) {
            notes.add("Figures show the first " + MOST_SERIES + " of " + curves.size()
                    + " curves; all are in the tables.");
        }
        return notes;
    }

    private static String factor(Study study, Parameters parameters) {
        List<String> factors = study.plan().factors();
        if (parameters.factor().isPresent()) {
            String name = parameters.factor().get();
            if (!factors.contains(name)) {
                throw new InputException("The study has no factor '" + name + "'; it has " + factors);
            }
            return name;
        }
        String finest = "";
        long most = 2;
        for (String name : factors) {
            long levels = study.plan().points().stream()
                    .flatMap(point -> point.number(name).stream().boxed())
                    .distinct()
                    .count();
            if (levels > most) {
                most = levels;
                finest = name;
            }
        }
        if (!finest.isEmpty()) {
            return finest;
        }
        throw new InputException("A tipping point needs a factor with at least three numeric levels; this study has "
                + (factors.isEmpty() ? "no factor" : "the factors " + factors)
                + "; vary a parameter, for example 'probability: {vary: {from: 0.1, to: 0.4, step: 0.01}}'");
    }

    private static void addLevels(Rows levels, String curve, List<Level> all) {
        double[] slope = slopes(all);
        for (int i = 0; i < all.size(); i++) {
            Level at = all.get(i);
            levels.add(
                    List.of(curve),
                    at.lambda,
                    (double) at.runs,
                    at.mean,
                    at.deviation,
                    at.delta(),
                    at.global,
                    at.othersSize,
                    at.others,
                    slope[i],
                    at.twoHumps ? 1 : 0,
                    at.nodes * at.deviation * at.deviation / at.mean,
                    at.nodes);
        }
    }

    private static double[] slopes(List<Level> all) {
        double[] slope = new double[all.size()];
        for (int i = 0; i < slope.length; i++) {
            Level before = all.get(Math.max(0, i - 1));
            Level after = all.get(Math.min(slope.length - 1, i + 1));
            slope[i] = (after.mean - before.mean) / (after.lambda - before.lambda);
        }
        return slope;
    }

    /** Position of the largest value, NaN left out; -1 where there is none. */
    private static int largest(double[] values) {
        int best = -1;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i]) && (best < 0 || values[i] > values[best])) {
                best = i;
            }
        }
        return best;
    }

    private static void addTips(
            Rows tips,
            List<Headline> headlines,
            String curve,
            List<Level> all,
            Parameters parameters,
            Progress progress) {
        double[] delta = all.stream().mapToDouble(Level::delta).toArray();
        double[] others = all.stream().mapToDouble(level -> level.others).toArray();
        double[][] resampled = resample(all, parameters.global(), progress);
        tip(tips, headlines, curve, "largest Δ", all, largest(delta), resampled[0]);
        tip(tips, headlines, curve, "largest non-global cascades", all, largest(others), resampled[1]);
        tip(tips, headlines, curve, "steepest slope of E(S)", all, largest(slopes(all)), new double[0]);
        int humps = -1;
        for (int i = all.size() - 1; i >= 0; i--) {
            humps = all.get(i).twoHumps ? i : humps;
        }
        tip(tips, headlines, curve, "first level with two humps", all, humps, new double[0]);
    }

    private static void tip(
            Rows tips,
            List<Headline> headlines,
            String curve,
            String sign,
            List<Level> all,
            int at,
            double[] resampled) {
        if (at < 0) {
            tips.add(List.of(curve, sign), Double.NaN, Double.NaN, Double.NaN, Double.NaN);
            return;
        }
        double lambda = all.get(at).lambda;
        double low = Double.NaN;
        double high = Double.NaN;
        if (resampled.length > 0) {
            Arrays.sort(resampled);
            low = Math.min(lambda, resampled[(int) (0.025 * (resampled.length - 1))]);
            high = Math.max(lambda, resampled[(int) Math.ceil(0.975 * (resampled.length - 1))]);
        }
        double grid = Double.POSITIVE_INFINITY;
        for (int i = Math.max(0, at - 1); i <= Math.min(all.size() - 1, at + 1); i++) {
            grid = i == at ? grid : Math.min(grid, Math.abs(all.get(i).lambda - lambda));
        }
        tips.add(List.of(curve, sign), lambda, low, high, Double.isInfinite(grid) ? Double.NaN : grid);
        if (headlines.size() < 12 && resampled.length > 0) {
            headlines.add(new Headline(
                    "Tip by " + sign + (curve.equals("all") ? "" : ", " + curve),
                    lambda,
                    low,
                    high,
                    "",
                    "95 % by resampling, on the grid of levels"));
        }
    }

    /** Tips by Δ and by the others' mean reach in resampled studies; the same networks are drawn at all levels. */
    private static double[][] resample(List<Level> all, double cut, Progress progress) {
        int units = all.stream().mapToInt(level -> level.reach.units()).min().orElse(0);
        if (units < 2) {
            return new double[2][0];
        }
        double[][][] moments = new double[all.size()][units][];
        double[][][] small = new double[all.size()][units][2];
        for (int i = 0; i < all.size(); i++) {
            Sampled reach = all.get(i).reach;
            int runs = reach.values().length / reach.units();
            for (int unit = 0; unit < units; unit++) {
                moments[i][unit] = reach.moments(unit);
                for (int r = unit * runs; r < (unit + 1) * runs; r++) {
                    double s = reach.values()[r];
                    if (s < cut) {
                        small[i][unit][0]++;
                        small[i][unit][1] += s;
                    }
                }
            }
        }
        RandomStream random = new RandomStream(Keys.of("tipping-point"));
        double[][] tips = new double[2][RESAMPLES];
        double[] delta = new double[all.size()];
        double[] others = new double[all.size()];
        int[] drawn = new int[units];
        int kept = 0;
        for (int b = 0; b < RESAMPLES; b++) {
            progress.checkCancelled();
            for (int unit = 0; unit < units; unit++) {
                drawn[unit] = random.nextInt(units);
            }
            for (int i = 0; i < all.size(); i++) {
                double n = 0;
                double sum = 0;
                double squares = 0;
                double few = 0;
                double fewSum = 0;
                for (int unit : drawn) {
                    n += moments[i][unit][0];
                    sum += moments[i][unit][1];
                    squares += moments[i][unit][2];
                    few += small[i][unit][0];
                    fewSum += small[i][unit][1];
                }
                delta[i] = Math.sqrt(Math.max(0, squares - sum * sum / n) / (n - 1)) / (sum / n);
                others[i] = few == 0 ? Double.NaN : fewSum / few;
            }
            int byDelta = largest(delta);
            int byOthers = largest(others);
            if (byDelta >= 0 && byOthers >= 0) {
                tips[0][kept] = all.get(byDelta).lambda;
                tips[1][kept] = all.get(byOthers).lambda;
                kept++;
            }
        }
        return new double[][] {Arrays.copyOf(tips[0], kept), Arrays.copyOf(tips[1], kept)};
    }

    /** The level at which z T = 1, where the study is of that kind and the factor is T or z, or ρ₀* where it is the share of seeds; NaN otherwise. */
    private static double threshold(Study study, DesignPoint point, String factor) {
        NetworkConfiguration network = study.plan().network(point);
        Map<String, String> model = point.model().settings();
        if (isSeedFraction(point, factor)
                && network.generator().id().equals("erdos-renyi")
                && network.prepare().isEmpty()) {
            return new SeedTip(
                            number(network.generator().settings().get("mean-degree")),
                            number(model.getOrDefault("threshold.value", model.get("threshold"))))
                    .critical();
        }
        boolean cascade = point.model().id().equals("independent-cascade")
                && model.getOrDefault("probability.kind", "constant").equals("constant");
        Optional<LawOfTheFew.Parameters> few = point.model()
                .as(LawOfTheFew.Parameters.class)
                .filter(p -> p.contagion() == LawOfTheFew.Contagion.ONE_SHOT && p.groupPower() == 0);
        if (!network.generator().id().equals("erdos-renyi")
                || !network.prepare().isEmpty()
                || !(cascade || few.isPresent())) {
            return Double.NaN;
        }
        double z = number(network.generator().settings().get("mean-degree"));
        // Nobody has expertise on a plain network, so that g = 1/2.
        double rest =
                few.map(p -> p.context() * p.stickiness() * p.persuasion() / 2).orElse(0.0);
        if (factor.startsWith("network.") && factor.endsWith("mean-degree")) {
            double t =
                    few.isPresent() ? rest : number(model.getOrDefault("probability.value", model.get("probability")));
            return 1 / t;
        }
        if (cascade && factor.startsWith("model.") && factor.contains("probability")) {
            return 1 / z;
        }
        for (String name : List.of("stickiness", "context", "persuasion")) {
            if (few.isPresent() && factor.equals("model." + name)) {
                return number(model.get(name)) / (z * rest);
            }
        }
        return Double.NaN;
    }

    /** Whether the factor is the share of random seeds of a threshold cascade with one threshold. */
    private static boolean isSeedFraction(DesignPoint point, String factor) {
        return point.model().id().equals("watts-threshold")
                && point.model()
                        .settings()
                        .getOrDefault("threshold.kind", "constant")
                        .equals("constant")
                && point.seeding().id().equals("fraction")
                && factor.startsWith("seeding.")
                && factor.endsWith("share");
    }

    private static double number(String text) {
        try {
            return text == null ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    private static List<Figure> figures(
            Study study, Parameters parameters, String factor, Table table, List<String> names, List<int[]> ranges) {
        String caption = Sampled.caption(study) + "; global: reach of at least " + parameters.global() + ".";
        String[][] charts = {
            {"reach", "mean", "Mean reach", "E(S) (share of nodes)"},
            {"global", "global", "Frequency of global cascades", "Global cascades (share of runs)"},
            {"delta", "delta", "Relative fluctuation of the reach", "Δ = sd(S) / E(S)"},
            {"others", "others-size", "Cascades that are not global", "Mean size (nodes)"}
        };
        List<Figure> figures = new ArrayList<>();
        for (String[] chart : charts) {
            List<Series> series = new ArrayList<>();
            for (int i = 0; i < Math.min(MOST_SERIES, names.size()); i++) {
                series.add(Series.of(names.get(i), "lambda", chart[1], Style.DATA, ranges.get(i)[0], ranges.get(i)[1]));
            }
            figures.add(new Figure(
                    chart[0],
                    Figure.Kind.LINE,
                    chart[2],
                    caption,
                    table,
                    series,
                    Axis.of("λ: " + factor),
                    Axis.of(chart[3])));
        }
        return figures;
    }
}
