package org.einfluss.engine;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.einfluss.api.InputException;

/** JSON of maps, lists, texts, numbers and truth values, indented; the same content in the same order gives the same bytes. */
public final class Json {
    private Json() {}

    /**
     * Returns the text of a tree, with a line break at its end.
     *
     * @param tree what to write; numbers that are not finite become null, since JSON has no others; paths become texts
     */
    public static String text(Map<String, ?> tree) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        try {
            return JSON.std
                            .with(JSON.Feature.WRITE_NULL_PROPERTIES)
                            .with(printer)
                            .asString(plain(tree)) + "\n";
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // nothing but memory is written to
        }
    }

    /**
     * Reads an object.
     *
     * @param text the text
     * @param name what it is called in messages
     * @return its content, in the text's order
     * @throws InputException when it is no JSON object
     */
    public static Map<String, Object> read(String text, String name) {
        try {
            return JSON.std.mapFrom(text);
        } catch (IOException noJson) {
            throw new InputException("The file " + name + " cannot be read: " + noJson.getMessage(), noJson);
        }
    }

    private static Object plain(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, value) -> plain.put(key.toString(), plain(value)));
            return plain;
        }
        if (tree instanceof Collection<?> items) {
            List<Object> plain = new ArrayList<>();
            items.forEach(item -> plain.add(plain(item)));
            return plain;
        }
        if (tree instanceof Double number && !Double.isFinite(number)
                || tree instanceof Float single && !Float.isFinite(single)) {
            return null;
        }
        return tree instanceof Path path ? path.toString() : tree;
    }
}
