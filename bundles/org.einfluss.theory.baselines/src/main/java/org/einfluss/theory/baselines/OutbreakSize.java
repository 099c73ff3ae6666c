package org.einfluss.theory.baselines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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
import org.einfluss.api.study.Estimate;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Study;
import org.einfluss.theory.baselines.ContinuousEpidemic.Period;
import org.osgi.service.component.annotations.Component;

/**
 * How large outbreaks are, and how frequent, against the transmissibility T, the probability that an arc transmits from a node once it is
 * infected.
 *
 * <p>On a Poisson network of mean degree z the size of a major outbreak is the largest solution of s = 1 − e^{−zTs}; so it is among n nodes
 * that are all linked, with z = n − 1. Where a node's arcs transmit independently (constant periods, independent cascade, Reed–Frost) a
 * single random seed starts a major outbreak with the same probability; with random periods less often. M. E. J. Newman 2002,
 * doi:10.1103/PhysRevE.66.016128.
 */
@Component(service = StudyAnalysis.class)
@Described(
        id = "outbreak-size",
        name = "Size of outbreaks",
        summary =
                "Size and frequency of outbreaks against the transmissibility, with the fixed point s = 1 − e^(−zTs).",
        cite = OutbreakSize.NEWMAN)
public final class OutbreakSize implements StudyAnalysis<OutbreakSize.Parameters> {
    static final String NEWMAN = "doi:10.1103/PhysRevE.66.016128";
    private static final int CURVE_POINTS = 80;

    /** For the registry, and for use as a plain library. */
    public OutbreakSize() {}

    /**
     * Parameters of the analysis.
     *
     * @param major least reach of a major outbreak
     */
    public record Parameters(
            @Param(
                    value = "Least reach of a major outbreak",
                    initial = "0.1",
                    range = "(0,1)",
                    unit = "share of nodes",
                    help = "Smaller ones count as died out; near the threshold the frequency depends on this number")
            double major) {}

    private record Point(DesignPoint design, String series, double transmits, double degree, boolean independent) {}

    /**
     * Returns the transmissibility: the probability that an arc transmits once its source is infected.
     *
     * @param model parameters of a model of this package
     * @return empty where it is not the same for all arcs, or the model is no epidemic with immunity
     */
    static OptionalDouble transmissibility(Record model) {
        if (model instanceof SusceptibleInfectiousRecovered.Parameters sir) {
            return OptionalDouble.of(inSteps(sir.infection(), sir.recovery()));
        } else if (model instanceof SusceptibleExposedInfectiousRecovered.Parameters seir) {
            return OptionalDouble.of(inSteps(seir.infection(), seir.recovery()));
        } else if (model instanceof ReedFrost.Parameters reedFrost) {
            return OptionalDouble.of(reedFrost.infection());
        } else if (model instanceof IndependentCascade.Parameters cascade
                && cascade.probability() instanceof Probability.Constant constant) {
            return OptionalDouble.of(constant.value());
        } else if (model instanceof ContinuousEpidemic.Parameters p) {
            return OptionalDouble.of(
                    p.period() == Period.CONSTANT
                            ? -StrictMath.expm1(-p.infection() / p.recovery())
                            : p.infection() / (p.infection() + p.recovery()));
        }
        return OptionalDouble.empty();
    }

    /** A node tries in every step until it recovers, once at least: 1 − E[(1 − β)^L] with L geometric from 1. */
    private static double inSteps(double infection, double recovery) {
        return infection == 0 ? 0 : infection / (infection + recovery - infection * recovery);
    }

    private static boolean isIndependent(Record model) {
        return model instanceof ReedFrost.Parameters
                || model instanceof IndependentCascade.Parameters
                || model instanceof ContinuousEpidemic.Parameters p && p.period() == Period.CONSTANT
                || model instanceof SusceptibleInfectiousRecovered.Parameters sir && sir.recovery() == 1
                || model instanceof SusceptibleExposedInfectiousRecovered.Parameters seir && seir.recovery() == 1;
    }

