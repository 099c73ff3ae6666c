package org.einfluss.theory.baselines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
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
import org.einfluss.api.study.Observations;
import org.einfluss.api.study.Observations.Stop;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.math.RunningStatistics;
import org.osgi.service.component.annotations.Component;

/**
 * Where opinions end under bounded confidence, against the confidence bound: the bifurcation picture, and the number of clusters.
 *
 * <p>The picture needs the measure {@code opinion-distribution}. The number of clusters is laid against ⌊1/(2ε)⌋, the rule of thumb of
 * G. Deffuant, D. Neau, F. Amblard and G. Weisbuch 2000 (doi:10.1142/S0219525900000078): no theorem, and for meeting pairs only.
 */
@Component(service = StudyAnalysis.class)
@Described(
        id = "opinion-clusters",
        name = "Clusters of opinions",
        summary = "Final opinions and number of clusters against the confidence bound.",
        cite = {"doi:10.1142/S0219525900000078", "https://jasss.soc.surrey.ac.uk/5/3/2.html"})
public final class OpinionClusters implements StudyAnalysis<None> {
    static final String KIND = "opinion-clusters";
    /** What a caption says of the figure of clusters alone. */
    static final String BANDS = "; clusters of at least 5 % of the nodes; bands: 95 % intervals of the mean.";

    /** For the registry, and for use as a plain library. */
    public OpinionClusters() {}

    private record Point(DesignPoint design, String series, double confidence) {}

    private static OptionalDouble confidence(DesignPoint design) {
        Record model = design.model().parameters().orElse(null);
        if (model instanceof Deffuant.Parameters p) {
            return OptionalDouble.of(p.confidence());
        }
        return model instanceof HegselmannKrause.Parameters p
                ? OptionalDouble.of(p.confidence())
                : OptionalDouble.empty();
    }

    @Override
    public Findings analyse(Study study, None parameters, Progress progress) {
        Plan plan = study.plan();
        List<Point> points = new ArrayList<>();
        for (DesignPoint design : plan.points()) {
            confidence(design)
                    .ifPresent(epsilon -> points.add(new Point(
                            design,
                            design.model().id() + ", "
                                    + plan.network(design).generator().id(),
                            epsilon)));
        }
        if (points.isEmpty()) {
            throw new InputException(
                    "Clusters of opinions need the model deffuant or hegselmann-krause, but this study has "
                            + plan.points().stream()
                                    .map(p -> p.model().id())
                                    .distinct()
                                    .toList());
        }
        points.sort(Comparator.comparing(Point::series)
                .thenComparingDouble(Point::confidence)
                .thenComparingInt(p -> p.design().index()));
        Table clusters = clusters(study, points, progress);
        List<Table> tables = new ArrayList<>(List.of(clusters));
        List<String> notes = new ArrayList<>();
        plan.measures().stream()
                .flatMap(measure -> measure.as(OpinionDistribution.Parameters.class).stream())
                .findFirst()
                .ifPresentOrElse(
                        parts -> tables.add(cells(study, points, parts, progress)),
                        () -> notes.add(
                                "For the picture of final opinions add 'measures: [opinion-distribution]' to the "
                                        + "experiment and run it again."));
        notes.add(
                "Clusters hold at least 5 % of the nodes; an empty thousandth of the scale parts them. Censored runs enter "
                        + "as they stood when they were cut off.");
        notes.add("⌊1/(2ε)⌋ is a rule of thumb for meeting pairs and uniform initial opinions, no theorem.");
        return new Findings(
                KIND,
                "Clusters of opinions",
                tables,
                List.of(figure(study, points, clusters)),
                headlines(study, points),
                notes,
                List.of("doi:10.1142/S0219525900000078", "https://jasss.soc.surrey.ac.uk/5/3/2.html"));
    }

