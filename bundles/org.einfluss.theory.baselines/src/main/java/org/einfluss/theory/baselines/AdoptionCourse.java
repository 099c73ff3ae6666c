package org.einfluss.theory.baselines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.osgi.service.component.annotations.Component;

/**
 * Adopters over time in Bass diffusion, on networks or among all, against the Bass curve with the same innovation and imitation.
 *
 * <p>The curve is F(t) from no adopters (F. M. Bass 1969, doi:10.1287/mnsc.15.5.215), shifted in time so that it starts with the seeds'
 * share. The gap between the two is what the network does: who listens to few hears late.
 */
@Component(service = StudyAnalysis.class)
@Described(
        id = "adoption-course",
        name = "Course of adoption",
        summary = "Adopters over time, mean and interval, against the Bass curve.",
        cite = AdoptionCourse.BASS)
public final class AdoptionCourse implements StudyAnalysis<None> {
    static final String BASS = "doi:10.1287/mnsc.15.5.215";

    /** For the registry, and for use as a plain library. */
    public AdoptionCourse() {}

    @Override
    public Findings analyse(Study study, None parameters, Progress progress) {
        Plan plan = study.plan();
        if (plan.points().stream().noneMatch(point -> curve(point).isPresent())) {
            throw new InputException("The course of adoption needs the model bass or network-bass, but this study has "
                    + plan.points().stream().map(p -> p.model().id()).distinct().toList());
        }
        TimeSeries[] courses = TimeSeries.read(study, List.of("reach"), progress);
        Rows rows = new Rows()
                .text("point", "Design point")
                .number("time", "years", "Time since the start")
                .number("adopters", "share of nodes", "Mean share of adopters, seeds included")
                .number("low", "share of nodes", "Lower end of its 95 % interval")
                .number("high", "share of nodes", "Upper end of its 95 % interval")
                .number("bass", "share of nodes", "Bass curve from the same start")
                .number("units", "", "Networks (runs, on one fixed network) that entered");
        List<Series> series = new ArrayList<>();
        List<Headline> headlines = new ArrayList<>();
        int every = (plan.points().size() + Points.MOST_SERIES - 1) / Points.MOST_SERIES;
        for (DesignPoint point : plan.points()) {
            TimeSeries course = courses[point.index()];
            Optional<BassCurve.Parameters> curve = curve(point);
            if (!course.hasValues()) {
                continue;
            }
            int from = rows.size();
            double ahead = curve.map(one -> timeOf(one, course.at(0, 0).mean())).orElse(Double.NaN);
            for (int t = 0; t < course.times().length; t++) {
                UnitMeans at = course.at(0, t);
                double time = course.times()[t];
                rows.add(
                        List.of(point.label()),
                        time,
                        at.mean(),
                        Math.max(0, at.low()),
                        Math.min(1, at.high()),
                        curve.map(one -> one.adopters(time + ahead)).orElse(Double.NaN),
                        (double) at.units());
            }
            if (point.index() % every == 0) {
                series.add(new Series(point.label(), "time", "adopters", "low", "high", Style.DATA, from, rows.size()));
                if (curve.isPresent() && isNew(curve.get(), plan, point, every)) {
                    series.add(Series.of(
                            "Bass curve, p " + curve.get().innovation() + ", q "
                                    + curve.get().imitation(),
                            "time",
                            "bass",
                            Style.OVERLAY,
                            from,
                            rows.size()));
                }
            }
            half(point, course).ifPresent(headlines::add);
        }
        Table table = rows.table("adoption-course", "Adopters over time");
        return new Findings(
                "adoption-course",
                "Course of adoption",
                List.of(table),
                List.of(new Figure(
                        "adopters",
                        Figure.Kind.LINE,
                        "Adopters over time",
                        Points.caption(study)
                                + "; bands: 95 % intervals of the mean, over networks (over runs on one network).",
                        table,
                        series,
                        Axis.of("Time (years)"),
                        Axis.of("Adopters (share of nodes)", 0, 1))),
                headlines,
                List.of("The Bass curve is that of an infinite population in which everybody sees everybody."),
                List.of(BASS));
    }

    /** Whether no drawn point before had the same curve. */
    private static boolean isNew(BassCurve.Parameters curve, Plan plan, DesignPoint point, int every) {
        return plan.points().stream()
                .filter(one -> one.index() < point.index() && one.index() % every == 0)
                .noneMatch(one ->
                        curve(one).equals(Optional.of(curve)) && one.seeding().equals(point.seeding()));
    }

    private static Optional<BassCurve.Parameters> curve(DesignPoint point) {
        Optional<BassCurve.Parameters> everybody = point.model()
                .as(Bass.Parameters.class)
                .map(p -> new BassCurve.Parameters(p.innovation(), p.imitation(), 1));
        return everybody.or(() -> point.model()
                .as(NetworkBass.Parameters.class)
                .map(p -> new BassCurve.Parameters(p.innovation(), p.imitation(), 1)));
    }

    /** Returns when the Bass curve reaches a share: F = (1 − e^{−(p+q)t}) / (1 + (q/p) e^{−(p+q)t}) solved for t. */
    static double timeOf(BassCurve.Parameters curve, double share) {
        double both = curve.innovation() + curve.imitation();
        return StrictMath.log((1 + curve.imitation() / curve.innovation() * share) / (1 - share)) / both;
    }

    private static Optional<Headline> half(DesignPoint point, TimeSeries course) {
        for (int t = 0; t < course.times().length; t++) {
            if (course.at(0, t).mean() >= 0.5) {
                return Optional.of(new Headline(
                        "First time with half of the nodes, " + point.label(),
                        course.times()[t],
                        Double.NaN,
                        Double.NaN,
                        "years",
                        ""));
            }
        }
        return Optional.empty();
    }
}
