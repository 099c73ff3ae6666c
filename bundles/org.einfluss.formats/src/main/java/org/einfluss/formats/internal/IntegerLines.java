package org.einfluss.formats.internal;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Source;
import org.einfluss.formats.EdgeListReader.Header;

/**
 * Lines of two whole numbers below 2³¹, parsed byte by byte in blocks. Whatever is not of this form (signs, leading zeros, quotes,
 * larger numbers, wrong lines) makes it give up, and the plain reader takes over, which also writes the messages.
 */
final class IntegerLines implements Closeable {
    /** Two numbers of ten digits, a delimiter and a line end, with room to spare; longer lines are given up. */
    private static final int LINE = 64;

    private static final int EXAMPLES = 5;

    private final ByteSource bytes;
    private final byte[] buffer = new byte[(1 << 20) + 1];
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

    IntegerLines(Source source, EdgeListLayout layout, Progress progress) throws IOException {
        bytes = new ByteSource(source, progress);
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
                continue;
            }
            long u = c - '0';
            int begin = p++;
            int digit;
            while ((digit = b[p] - '0') >= 0 && digit <= 9) {
                u = u * 10 + digit;
                p++;
            }
            if (p - begin > 10 || b[begin] == '0' && p - begin > 1 || b[p] != delimiter && b[p] != '\t') {
                return giveUp();
            }
            if (delimiter == ' ') {
                do {
                    p++;
                } while (b[p] == ' ' || b[p] == '\t');
            } else if (b[p++] != delimiter) {
                return giveUp();
            }
            begin = p;
            long v = 0;
            while ((digit = b[p] - '0') >= 0 && digit <= 9) {
                v = v * 10 + digit;
                p++;
            }
            int digits = p - begin;
            if (digits == 0 || digits > 10 || b[begin] == '0' && digits > 1 || (u | v) >= Integer.MAX_VALUE - 8) {
                return giveUp();
            }
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

    private int giveUp() {
        gaveUp = true;
        return 0;
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
        int room = buffer.length - 1 - rest;
        int read = bytes.fill(buffer, rest, room);
        ended = read < room;
        position = 0;
        limit = rest + read;
        buffer[limit] = '\n';
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

    long pairs() {
        return pairs;
    }

    long loops() {
        return loops;
    }

    List<Long> loopLines() {
        return loopLines;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
