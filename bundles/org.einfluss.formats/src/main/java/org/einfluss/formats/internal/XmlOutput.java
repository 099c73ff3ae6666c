package org.einfluss.formats.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes XML in UTF-8, one element a line. */
public final class XmlOutput {
    private final Writer out;
    private boolean open;

    /**
     * Begins a file.
     *
     * @param bytes receives it; not closed
     * @throws IOException when it cannot be written
     */
    public XmlOutput(OutputStream bytes) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 1 << 16);
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /**
     * Begins an element.
     *
     * @param name its name
     * @param attributes names and values in turn
     */
    public void begin(String name, String... attributes) throws IOException {
        close();
        tag(name, attributes);
        open = true;
    }

    /** Ends an element that {@link #begin} began. */
    public void end(String name) throws IOException {
        if (open) {
            out.write("/>\n");
            open = false;
        } else {
            out.write("</" + name + ">\n");
        }
    }

    /** Writes an element without content. */
    public void empty(String name, String... attributes) throws IOException {
        close();
        tag(name, attributes);
        out.write("/>\n");
    }

    /** Writes an element with a text. */
    public void text(String name, String text, String... attributes) throws IOException {
        close();
        tag(name, attributes);
        out.write('>');
        escape(text, false);
        out.write("</" + name + ">\n");
    }

    private void close() throws IOException {
        if (open) {
            out.write(">\n");
            open = false;
        }
    }

    private void tag(String name, String... attributes) throws IOException {
        out.write('<');
        out.write(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.write(' ');
            out.write(attributes[i]);
            out.write("=\"");
            escape(attributes[i + 1], true);
            out.write('"');
        }
    }

    private void escape(String text, boolean quoted) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '&' -> out.write("&amp;");
                case '\r' -> out.write("&#13;");
                case '"' -> out.write(quoted ? "&quot;" : "\"");
                case '\n' -> out.write(quoted ? "&#10;" : "\n");
                case '\t' -> out.write(quoted ? "&#9;" : "\t");
                default -> out.write(c);
            }
        }
    }

    /** Hands everything on. */
    public void flush() throws IOException {
        out.flush();
    }
}