    @Override
    public Findings analyse(Study study, Parameters parameters, Progress progress) {
        List<Point> points = new ArrayList<>();
        for (DesignPoint design : study.plan().points()) {
            Optional<Record> model = design.model().parameters();
            OptionalDouble transmits = model.map(OutbreakSize::transmissibility).orElse(OptionalDouble.empty());
            if (transmits.isPresent()) {
                points.add(new Point(
                        design,
                        series(study, design),
                        transmits.getAsDouble(),
                        degree(study, design),
                        isIndependent(model.orElseThrow())));
            }
        }
        if (points.isEmpty()) {
            throw new InputException("The size of outbreaks needs sir, seir, reed-frost, continuous-sir or "
                    + "independent-cascade with a constant probability, but this study has "
                    + study.plan().points().stream()
                            .map(p -> p.model().id())
                            .distinct()
                            .toList());
        }
        points.sort(Comparator.comparing(Point::series)
                .thenComparingDouble(Point::transmits)
                .thenComparingInt(p -> p.design().index()));
        Rows rows = new Rows()
                .text("series", "What the points of one line have in common")
                .number("point", "", "Number of the design point; none in rows of the closed form alone")
                .number("transmissibility", "per arc", "Probability T that an arc transmits")
                .number("z", "links per node", "Mean degree, where the closed form applies")
                .number("size", "share of nodes", "Mean reach of major outbreaks, seeds included")
                .number("size-low", "share of nodes", "Lower end of its 95 % interval")
                .number("size-high", "share of nodes", "Upper end of its 95 % interval")
                .number("frequency", "share of runs", "Frequency of major outbreaks")
                .number("frequency-low", "share of runs", "Lower end of its 95 % interval (Wilson, effective runs)")
                .number("frequency-high", "share of runs", "Upper end of its 95 % interval")
                .number("mean-reach", "share of nodes", "Mean reach of all outbreaks, those that died out included")
                .number("fixed-point", "share of nodes", "Largest solution of s = 1 − e^{−zTs}")
                .number(
                        "start",
                        "share of runs",
                        "Closed form of the frequency, for one random seed and independent arcs");
        for (int i = 0; i < points.size(); i++) {
            progress.report(i, points.size(), "design points");
            progress.checkCancelled();
            add(rows, study, points.get(i), parameters.major());
        }
        List<Curve> curves = curves(rows, points);
        Table table = rows.table("outbreaks", "Outbreaks at each design point");
        return new Findings(
                "outbreak-size",
                "Size of outbreaks",
                List.of(table),
                figures(study, points, curves, table, parameters.major()),
                headlines(study, points, parameters.major()),
                List.of(
                        "Major: reach of at least " + parameters.major() + ", seeds included.",
                        "The fixed point is that of large Poisson networks, or of complete ones with z = n − 1, from few random "
                                + "seeds. It is drawn only where the network is of that kind and left as it is.",
                        "Random infectious periods leave the size as it is but make arcs out of a node dependent, so that "
                                + "outbreaks are less frequent than large; the frequency's closed form is then left out."),
                List.of(NEWMAN));
    }

    private static String series(Study study, DesignPoint design) {
        NetworkConfiguration network = study.plan().network(design);
        OptionalDouble z = Points.poissonDegree(network);
        String law = design.model()
                .as(ContinuousEpidemic.Parameters.class)
                .map(p -> p.period() == Period.CONSTANT ? ", constant period" : ", exponential period")
                .orElse("");
        return design.model().id()
                + law
                + (z.isPresent()
                        ? ", z " + z.getAsDouble()
                        : ", " + network.generator().id());
    }

    private static double degree(Study study, DesignPoint design) {
        NetworkConfiguration network = study.plan().network(design);
        return Points.isComplete(network)
                ? Points.nodes(study, design) - 1
                : Points.poissonDegree(network).orElse(Double.NaN);
    }

    private static void add(Rows rows, Study study, Point point, double major) {
        int index = point.design().index();
        Estimate frequency = study.estimates().share(index, "reach", major);
        Estimate mean = study.estimates().mean(index, "reach");
        double[] size = {Double.NaN, Double.NaN, Double.NaN};
        if (frequency.value() > 0) {
            Estimate above = study.estimates().meanAbove(index, "reach", major);
            size = new double[] {above.value(), above.low(), above.high()};
        }
        double closed = Double.isNaN(point.degree())
                ? Double.NaN
                : EpidemicCurves.finalSize(point.degree() * point.transmits());
        rows.add(
                List.of(point.series()),
                index,
                point.transmits(),
                point.degree(),
                size[0],
                size[1],
                size[2],
                frequency.value(),
                frequency.low(),
                frequency.high(),
                mean.value(),
                closed,
                point.independent() && isSingle(study, point.design()) ? closed : Double.NaN);
    }

