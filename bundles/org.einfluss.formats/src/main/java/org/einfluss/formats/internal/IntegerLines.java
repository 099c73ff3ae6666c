package org.einfluss.formats.internal;

import java.io.Closeable;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Source;
import org.einfluss.formats.EdgeListReader.Header;

/**
 * Lines of two whole numbers below 2³¹, parsed in blocks. Numbers are taken eight bytes at a time: a loop over digits mispredicts where
 * each number ends (measured on W5: 34 ns a line against 10). Whatever is not of this form (signs, leading zeros, quotes,
 * larger numbers, wrong lines) makes it give up, and the plain reader takes over, which also writes the messages.
 */
final class IntegerLines implements Closeable {
    /** Two numbers of ten digits, a delimiter and a line end, with room to spare; longer lines are given up. */
    private static final int LINE = 64;

    /** One digit more than the numbers allowed here can have. */
    private static final int TOO_LONG = 11;

    private static final long LARGEST = Integer.MAX_VALUE - 8;
    private static final int PADDING = Long.BYTES;
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ASCII_ZEROS = 0x3030303030303030L;
    private static final int EXAMPLES = 5;

    private final ByteSource bytes;
    private final byte[] buffer;
    private final byte delimiter;
    private boolean skipFirst;
    private int position;
    private int limit;
    private boolean ended;
    private boolean started;
    private boolean gaveUp;
    private long line;
    private long pairs;
    private long loops;
    private final List<Long> loopLines = new ArrayList<>();
    private long comments;
    private final List<Long> commentLines = new ArrayList<>();

    IntegerLines(Source source, EdgeListLayout layout, Progress progress) throws IOException {
        bytes = new ByteSource(source, progress);
        buffer = new byte[(source.file().isPresent() ? 1 << 20 : 1 << 16) + PADDING];
        delimiter = (byte) layout.delimiter();
        skipFirst = layout.header() != Header.NONE;
    }

    /** Parses lines into the arrays until they are full or the text ends; returns the number of pairs, 0 at the end. */
    int next(int[] first, int[] second) throws IOException {
        byte[] b = buffer;
        int count = 0;
        int p = position;
        long l = line;
        while (count < first.length) {
            if (limit - p < LINE && !ended) {
                position = p;
                refill();
                p = position;
            }
            if (p >= limit) {
                break;
            }
            byte c = b[p];
            if (c == ' ' && delimiter == ' ') {
                p++;
                continue;
            }
            if (c < '0' || c > '9' || skipFirst) {
                int after = special(p, c);
                if (after < 0) {
                    return giveUp();
                }
                p = after;
                l++;
                if (c == '#' || c == '%') {
                    comment(l);
                }
                continue;
            }
            long word = (long) EIGHT_BYTES.get(b, p) ^ ASCII_ZEROS;
            int digits = digits(word);
            long u = value(word, digits);
            int end = p + digits;
            if (digits == 8) {
                for (int digit; (digit = b[end] - '0') >= 0 && digit <= 9 && end - p < TOO_LONG; end++) {
                    u = u * 10 + digit;
                }
            }
            byte d = b[end];
            if (end - p == TOO_LONG || c == '0' && end - p > 1 || d != delimiter && d != '\t') {
                return giveUp();
            }
            p = end + 1;
            if (delimiter == ' ') {
                while (b[p] == ' ' || b[p] == '\t') {
                    p++;
                }
            } else if (d != delimiter) {
                return giveUp();
            }
            word = (long) EIGHT_BYTES.get(b, p) ^ ASCII_ZEROS;
            digits = digits(word);
            if (digits == 0) {
                return giveUp();
            }
            long v = value(word, digits);
            end = p + digits;
            if (digits == 8) {
                for (int digit; (digit = b[end] - '0') >= 0 && digit <= 9 && end - p < TOO_LONG; end++) {
                    v = v * 10 + digit;
                }
            }
            if (end - p == TOO_LONG || b[p] == '0' && end - p > 1 || u >= LARGEST || v >= LARGEST) {
                return giveUp();
            }
            p = end;
            while (delimiter == ' ' && (b[p] == ' ' || b[p] == '\t')) {
                p++;
            }
            if (b[p] == '\r') {
                p++;
            }
            // The byte at the limit is a line feed of our own: only at the end of the text does it end a line.
            if (b[p] != '\n' || p >= limit && !ended) {
                return giveUp();
            }
            p++;
            l++;
            if (u == v) {
                loop(l);
            }
            first[count] = (int) u;
            second[count++] = (int) v;
        }
        position = p;
        line = l;
        pairs += count;
        return count;
    }

    /** How many of the eight bytes, from the lowest, are digits; they were xored with '0', so digits are 0 to 9. */
    private static int digits(long word) {
        long others = (word + 0x0606060606060606L | word) & 0xf0f0f0f0f0f0f0f0L;
        return Long.numberOfTrailingZeros(others) >>> 3;
    }

    /** The number the first digits write: shifted so that they end in the highest byte, then added up in pairs. */
    private static long value(long word, int digits) {
        long aligned = digits == 0 ? 0 : word << (8 - digits << 3);
        long pairs = (aligned & 0x0f0f0f0f0f0f0f0fL) * 2561 >>> 8;
        long fours = (pairs & 0x00ff00ff00ff00ffL) * 6553601 >>> 16;
        return (fours & 0x0000ffff0000ffffL) * 42949672960001L >>> 32;
    }

    private int giveUp() {
        gaveUp = true;
        return 0;
    }

    private void comment(long where) {
        comments++;
        if (commentLines.size() < EXAMPLES) {
            commentLines.add(where);
        }
    }

    private void loop(long where) {
        loops++;
        if (loopLines.size() < EXAMPLES) {
            loopLines.add(where);
        }
    }

    /** Passes over a blank line, a comment, or the first line; returns the position after it or -1 to give up. */
    private int special(int from, byte c) throws IOException {
        boolean comment = c == '#' || c == '%';
        if (!comment && skipFirst && c != '\n' && c != '\r') {
            skipFirst = false;
            comment = true;
        }
        if (!comment && c != '\n' && c != '\r') {
            return -1;
        }
        int p = from;
        while (true) {
            while (p < limit && buffer[p] != '\n') {
                if (!comment && buffer[p] != '\r') {
                    return -1;
                }
                p++;
            }
            if (p < limit || ended) {
                return p + 1;
            }
            position = p;
            refill();
            p = position;
        }
    }

    private void refill() throws IOException {
        int rest = limit - position;
        System.arraycopy(buffer, position, buffer, 0, rest);
        int room = buffer.length - PADDING - rest;
        int read = bytes.fill(buffer, rest, room);
        ended = read < room;
        position = 0;
        limit = rest + read;
        Arrays.fill(buffer, limit, limit + PADDING, (byte) '\n');
        if (!started) {
            started = true;
            if (limit >= 3 && buffer[0] == (byte) 0xef && buffer[1] == (byte) 0xbb && buffer[2] == (byte) 0xbf) {
                position = 3;
            }
        }
    }

    /** Whether the text is not of this form after all. */
    boolean hasGivenUp() {
        return gaveUp;
    }

    /** How many bytes were read. */
    long bytes() {
        return bytes.count();
    }

    long pairs() {
        return pairs;
    }

    long loops() {
        return loops;
    }

    List<Long> loopLines() {
        return loopLines;
    }

    long comments() {
        return comments;
    }

    List<Long> commentLines() {
        return commentLines;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
