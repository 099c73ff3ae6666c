package org.einfluss.excel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.study.Export;
import org.einfluss.api.study.Study;
import org.einfluss.charts.ChartView;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Writes a study as a workbook that a reviewer can recompute: estimates and intervals are live formulas over network means, the
 * charts are bound to the cells of the findings' tables, every observation is in it.
 *
 * <p>Sheets: <i>About</i>, <i>Summary</i>, <i>Figures</i>, one per table of the findings, <i>Parameters</i>,
 * <i>NetworkMeans</i>, <i>Observations</i> (continued on further sheets beyond 1,048,575 rows), <i>Dictionary</i>,
 * <i>Provenance</i>. The heap does not grow with the number of observations. The file carries no time stamp: the same study
 * gives the same bytes.
 */
@Component(service = Export.class)
@Described(
        id = "workbook",
        name = "Excel workbook",
        summary = "Every number of a study as an XLSX workbook with live formulas and native charts.")
public final class Workbook implements Export {
    // Replaced as a whole by Declarative Services when views come and go.
    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<ChartView> views = List.of();

    /** Makes an export without chart views; Declarative Services sets them. */
    public Workbook() {}

    /**
     * Makes an export, without OSGi.
     *
     * @param views draw what no simple figure shows; their charts enter as pictures
     */
    public Workbook(List<ChartView> views) {
        this.views = List.copyOf(views);
    }

    @Override
    public String extension() {
        return "xlsx";
    }

    @Override
    public void write(Study study, List<Findings> findings, Path file, Progress progress) throws IOException {
        try (WorkbookFile workbook = new WorkbookFile(study.plan().title())) {
            new StudySheets(study, findings, List.copyOf(views), workbook, progress).add();
            workbook.write(file, progress);
        }
    }
}
