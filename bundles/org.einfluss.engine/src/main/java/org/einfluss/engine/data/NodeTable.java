package org.einfluss.engine.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einfluss.api.InputException;
import org.einfluss.api.data.DecimalComma;
import org.einfluss.api.study.TableReader;
import org.einfluss.api.study.TableReader.Cell;
import org.einfluss.api.study.TableReader.Row;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.parameters.Names;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;

/**
 * A table with one row for each of some nodes: a head of column names, and a column with the nodes' identifiers. A column whose cells are
 * all whole numbers, numbers, or true and false is of that type, else it holds texts; an empty cell is a missing value. Numbers of a column
 * may have a decimal comma where no comma may separate thousands instead.
 */
final class NodeTable {
    private final String name;
    private final Row head;
    private final List<Row> rows;

    private NodeTable(String name, Row head, List<Row> rows) {
        this.name = name;
        this.head = head;
        this.rows = rows;
    }

    static NodeTable read(Path file, String name, Catalog catalog) throws IOException {
        TableReader reader = CsvTable.readerOf(catalog, name);
        List<Row> rows = reader.rows(file, name, Optional.empty());
        if (rows.isEmpty()) {
            throw new InputException(name + ": Expected a row of column names, found none");
        }
        return new NodeTable(name, rows.get(0), rows.subList(1, rows.size()));
    }

    /** Adds every column but the identifiers; refuses names that are taken, identifiers given twice, and a table that names no node. */
    Network attach(Network network, String by) {
        int key = column(by);
        Map<String, Row> byLabel = new HashMap<>();
        for (Row row : rows) {
            if (row.cells().size() != head.cells().size()) {
                throw new InputException(
                        row.place(),
                        "Expected " + head.cells().size() + " cells as in the head, found "
                                + row.cells().size());
            }
            Cell label = row.cells().get(key);
            if (byLabel.put(label.text(), row) != null) {
                throw new InputException(
                        label.place(), "The node '" + label.text() + "' has a second row; keep one of them");
            }
        }
        List<Optional<Row>> found = new ArrayList<>();
        for (int v = 0; v < network.nodes(); v++) {
            found.add(Optional.ofNullable(byLabel.get(network.label(v))));
        }
        int matched = (int) found.stream().filter(Optional::isPresent).count();
        if (matched == 0) {
            throw new InputException(name + ": No identifier in the column '" + by + "' is one of the network's"
                    + (network.nodes() == 0 ? "" : ", such as '" + network.label(0) + "'"));
        }
        Network result = network;
        int commas = 0;
        for (int c = 0; c < head.cells().size(); c++) {
            if (c != key) {
                Cell title = head.cells().get(c);
                if (title.text().isEmpty() || result.nodeColumn(title.text()).isPresent()) {
                    throw new InputException(
                            title.place(),
                            title.text().isEmpty()
                                    ? "A column has no name"
                                    : "The network has a node column '" + title.text() + "' already; rename this one");
                }
                int column = c;
                List<Optional<Cell>> cells = found.stream()
                        .map(row -> row.map(one -> one.cells().get(column)))
                        .toList();
                Column values = values(title.text(), cells);
                result = result.withNodeColumn(values);
                commas += values.type() == Column.Type.DOUBLE ? commas(cells).size() : 0;
            }
        }
        if (commas > 0) {
            result = result.withFact("numbers with a decimal comma", "cells", commas);
        }
        return result.withFact("nodes without a row", "nodes", network.nodes() - matched)
                .withFact("rows without a node", "rows", rows.size() - matched);
    }

    private int column(String by) {
        List<String> names = head.cells().stream().map(Cell::text).toList();
        if (!names.contains(by)) {
            throw new InputException(head.place(), Names.unknown("column", by, names));
        }
        return names.indexOf(by);
    }

    private static Column values(String title, List<Optional<Cell>> cells) {
        String[] texts = new String[cells.size()];
        BitSet missing = new BitSet(texts.length);
        for (int v = 0; v < texts.length; v++) {
            texts[v] = cells.get(v).map(Cell::text).orElse("");
            missing.set(v, texts[v].isEmpty());
        }
        List<String> given =
                Arrays.stream(texts).filter(text -> !text.isEmpty()).toList();
        if (!given.isEmpty() && given.stream().allMatch(text -> text.equals("true") || text.equals("false"))) {
            boolean[] values = new boolean[texts.length];
            for (int v = 0; v < values.length; v++) {
                values[v] = texts[v].equals("true");
            }
            return Column.booleans(title, values, missing);
        }
        if (!given.isEmpty() && given.stream().allMatch(text -> text.matches("[+-]?[0-9]{1,18}"))) {
            long[] values = new long[texts.length];
            for (int v = 0; v < values.length; v++) {
                values[v] = missing.get(v) ? 0 : Long.parseLong(texts[v]);
            }
            return Column.integers(title, "", values, missing);
        }
        if (!given.isEmpty() && given.stream().allMatch(text -> isNumber(text) || DecimalComma.isNumber(text))) {
            checkCommas(given, commas(cells));
            double[] values = new double[texts.length];
            for (int v = 0; v < values.length; v++) {
                values[v] = missing.get(v) ? Double.NaN : Double.parseDouble(DecimalComma.withPoint(texts[v]));
            }
            return Column.doubles(title, "", values);
        }
        return Column.texts(title, texts, missing);
    }

    private static List<Cell> commas(List<Optional<Cell>> cells) {
        return cells.stream()
                .flatMap(Optional::stream)
                .filter(cell -> DecimalComma.isNumber(cell.text()))
                .toList();
    }

    private static void checkCommas(List<String> numbers, List<Cell> commas) {
        if (commas.isEmpty()) {
            return;
        }
        Cell first = commas.get(0);
        if (commas.stream().allMatch(cell -> DecimalComma.mayBeThousands(cell.text()))) {
            throw new InputException(
                    first.place(),
                    "The comma in '" + first.text()
                            + "' may be a decimal comma or separate thousands. Write decimal points.");
        }
        if (numbers.stream().anyMatch(text -> text.indexOf('.') >= 0)) {
            throw new InputException(
                    first.place(), "Found a number with a decimal comma, others have a point. Write decimal points.");
        }
    }

    private static boolean isNumber(String text) {
        return text.matches("[+-]?([0-9]++[.]?[0-9]*+|[.][0-9]+)([eE][+-]?[0-9]+)?");
    }
}
