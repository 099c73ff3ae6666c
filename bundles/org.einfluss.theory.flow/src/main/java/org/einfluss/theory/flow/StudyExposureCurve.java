package org.einfluss.theory.flow;

import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.StudyAnalysis;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.osgi.service.component.annotations.Component;

/** The exposure curve of a study's runs, see {@link ExposureCurve}; intervals are clustered by network (by run on one network). */
@Component(service = StudyAnalysis.class)
@Described(
        id = "exposure-curve",
        name = "Exposure curve",
        summary = "Adoption at the k-th exposure, and by the components of the sources, in simulated cascades.",
        cite = {"doi:10.1145/1963405.1963503", "doi:10.1073/pnas.1116502109"})
public final class StudyExposureCurve implements StudyAnalysis<StudyExposureCurve.Parameters> {
    /** For the registry, and for use as a plain library. */
    public StudyExposureCurve() {}

    /**
     * Parameters of the analysis.
     *
     * @param point number of the design point
     * @param most greatest number of exposures that is counted
     */
    public record Parameters(
            @Param(value = "Design point", initial = "0", range = "[0,inf)")
            int point,

            @Param(value = "Most exposures", symbol = "k", initial = "10", range = "[1,100]", unit = "sources")
            int most) {}

    @Override
    public List<String> needs(Parameters parameters, Plan plan) {
        return Cascades.needs(plan);
    }

    @Override
    public Findings analyse(Study study, Parameters parameters, Progress progress) {
        checkNeeds(parameters, study);
        ExposureCount count = new ExposureCount(parameters.most());
        Cascades.read(study, parameters.point(), progress, count);
        return count.findings(
                study.plan().title() + ", "
                        + study.plan().points().get(parameters.point()).label(),
                List.of(),
                List.of("doi:10.1145/1963405.1963503", "doi:10.1073/pnas.1116502109"));
    }
}
