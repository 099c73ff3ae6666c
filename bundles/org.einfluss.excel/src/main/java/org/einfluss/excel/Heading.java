package org.einfluss.excel;

import org.einfluss.graph.Column;

/** Heading of a column: what it is called, its unit, what it means. */
record Heading(String name, String unit, String meaning) {
    static Heading of(Column column) {
        return new Heading(column.name(), column.unit(), column.meaning());
    }

    String label() {
        return unit.isEmpty() || unit.equals(name) ? name : name + " [" + unit + "]";
    }
}
