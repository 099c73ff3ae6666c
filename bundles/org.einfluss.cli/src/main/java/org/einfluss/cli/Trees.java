package org.einfluss.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.engine.catalog.Entry;
import org.einfluss.engine.parameters.Parameter;
import org.einfluss.engine.parameters.ParameterSchema;
import org.einfluss.engine.parameters.ParameterType;
import org.einfluss.graph.Column;

/** Values as trees of maps, lists, texts and numbers, for output to programs. */
final class Trees {
    private Trees() {}

    static Map<String, Object> of(Entry entry) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", entry.id());
        tree.put("name", entry.name());
        tree.put("summary", entry.summary());
        tree.put("cite", entry.cite());
        tree.put("bundle", entry.origin().name());
        tree.put("version", entry.origin().version());
        return tree;
    }

    static Map<String, Object> of(Parameter parameter) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", parameter.name());
        tree.put("label", parameter.label());
        tree.put("type", parameter.type().expected());
        tree.put("unit", parameter.unit());
        tree.put("symbol", parameter.symbol());
        tree.put("range", parameter.range().toString());
        tree.put("default", parameter.initial().orElse(null));
        tree.put("help", parameter.help());
        if (parameter.type() instanceof ParameterType.Group group) {
            tree.put("parameters", of(group.schema()));
        }
        if (parameter.type() instanceof ParameterType.Alternatives kinds) {
            Map<String, Object> alternatives = new LinkedHashMap<>();
            kinds.schemas().forEach((kind, schema) -> alternatives.put(kind, of(schema)));
            tree.put("kinds", alternatives);
        }
        return tree;
    }

    private static List<Object> of(ParameterSchema schema) {
        List<Object> parameters = new ArrayList<>();
        schema.parameters().forEach(part -> parameters.add(of(part)));
        return parameters;
    }

    static Map<String, Object> of(DatasetDescriptor dataset) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", dataset.name());
        tree.put("title", dataset.title());
        tree.put("description", dataset.description());
        tree.put("source", dataset.source());
        tree.put("licence", dataset.licence());
        tree.put("citations", dataset.citations());
        tree.put("caveats", dataset.caveats());
        tree.put("sensitivity", dataset.sensitivity());
        tree.put("consent", dataset.consent());
        tree.put("retention", dataset.retention());
        tree.put("history", dataset.history());
        tree.put("hash", dataset.hash());
        return tree;
    }

    static Map<String, Object> of(Findings findings) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("kind", findings.kind());
        tree.put("title", findings.title());
        tree.put("headlines", findings.headlines().stream().map(Trees::of).toList());
        Map<String, Object> tables = new LinkedHashMap<>();
        findings.tables().forEach(table -> tables.put(table.name(), of(table)));
        tree.put("tables", tables);
        tree.put("notes", findings.notes());
        tree.put("citations", findings.citations());
        return tree;
    }

    static Map<String, Object> of(Findings.Headline headline) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("label", headline.label());
        tree.put("value", headline.value());
        tree.put("low", headline.low());
        tree.put("high", headline.high());
        tree.put("unit", headline.unit());
        tree.put("interval", headline.interval());
        return tree;
    }

    /** A table by columns, each with its unit and meaning. */
    private static Map<String, Object> of(Table table) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("title", table.title());
        List<Object> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", column.name());
            one.put("unit", column.unit());
            one.put("meaning", column.meaning());
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < column.size(); i++) {
                values.add(value(column, i));
            }
            one.put("values", values);
            columns.add(one);
        }
        tree.put("columns", columns);
        return tree;
    }

    private static Object value(Column column, int i) {
        if (column.isMissing(i)) {
            return null;
        }
        return switch (column.type()) {
            case DOUBLE -> column.doubleAt(i);
            case INTEGER -> column.longAt(i);
            case BOOLEAN -> column.booleanAt(i);
            case TEXT -> column.textAt(i);
        };
    }
}
