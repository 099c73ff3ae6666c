package org.einfluss.theory.watts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.ParentRule;
import org.einfluss.api.findings.Analysis;
import org.einfluss.api.findings.Findings;
import org.osgi.service.component.annotations.Component;

/**
 * Structural virality of the cascades of a dataset: the mean distance between two adopters along the tree of who adopted from whom.
 *
 * <p>Each adopter gets one parent by a rule that is stated with the result; adopters without a known parent begin trees of their own, so that a
 * cascade may be several trees. S. Goel, A. Anderson, J. Hofman and D. J. Watts 2016, doi:10.1287/mnsc.2015.2158; see {@link
 * org.einfluss.graph.measure.TreeShape} for the measure.
 */
@Component(service = Analysis.class)
@Described(
        id = "structural-virality",
        name = "Structural virality",
        summary = "Whether cascades are broadcasts or chains: mean distance between adopters, against size.",
        cite = ViralityFindings.GOEL)
public final class StructuralVirality implements Analysis<StructuralVirality.Parameters> {
    /** For the registry, and for use as a plain library. */
    public StructuralVirality() {}

    /**
     * Parameters of the analysis.
     *
     * @param parent which source counts as the parent
     */
    public record Parameters(
            @Param(
                    value = "Parent of an adoption",
                    initial = "most-recent",
                    help =
                            "most-recent or first of the sources that adopted strictly earlier; recorded: as the data say")
            ParentRule parent) {}

    @Override
    public Findings analyse(Dataset dataset, Parameters parameters, Progress progress) {
        AdoptionLog log = CostPerInfluence.cascades(dataset);
        int[] parents = log.parents(dataset.network().graph(), parameters.parent(), progress);
        List<CascadeTree> trees = new ArrayList<>();
        int orphans = 0;
        for (int begin = 0, end; begin < log.size(); begin = end) {
            end = begin;
            while (end < log.size() && log.cascade()[end] == log.cascade()[begin]) {
                end++;
            }
            int[] parent = new int[end - begin];
            for (int i = begin; i < end; i++) {
                parent[i - begin] = parents[i] < 0 ? -1 : parents[i] - begin;
                orphans += parents[i] < 0 && i > begin ? 1 : 0;
            }
            trees.addAll(CascadeTree.ofForest(
                    "",
                    log.cascade()[begin],
                    log.cascade()[begin],
                    Arrays.copyOfRange(log.node(), begin, end),
                    parent));
        }
        List<String> notes = new ArrayList<>(dataset.descriptor().caveats());
        notes.add("Parent: "
                + switch (parameters.parent()) {
                    case RECORDED -> "the source that the data record.";
                    case MOST_RECENT -> "of the adopter's sources that adopted strictly earlier, the most recent one.";
                    case FIRST -> "of the adopter's sources that adopted strictly earlier, the first one.";
                });
        notes.add(
                orphans + " of " + log.size()
                        + " adopters, not counting the first of each cascade, have no known parent and begin trees of their own.");
        return ViralityFindings.of(
                "Structural virality of " + dataset.descriptor().title(),
                trees,
                dataset.descriptor().title() + "; " + log.cascades() + " cascades, " + trees.size()
                        + " trees; parent: "
                        + parameters
                                .parent()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', ' ')
                        + ".",
                "cascades",
                notes,
                dataset.descriptor().citations());
    }
}
