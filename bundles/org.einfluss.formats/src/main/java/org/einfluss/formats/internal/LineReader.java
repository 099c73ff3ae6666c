package org.einfluss.formats.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Source;

/**
 * Lines of text, numbered from 1; ended by line feeds, carriage returns or both. UTF-8 unless a byte order mark or the source's user says
 * otherwise.
 */
public final class LineReader implements Closeable {
    /** Longest line in bytes; a longer one is no table. */
    public static final int LONGEST = 1 << 20;

    private final Source source;
    private final ByteSource bytes;
    private byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private int start;
    private int stop;
    private int line;
    private boolean ended;

    /**
     * Opens a text.
     *
     * @param source what to read
     * @param progress told how far it is
     * @throws IOException when it cannot be opened
     */
    public LineReader(Source source, Progress progress) throws IOException {
        this.source = source;
        bytes = ByteSource.ofText(source, progress);
    }

    /**
     * Goes to the next line.
     *
     * @return whether there is one; {@link #text} decodes it
     * @throws IOException when the source cannot be read
     */
    public boolean next() throws IOException {
        int end = find();
        if (end < 0) {
            if (from == to) {
                return false;
            }
            end = to;
        }
        line++;
        if (end - from > LONGEST) {
            throw new InputException(
                    place(0),
                    "Expected lines of at most " + LONGEST + " bytes, this one is longer. Is it a text file?");
        }
        start = from;
        stop = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
        from = Math.min(end + 1, to);
        if (line == 1
                && stop - start >= 3
                && buffer[start] == (byte) 0xef
                && buffer[start + 1] == (byte) 0xbb
                && buffer[start + 2] == (byte) 0xbf) {
            start += 3;
        }
        return true;
    }

    /** Finds the end of the line that begins at {@code from}, refilling as needed; -1 when it ends with the text. */
    private int find() throws IOException {
        int searched = from;
        while (true) {
            int i = searched;
            for (; i < to; i++) {
                byte b = buffer[i];
                // A carriage return alone ends a line too; whether it is alone is seen in the next byte.
                if (b == '\n' || b == '\r' && (i + 1 < to ? buffer[i + 1] != '\n' : ended)) {
                    return i;
                }
                if (b == '\r' && i + 1 == to) {
                    break;
                }
            }
            if (ended || to - from > LONGEST) {
                return -1;
            }
            searched = i - from;
            byte[] larger = to - from > buffer.length / 2 ? new byte[2 * buffer.length] : buffer;
            System.arraycopy(buffer, from, larger, 0, to - from);
            buffer = larger;
            to -= from;
            from = 0;
            int read = bytes.fill(buffer, to, buffer.length - to);
            ended = to + read < buffer.length;
            to += read;
        }
    }

    /** Returns the current line's text. */
    public String text() {
        for (int i = start; i < stop; i++) {
            if (buffer[i] == 0) {
                throw CharInput.zeroByte(place(0));
            }
            if (buffer[i] < 0) {
                try {
                    return StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(buffer, start, stop - start))
                            .toString();
                } catch (CharacterCodingException e) {
                    throw new InputException(
                            place(0),
                            "Expected text in UTF-8, found other bytes. Save the file as UTF-8, or state its encoding"
                                    + " (import --encoding latin-1).");
                }
            }
        }
        return new String(buffer, start, stop - start, StandardCharsets.US_ASCII);
    }

    /** Returns whether the current line holds nothing but blanks, or is a comment begun by {@code #} or {@code %}. */
    public boolean isEmptyOrComment() {
        for (int i = start; i < stop; i++) {
            byte b = buffer[i];
            if (b != ' ' && b != '\t') {
                return b == '#' || b == '%';
            }
        }
        return true;
    }

    /** Returns whether the current line holds nothing but blanks. */
    public boolean isEmpty() {
        for (int i = start; i < stop; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Returns how many bytes were read so far, unpacked. */
    public long bytes() {
        return bytes.count();
    }

    /** Returns the number of the current line, the first is 1. */
    public int line() {
        return line;
    }

    /**
     * Returns a place in the current line.
     *
     * @param column column from 1, or 0 for the line as a whole
     */
    public InputException.Place place(int column) {
        return new InputException.Place(source.name(), line, column);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
