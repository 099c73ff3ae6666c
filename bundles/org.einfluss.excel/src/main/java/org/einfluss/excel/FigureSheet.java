package org.einfluss.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.charts.ChartFile;
import org.einfluss.charts.ChartView;
import org.einfluss.charts.FigureChart;
import org.jfree.chart.JFreeChart;

/** The sheet of all figures: native charts bound to the tables' cells, and as pictures what chart views draw. */
final class FigureSheet {
    static final String NAME = "Figures";

    private static final int ROWS = 20;
    private static final int NAMES = 4;
    private static final int CHARACTERS = 80;
    private static final double WIDTH_MM = 150;
    private static final double HEIGHT_MM = 106;
    private static final int DPI = 150;

    private final WorkbookFile file;
    private final XSSFSheet sheet;
    private final List<String> captions = new ArrayList<>();
    private final List<Integer> heights = new ArrayList<>();
    private final ChartData data;
    private int nextRow;
    private int onPage;

    FigureSheet(WorkbookFile file, String name) {
        this.file = file;
        this.sheet = file.sheet(name, this::write);
        this.data = new ChartData(file.name(ChartData.NAME));
        sheet.setColumnWidth(0, 256 * CHARACTERS);
        // Two figures to a page; programs that fit a sheet to pages do not keep such breaks.
        sheet.setFitToPage(false);
        sheet.setDisplayGridlines(false);
    }

    /** Adds every figure of the findings, then what the views draw of them. */
    void add(List<Findings> findings, List<ChartView> views, Map<Table, String> sheets) throws IOException {
        for (Findings one : findings) {
            for (Figure figure : one.figures()) {
                String table = sheets.getOrDefault(figure.table(), "");
                if (!table.isEmpty() && NativeChart.shows(figure)) {
                    NativeChart.draw(drawing().createChart(place(figure)), figure, table, data);
                } else {
                    picture(FigureChart.draw(figure), "");
                }
            }
            for (ChartView view : views) {
                if (view.draws(one)) {
                    picture(view.draw(one), "");
                }
            }
        }
    }

    private XSSFDrawing drawing() {
        return sheet.createDrawingPatriarch();
    }

    /** Room for a native chart; each series beyond a few gets a line for its name, as spreadsheets set one below the other. */
    private XSSFClientAnchor place(Figure figure) {
        int names = figure.series().size();
        return place(FigureChart.caption(figure), ROWS + Math.max(0, names - NAMES));
    }

    private XSSFClientAnchor place(String caption, int rows) {
        if (onPage > 0 && onPage + rows > 2 * ROWS + 2) {
            sheet.setRowBreak(nextRow - 1);
            onPage = 0;
        }
        int row = nextRow;
        nextRow += rows + 2;
        onPage += rows + 2;
        captions.add(caption);
        heights.add(rows);
        return new XSSFClientAnchor(0, 0, 0, 0, 0, row, 1, row + rows);
    }

    private void picture(JFreeChart chart, String caption) throws IOException {
        byte[] png = ChartFile.png(chart, WIDTH_MM, HEIGHT_MM, DPI);
        int index = file.workbook().addPicture(png, Workbook.PICTURE_TYPE_PNG);
        drawing().createPicture(place(caption, ROWS), index);
    }

    private void write(RowWriter out) throws IOException {
        for (int figure = 0; figure < captions.size(); figure++) {
            String caption = captions.get(figure);
            for (int i = 0; i < heights.get(figure); i++) {
                out.begin(15);
                out.end();
            }
            out.begin(13.0 * (1 + caption.length() / (CHARACTERS + 20)));
            out.text(caption, file.styles.small);
            out.end();
            out.begin();
            out.end();
        }
    }

    /** Adds the sheet of values that the charts need in another shape, if there are any. */
    void addChartData(Map<String, List<Heading>> dictionary) {
        if (!data.isEmpty()) {
            file.table(data.name(), data.headings(), data.rows(), data::write);
            dictionary.put(data.name(), data.headings());
        }
    }
}
