package org.einfluss.workbench.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.einfluss.api.data.ImportReport;
import org.einfluss.graph.Column;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.DataTable;

/** What an import found and lost, as a table. */
final class ReportTable {
    private ReportTable() {}

    static DataTable of(ImportReport report, Session session) {
        Texts texts = session.texts();
        List<String[]> rows = new ArrayList<>();
        report.facts().forEach((what, value) -> rows.add(new String[] {what, value, ""}));
        for (ImportReport.Attribute one : report.attributes()) {
            String type = one.type().name().toLowerCase(Locale.ROOT);
            rows.add(new String[] {one.of() + " " + one.name(), type, texts.text("dataset.missing", one.missing())});
        }
        for (ImportReport.Loss loss : report.losses()) {
            rows.add(new String[] {loss.what(), Long.toString(loss.count()), String.join("; ", loss.examples())});
        }
        List<Column> columns = new ArrayList<>();
        String[] names = {"dataset.report.what", "dataset.report.value", "dataset.report.where"};
        for (int c = 0; c < names.length; c++) {
            int column = c;
            columns.add(Column.texts(
                    texts.text(names[c]), rows.stream().map(row -> row[column]).toArray(String[]::new)));
        }
        return new DataTable("report", texts.text("dataset.report"), columns, session);
    }
}
