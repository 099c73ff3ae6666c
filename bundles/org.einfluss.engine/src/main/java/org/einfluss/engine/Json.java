package org.einfluss.engine.study;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.Map;
import org.einfluss.api.InputException;

/** JSON of maps, lists, texts and numbers, indented, the same bytes for the same content. */
final class Json {
    private Json() {}

    static String text(Map<String, Object> tree) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return JSON.std.with(printer).asString(tree) + "\n";
    }

    static Map<String, Object> read(String text, String name) {
        try {
            return JSON.std.mapFrom(text);
        } catch (IOException noJson) {
            throw new InputException("The file " + name + " cannot be read: " + noJson.getMessage(), noJson);
        }
    }
}