    private static Table clusters(Study study, List<Point> points, Progress progress) {
        Rows rows = new Rows()
                .text("series", "What the points of one line have in common")
                .number("point", "", "Number of the design point")
                .number("epsilon", "opinion", "Confidence bound ε")
                .number("clusters", "clusters", "Mean number of clusters of at least 5 % of the nodes")
                .number("clusters-low", "clusters", "Lower end of its 95 % interval")
                .number("clusters-high", "clusters", "Upper end of its 95 % interval")
                .number("largest", "share of nodes", "Mean share of the nodes in the largest cluster")
                .number("rule", "clusters", "Rule of thumb ⌊1/(2ε)⌋, at least 1")
                .number("censored", "runs", "Runs that had not come to rest at the horizon");
        for (Point point : points) {
            progress.checkCancelled();
            int index = point.design().index();
            Estimate number = study.estimates().mean(index, "clusters");
            rows.add(
                    List.of(point.series()),
                    index,
                    point.confidence(),
                    number.value(),
                    number.low(),
                    number.high(),
                    study.estimates().mean(index, "largest-cluster").value(),
                    point.confidence() > 0 ? Math.max(1, Math.floor(1 / (2 * point.confidence()) + 1e-9)) : Double.NaN,
                    (double) number.censored());
        }
        return rows.table("clusters", "Clusters at each design point");
    }

    /** One row for each point and part of the scale: the mean share of nodes there. */
    private static Table cells(
            Study study, List<Point> points, OpinionDistribution.Parameters parts, Progress progress) {
        Plan plan = study.plan();
        int first = plan.variable(parts.variable(0));
        RunningStatistics[][] share = new RunningStatistics[plan.points().size()][parts.parts()];
        for (RunningStatistics[] point : share) {
            Arrays.setAll(point, i -> new RunningStatistics());
        }
        try (Observations rows = study.observations()) {
            while (rows.next()) {
                if (rows.stop() != Stop.RUNNING && rows.stop() != Stop.FAILED) {
                    for (int part = 0; part < parts.parts(); part++) {
                        share[rows.point()][part].add(rows.value(first + part));
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The observations of the study cannot be read", unreadable);
        }
        progress.checkCancelled();
        Rows rows = new Rows()
                .text("series", "Model and network")
                .number("epsilon", "opinion", "Confidence bound ε")
                .number("opinion", "opinion", "Middle of a part of the scale")
                .number("share", "share of nodes", "Mean share of nodes that end there");
        for (Point point : points) {
            for (int part = 0; part < parts.parts(); part++) {
                RunningStatistics here = share[point.design().index()][part];
                if (here.count() > 0) {
                    rows.add(List.of(point.series()), point.confidence(), parts.middle(part), here.mean());
                }
            }
        }
        return rows.table("opinions", "Where opinions end");
    }

    private static Figure figure(Study study, List<Point> points, Table table) {
        List<Series> series = new ArrayList<>();
        for (int from = 0; from < points.size() && series.size() < Points.MOST_SERIES; ) {
            int to = from;
            while (to < points.size()
                    && points.get(to).series().equals(points.get(from).series())) {
                to++;
            }
            series.add(new Series(
                    points.get(from).series(),
                    "epsilon",
                    "clusters",
                    "clusters-low",
                    "clusters-high",
                    Style.DATA,
                    from,
                    to));
            if (points.get(from).design().model().id().equals("deffuant")) {
                series.add(Series.of("⌊1/(2ε)⌋", "epsilon", "rule", Style.OVERLAY, from, to));
            }
            from = to;
        }
        return new Figure(
                "clusters",
                Figure.Kind.LINE,
                "How many clusters of opinion remain",
                Points.caption(study) + BANDS,
                table,
                series,
                Axis.of("Confidence bound ε (opinion)"),
                Axis.of("Clusters"));
    }

    private static List<Headline> headlines(Study study, List<Point> points) {
        List<Headline> headlines = new ArrayList<>();
        for (Point point : points) {
            if (headlines.size() < Points.MOST_SERIES) {
                Estimate number = study.estimates().mean(point.design().index(), "clusters");
                headlines.add(new Headline(
                        "Clusters, " + point.design().label(),
                        number.value(),
                        number.low(),
                        number.high(),
                        "clusters",
                        number.interval()));
            }
        }
        return headlines;
    }
}
