package org.einfluss.example;

import java.util.Arrays;
import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Rows;
import org.einfluss.api.findings.StudyAnalysis;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.osgi.service.component.annotations.Component;

/** The quartiles of a variable over all runs of each design point: the lower one is the ⌈n/4⌉-th smallest value of n. */
@Component(service = StudyAnalysis.class)
@Described(
        id = "example-quartiles",
        name = "Quartiles",
        summary = "Lower quartile, median and upper quartile of a variable at each design point.",
        cite = "own analysis")
public final class Quartiles implements StudyAnalysis<Quartiles.Parameters> {
    /** Parameters. */
    public record Parameters(
            @Param(value = "Variable", initial = "reach") String variable) {}

    @Override
    public List<String> needs(Parameters p, Plan plan) {
        return plan.missing(p.variable());
    }

    @Override
    public Findings analyse(Study study, Parameters p, Progress progress) {
        checkNeeds(p, study);
        Plan plan = study.plan();
        String unit = plan.variables().get(plan.variable(p.variable())).unit();
        Rows rows = new Rows()
                .number("point", "", "Number of the design point")
                .number("runs", "runs", "Runs that did not fail")
                .number("lower", unit, "Lower quartile of " + p.variable())
                .number("median", unit, "Median of " + p.variable())
                .number("upper", unit, "Upper quartile of " + p.variable());
        for (int point = 0; point < plan.points().size(); point++) {
            progress.checkCancelled();
            double[] values = Arrays.stream(study.estimates().values(point, p.variable()))
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            rows.add(
                    point + 1,
                    values.length,
                    quantile(values, 0.25),
                    values.length == 0 ? Double.NaN : study.estimates().median(point, p.variable()),
                    quantile(values, 0.75));
        }
        return new Findings(
                "example-quartiles",
                "Quartiles of " + p.variable(),
                List.of(rows.table("quartiles", "Quartiles of " + p.variable() + " by design point")),
                List.of(),
                List.of(),
                List.of(
                        "Runs on one network are not independent; the quartiles describe the runs, not their estimate's error."),
                List.of());
    }

    static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
