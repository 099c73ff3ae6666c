package org.einfluss.excel;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.einfluss.api.Progress;
import org.einfluss.formats.Holds;
import org.einfluss.formats.NetworkTies;
import org.einfluss.formats.NetworkTies.TieColumn;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;

/** A network written as a workbook, row by row. */
final class XlsxNetworkFile {
    private final NetworkTies ties;
    private final boolean numbers;

    XlsxNetworkFile(Network network, Holds holds) {
        ties = new NetworkTies(network, holds);
        numbers = !ties.hasIdentifiers()
                || network.nodeColumn(Network.ID).orElseThrow().type() == Column.Type.INTEGER;
    }

    void write(OutputStream out, Progress progress) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook()) {
            SXSSFSheet nodes = workbook.createSheet("nodes");
            Row head = nodes.createRow(0);
            head.createCell(0).setCellValue("id");
            List<Column> nodeColumns = ties.nodeColumns();
            for (int c = 0; c < nodeColumns.size(); c++) {
                head.createCell(c + 1).setCellValue(ties.name(nodeColumns.get(c).name()));
            }
            for (int node = 0; node < ties.nodes(); node++) {
                Row row = nodes.createRow(node + 1);
                label(row.createCell(0), node);
                for (int c = 0; c < nodeColumns.size(); c++) {
                    Column column = nodeColumns.get(c);
                    put(row, c + 1, column.type(), ties.text(column, node));
                }
            }
            SXSSFSheet edges = workbook.createSheet("edges");
            Row names = edges.createRow(0);
            names.createCell(0).setCellValue("source");
            names.createCell(1).setCellValue("target");
            List<TieColumn> tieColumns = ties.tieColumns();
            for (int c = 0; c < tieColumns.size(); c++) {
                names.createCell(c + 2).setCellValue(tieColumns.get(c).name());
            }
            int[] next = {1};
            ties.forEach(
                    (u, v, isDirected, at) -> {
                        Row row = edges.createRow(next[0]++);
                        label(row.createCell(0), u);
                        label(row.createCell(1), v);
                        for (int c = 0; c < tieColumns.size(); c++) {
                            put(
                                    row,
                                    c + 2,
                                    tieColumns.get(c).type(),
                                    tieColumns.get(c).text(at));
                        }
                    },
                    progress);
            workbook.write(new FilterOutputStream(out) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, length);
                }

                @Override
                public void close() throws IOException {
                    flush(); // whoever opened it closes it
                }
            });
        }
    }

    private void label(Cell cell, int node) {
        String label = ties.label(node);
        if (numbers && label.length() < 15) {
            cell.setCellValue(Double.parseDouble(label));
        } else {
            cell.setCellValue(label);
        }
    }

    private static void put(Row row, int c, Column.Type type, Optional<String> text) {
        if (text.isEmpty()) {
            return;
        }
        Cell cell = row.createCell(c);
        switch (type) {
            case BOOLEAN -> cell.setCellValue(text.get().equals("true"));
            case INTEGER, DOUBLE -> {
                double value = Double.parseDouble(text.get());
                boolean held =
                        Double.isFinite(value) && (type == Column.Type.DOUBLE || Math.abs(value) <= XlsxNetwork.EXACT);
                if (held) {
                    cell.setCellValue(value);
                } else {
                    cell.setCellValue(text.get());
                }
            }
            case TEXT -> cell.setCellValue(text.get());
        }
    }
}
