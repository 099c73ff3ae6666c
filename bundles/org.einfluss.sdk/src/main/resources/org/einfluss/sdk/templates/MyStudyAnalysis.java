import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Rows;
import org.einfluss.api.findings.StudyAnalysis;
import org.einfluss.api.study.Estimate;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.osgi.service.component.annotations.Component;

/** The mean of a variable at every design point, with its interval. */
@Component(service = StudyAnalysis.class)
@Described(id = "my-study-analysis", name = "My study analysis", summary = "Means by design point.", cite = "own analysis")
public final class MyStudyAnalysis implements StudyAnalysis<MyStudyAnalysis.Parameters> {
    public record Parameters(@Param(value = "Variable", initial = "reach") String variable) {}

    @Override
    public List<String> needs(Parameters p, Plan plan) {
        return plan.missing(p.variable());
    }

    @Override
    public Findings analyse(Study study, Parameters p, Progress progress) {
        checkNeeds(p, study);
        String unit = study.plan().variables().get(study.plan().variable(p.variable())).unit();
        Rows rows = new Rows()
                .text("point", "Design point")
                .number("mean", unit, "Mean of " + p.variable())
                .number("low", unit, "Lower end of its 95 % interval")
                .number("high", unit, "Upper end of its 95 % interval");
        for (int i = 0; i < study.plan().points().size(); i++) {
            progress.checkCancelled();
            Estimate mean = study.estimates().mean(i, p.variable());
            rows.add(List.of(String.valueOf(i + 1)), mean.value(), mean.low(), mean.high());
        }
        return new Findings(
                "my-study-analysis",
                "Mean " + p.variable() + " by design point",
                List.of(rows.table("means", "Mean " + p.variable() + " by design point")),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
