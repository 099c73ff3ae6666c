package org.einfluss.formats.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Source;

/** Text character by character, with the place of each; for formats in which lines mean nothing. */
public final class CharInput implements Closeable {
    /** What {@link #peek} and {@link #next} return at the end. */
    public static final int END = -1;

    private final String file;
    private final ByteSource bytes;
    private final Reader reader;
    private final char[] buffer = new char[1 << 14];
    private int position;
    private int limit;
    private int line = 1;
    private int column = 1;

    /**
     * Opens a text.
     *
     * @param source what to read
     * @param progress told how far it is
     * @throws IOException when it cannot be opened
     */
    public CharInput(Source source, Progress progress) throws IOException {
        file = source.name();
        bytes = ByteSource.ofText(source, progress);
        reader = new InputStreamReader(bytes.stream(), StandardCharsets.UTF_8.newDecoder());
        if (peek() == '\ufeff') {
            position++;
        }
    }

    /** Returns the next character without going on. */
    public int peek() throws IOException {
        if (position == limit) {
            fill();
        }
        return position < limit ? buffer[position] : END;
    }

    private void fill() throws IOException {
        try {
            limit = Math.max(0, reader.read(buffer, 0, buffer.length));
            position = 0;
        } catch (CharacterCodingException e) {
            throw new InputException(
                    place(),
                    "Expected text in UTF-8, found other bytes. Save the file as UTF-8, or state its encoding"
                            + " (import --encoding latin-1).");
        }
    }

    /** Returns the next character and goes on. */
    public int next() throws IOException {
        int c = peek();
        if (c != END) {
            position++;
            if (c == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        return c;
    }

    /** Passes over blanks and line ends. */
    public void skipBlanks() throws IOException {
        for (int c = peek(); c == ' ' || c == '\t' || c == '\n' || c == '\r'; c = peek()) {
            next();
        }
    }

    /** Passes over the rest of the line. */
    public void skipLine() throws IOException {
        for (int c = peek(); c != '\n' && c != '\r' && c != END; c = peek()) {
            next();
        }
    }

    /** Returns where the next character is. */
    public InputException.Place place() {
        return new InputException.Place(file, line, column);
    }

    /** Returns the line of the next character. */
    public int line() {
        return line;
    }

    /** Returns how many bytes were read so far, unpacked. */
    public long bytes() {
        return bytes.count();
    }

    /**
     * Makes the exception for something else than expected.
     *
     * @param expected what was expected
     */
    public InputException wrong(String expected) throws IOException {
        int c = peek();
        if (c == 0) {
            return zeroByte(place());
        }
        return new InputException(
                place(),
                "Expected " + expected + ", found " + (c == END ? "the end of the file" : "'" + (char) c + "'")
                        + ". Correct it.");
    }

    /** Makes the exception for what is no text, or text in UTF-16 that does not say so. */
    static InputException zeroByte(InputException.Place place) {
        return new InputException(
                place,
                "Expected text in UTF-8, found a zero byte, as in UTF-16 or in files that are no text. Save the file as UTF-8,"
                        + " or state its encoding (import --encoding utf-16le).");
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
