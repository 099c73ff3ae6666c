package org.einfluss.formats.internal;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Source;

/**
 * The bytes of a source, unpacked when they begin like gzip whatever the name says; counts and cancels on the way. A name that ends
 * in {@code .gz} promises gzip: other content is refused, and so is what other programs have packed.
 */
public final class ByteSource implements Closeable {
    private static final int GZIP_BUFFER = 1 << 16;
    private static final int MAGIC = 4;

    private final Source source;
    private final Progress progress;
    private final long total;
    private final Counter raw;
    private final InputStream in;
    private final boolean gzip;
    private long count;

    /**
     * Opens a source at its beginning.
     *
     * @param source what to read
     * @param progress told how many of the source's own (packed) bytes are read
     * @throws IOException when it cannot be opened
     */
    public ByteSource(Source source, Progress progress) throws IOException {
        this(source, progress, false);
    }

    /**
     * Opens a source of text at its beginning, as UTF-8: text in UTF-16 (with a byte order mark) or in the encoding its user stated is
     * turned into it on the way.
     *
     * @param source what to read
     * @param progress told how many of the source's own (packed) bytes are read
     * @throws IOException when it cannot be opened
     */
    public static ByteSource ofText(Source source, Progress progress) throws IOException {
        return new ByteSource(source, progress, true);
    }

    private ByteSource(Source source, Progress progress, boolean text) throws IOException {
        this.source = source;
        this.progress = progress;
        total = source.file().isPresent() ? Files.size(source.file().get()) : 0;
        raw = new Counter(source.open());
        try {
            PushbackInputStream peek = new PushbackInputStream(raw, MAGIC);
            byte[] magic = peek.readNBytes(MAGIC);
            peek.unread(magic);
            gzip = begins(magic, 0x1f, 0x8b);
            refuseOthers(magic);
            InputStream unpacked = gzip ? new GZIPInputStream(peek, GZIP_BUFFER) : peek;
            in = text ? new Utf8Stream(unpacked, source.encoding()).stream() : unpacked;
        } catch (EOFException e) {
            raw.close();
            throw truncated(e);
        } catch (ZipException e) {
            raw.close();
            throw damaged(e);
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    private void refuseOthers(byte[] magic) {
        if (gzip) {
            return;
        }
        String program = begins(magic, 'P', 'K', 3, 4)
                ? "zip (or is a workbook)"
                : begins(magic, 'B', 'Z', 'h')
                        ? "bzip2"
                        : begins(magic, 0xfd, '7', 'z', 'X')
                                ? "xz"
                                : begins(magic, 0x28, 0xb5, 0x2f, 0xfd) ? "zstd" : "";
        if (!program.isEmpty()) {
            throw new InputException(source.name() + ": Expected text, plain or packed by gzip; this file is packed by "
                    + program + ". Unpack it first, or save it as text.");
        }
        if (isNamedGzip(source)) {
            throw new InputException(source.name() + ": Expected gzip data, as the name says, found "
                    + (magic.length == 0 ? "an empty file" : "something else")
                    + ". Fetch the file again, or leave out .gz if it is plain text.");
        }
    }

    private static boolean begins(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i == bytes.length || bytes[i] != (byte) magic[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns whether a source's name says that it is packed.
     *
     * @param source the source
     */
    public static boolean isNamedGzip(Source source) {
        return source.name().toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    /**
     * Returns whether a source's content begins like gzip.
     *
     * @param source the source
     * @throws IOException when it cannot be read
     */
    public static boolean isPacked(Source source) throws IOException {
        try (InputStream in = source.open()) {
            return begins(in.readNBytes(2), 0x1f, 0x8b);
        }
    }

    /** Returns whether the bytes are unpacked on the way. */
    public boolean isGzip() {
        return gzip;
    }

    /**
     * Fills a buffer as far as it can.
     *
     * @param buffer receives the bytes
     * @param from first position to fill
     * @param room most bytes to put there
     * @return how many bytes were put there; fewer than there is room only at the end
     * @throws IOException when the source cannot be read
     */
    public int fill(byte[] buffer, int from, int room) throws IOException {
        progress.checkCancelled();
        try {
            int filled = in.readNBytes(buffer, from, room);
            count += filled;
            progress.report(raw.count, total, "bytes read");
            return filled;
        } catch (EOFException e) {
            throw truncated(e);
        } catch (CharacterCodingException e) {
            throw new InputException(
                    source.name()
                            + ": The text is not in UTF-16, as its first bytes say, or not in the stated encoding."
                            + " State another one, or fetch the file again.",
                    e);
        } catch (ZipException e) {
            throw damaged(e);
        }
    }

    private InputException damaged(ZipException cause) {
        return new InputException(
                source.name() + ": The gzip data is damaged (" + cause.getMessage() + "). Fetch the file again.",
                cause);
    }

    /** Returns how many bytes were handed out. */
    public long count() {
        return count;
    }

    /** Returns the bytes as a stream; closing it closes this. */
    public InputStream stream() {
        return new InputStream() {
            private final byte[] buffer = new byte[1 << 16];
            private int position;
            private int limit;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (position == limit) {
                    position = 0;
                    limit = fill(buffer, 0, buffer.length);
                }
                if (limit == 0) {
                    return -1;
                }
                int part = Math.min(length, limit - position);
                System.arraycopy(buffer, position, target, offset, part);
                position += part;
                return part;
            }

            @Override
            public void close() throws IOException {
                ByteSource.this.close();
            }
        };
    }

    private InputException truncated(EOFException cause) throws IOException {
        return new InputException(
                new InputException.Place(source.name(), lastLine(), 0)
                        + ": The gzip data ends too early, the file was cut off. Fetch the file again.",
                cause);
    }

    /** The line in which cut off data end, by unpacking them once more; 0 where not even a first byte is there. */
    private int lastLine() throws IOException {
        int lines = 0;
        byte[] block = new byte[1 << 10];
        try (InputStream again = new GZIPInputStream(source.open())) {
            for (int count; (count = again.read(block)) >= 0; ) {
                lines = Math.max(lines, 1);
                for (int i = 0; i < count; i++) {
                    lines += block[i] == '\n' ? 1 : 0;
                }
            }
        } catch (EOFException end) {
            return lines;
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static final class Counter extends FilterInputStream {
        private long count;

        Counter(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