    private static boolean isSingle(Study study, DesignPoint design) {
        return design.seeding().id().equals("random")
                && study.estimates().mean(design.index(), "seeds").value() == 1;
    }

    /** The rows of the fixed point at one mean degree. */
    private record Curve(double degree, int from, int to) {}

    /** Adds the fixed point over the transmissibilities of the study, finely, as it bends where points may be few. */
    private static List<Curve> curves(Rows rows, List<Point> points) {
        List<Curve> curves = new ArrayList<>();
        for (double z :
                points.stream().mapToDouble(Point::degree).sorted().distinct().toArray()) {
            double[] transmits = points.stream()
                    .filter(point -> point.degree() == z)
                    .mapToDouble(Point::transmits)
                    .sorted()
                    .toArray();
            if (transmits.length > 0 && transmits[transmits.length - 1] > transmits[0]) {
                int from = rows.size();
                for (double share : Curves.grid(1, CURVE_POINTS)) {
                    double t = transmits[0] + share * (transmits[transmits.length - 1] - transmits[0]);
                    double[] row = new double[12];
                    Arrays.fill(row, Double.NaN);
                    row[1] = t;
                    row[2] = z;
                    row[10] = EpidemicCurves.finalSize(z * t);
                    rows.add(List.of("s = 1 − e^(−zTs), z " + z), row);
                }
                curves.add(new Curve(z, from, rows.size()));
            }
        }
        return curves;
    }

    private static List<Figure> figures(
            Study study, List<Point> points, List<Curve> curves, Table table, double major) {
        List<Series> size = new ArrayList<>();
        List<Series> frequency = new ArrayList<>();
        for (int from = 0; from < points.size() && size.size() < Points.MOST_SERIES; ) {
            String label = points.get(from).series();
            int to = from;
            while (to < points.size() && points.get(to).series().equals(label)) {
                to++;
            }
            String x = "transmissibility";
            size.add(new Series(label, x, "size", "size-low", "size-high", Style.DATA, from, to));
            frequency.add(new Series(label, x, "frequency", "frequency-low", "frequency-high", Style.DATA, from, to));
            from = to;
        }
        for (Curve curve : curves) {
            String label = "s = 1 − e^(−zTs), z " + curve.degree();
            Series line = Series.of(label, "transmissibility", "fixed-point", Style.OVERLAY, curve.from(), curve.to());
            size.add(line);
            if (points.stream().anyMatch(p -> p.degree() == curve.degree() && p.independent())
                    && hasStart(table, points.size())) {
                frequency.add(line);
            }
        }
        String caption =
                Points.caption(study) + "; major: reach ≥ " + major + "; bands: 95 % intervals, clustered by network.";
        Axis axis = Axis.of("Transmissibility T (per arc)");
        return List.of(
                new Figure(
                        "size",
                        Figure.Kind.LINE,
                        "How large major outbreaks are",
                        caption,
                        table,
                        size,
                        axis,
                        Axis.of("Reach (share of nodes)", 0, 1)),
                new Figure(
                        "frequency",
                        Figure.Kind.LINE,
                        "How often major outbreaks happen",
                        caption,
                        table,
                        frequency,
                        axis,
                        Axis.of("Frequency (share of runs)", 0, 1)));
    }

    private static boolean hasStart(Table table, int points) {
        for (int i = 0; i < points; i++) {
            if (!Double.isNaN(table.column("start").doubleAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static List<Headline> headlines(Study study, List<Point> points, double major) {
        Point last = points.get(points.size() - 1);
        int index = last.design().index();
        Estimate frequency = study.estimates().share(index, "reach", major);
        List<Headline> headlines = new ArrayList<>();
        headlines.add(new Headline(
                "Frequency of major outbreaks, " + last.design().label(),
                frequency.value(),
                frequency.low(),
                frequency.high(),
                "share of runs",
                frequency.interval()));
        if (frequency.value() > 0) {
            Estimate size = study.estimates().meanAbove(index, "reach", major);
            headlines.add(new Headline(
                    "Their mean reach", size.value(), size.low(), size.high(), "share of nodes", size.interval()));
        }
        return headlines;
    }
}
