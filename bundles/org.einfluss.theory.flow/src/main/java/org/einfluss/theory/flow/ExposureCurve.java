package org.einfluss.theory.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.findings.Analysis;
import org.einfluss.api.findings.Findings;
import org.einfluss.graph.Column;
import org.osgi.service.component.annotations.Component;

/**
 * How adoption depends on the number of exposures and on the number of components they come from, in the cascades of a dataset: P(adopt |
 * at risk at exactly k), with intervals clustered by cascade, or by place where there is one cascade and a column of places. Nobody is at risk
 * whose last exposure came at the last time at which an adoption was observed (where that is unknown, at the last adoption of the log).
 *
 * <p>D. M. Romero, B. Meeder and J. Kleinberg 2011, doi:10.1145/1963405.1963503 (exposure curve); J. Ugander et al. 2012,
 * doi:10.1073/pnas.1116502109 (components at fixed number of contacts).
 */
@Component(service = Analysis.class)
@Described(
        id = "exposure-curve",
        name = "Exposure curve",
        summary = "Adoption at the k-th exposure, and by the components of the sources.",
        cite = {"doi:10.1145/1963405.1963503", "doi:10.1073/pnas.1116502109"})
public final class ExposureCurve implements Analysis<ExposureCurve.Parameters> {
    /** For the registry, and for use as a plain library. */
    public ExposureCurve() {}

    /**
     * Parameters of the analysis.
     *
     * @param log name of the log; empty: the first
     * @param most greatest number of exposures that is counted
     */
    public record Parameters(
            @Param(value = "Log", help = "Name of the log of adoptions; empty: the first")
            Optional<String> log,

            @Param(value = "Most exposures", symbol = "k", initial = "10", range = "[1,100]", unit = "sources")
            int most) {}

    @Override
    public Findings analyse(Dataset dataset, Parameters parameters, Progress progress) {
        AdoptionLog log = Cascades.log(dataset, parameters.log());
        Optional<Column> places = log.cascades() > 1 ? Optional.empty() : dataset.places();
        double until = Double.isNaN(log.observedUntil())
                ? Arrays.stream(log.time()).max().orElse(Double.POSITIVE_INFINITY)
                : log.observedUntil();
        ExposureCount count =
                new ExposureCount(parameters.most(), places, places.isPresent() ? "places" : "cascades", until);
        Cascades.read(dataset, log, progress, count);
        List<String> citations = new ArrayList<>(dataset.descriptor().citations());
        citations.addAll(List.of("doi:10.1145/1963405.1963503", "doi:10.1073/pnas.1116502109"));
        return count.findings(
                dataset.descriptor().title() + ", log " + log.name(),
                dataset.descriptor().caveats(),
                citations);
    }
}
