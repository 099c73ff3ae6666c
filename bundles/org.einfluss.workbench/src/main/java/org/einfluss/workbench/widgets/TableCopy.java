package org.einfluss.workbench.widgets;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.util.List;
import java.util.stream.Collectors;

/** A table for the clipboard: with tabs for spreadsheets and editors, as HTML for documents. Missing cells are empty. */
public final class TableCopy implements Transferable {
    private static final DataFlavor HTML = DataFlavor.allHtmlFlavor;

    private final List<List<String>> rows;

    /**
     * Copies a table.
     *
     * @param rows its rows, the first names the columns
     */
    public TableCopy(List<List<String>> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * Writes a row of a CSV file: commas between cells, quotation marks around those that need them.
     *
     * @param cells the cells
     */
    public static String csv(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.matches("[^,\"\\r\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    @Override
    public DataFlavor[] getTransferDataFlavors() {
        return new DataFlavor[] {HTML, DataFlavor.stringFlavor};
    }

    @Override
    public boolean isDataFlavorSupported(DataFlavor flavor) {
        return HTML.equals(flavor) || DataFlavor.stringFlavor.equals(flavor);
    }

    @Override
    public Object getTransferData(DataFlavor flavor) throws UnsupportedFlavorException {
        if (DataFlavor.stringFlavor.equals(flavor)) {
            return rows.stream()
                    .map(row -> row.stream()
                            .map(cell -> cell.replaceAll("[\\t\\r\\n]+", " "))
                            .collect(Collectors.joining("\t")))
                    .collect(Collectors.joining("\n", "", "\n"));
        }
        if (!HTML.equals(flavor)) {
            throw new UnsupportedFlavorException(flavor);
        }
        StringBuilder html = new StringBuilder("<html><body><table>");
        for (int i = 0; i < rows.size(); i++) {
            String tag = i == 0 ? "th" : "td";
            html.append("<tr>");
            for (String cell : rows.get(i)) {
                html.append('<').append(tag).append('>');
                html.append(cell.replace("&", "&amp;").replace("<", "&lt;"));
                html.append("</").append(tag).append('>');
            }
            html.append("</tr>\n");
        }
        return html.append("</table></body></html>").toString();
    }
}
