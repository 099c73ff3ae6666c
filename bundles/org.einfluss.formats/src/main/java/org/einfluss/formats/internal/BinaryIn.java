package org.einfluss.formats.internal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Little-endian values from a file by way of a buffer, with a running checksum. */
public final class BinaryIn {
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C checksum = new CRC32C();
    private long left;

    /**
     * Reads from a channel from its position.
     *
     * @param channel what to read
     * @param length number of bytes to read
     */
    public BinaryIn(FileChannel channel, long length) {
        this.channel = channel;
        this.left = length;
        buffer.limit(0);
    }

    /** Reads a byte. */
    public byte nextByte() throws IOException {
        return need(1).get();
    }

    /** Reads an int. */
    public int nextInt() throws IOException {
        return need(Integer.BYTES).getInt();
    }

    /** Reads a number of things that take at least so many bytes each, so that a damaged one cannot ask for all memory. */
    public int nextCount(int bytesEach) throws IOException {
        int count = nextInt();
        if (count < 0 || (long) count * bytesEach > left + buffer.remaining()) {
            throw new EOFException("a count is too large");
        }
        return count;
    }

    /** Reads a long. */
    public long nextLong() throws IOException {
        return need(Long.BYTES).getLong();
    }

    /** Reads a double. */
    public double nextDouble() throws IOException {
        return need(Double.BYTES).getDouble();
    }

    /** Reads a text. */
    public String nextText() throws IOException {
        return new String(nextBytes(nextCount(1)), StandardCharsets.UTF_8);
    }

    /** Reads bytes. */
    public byte[] nextBytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        for (int from = 0; from < count; ) {
            int part = Math.min(count - from, need(1).remaining());
            buffer.get(bytes, from, part);
            from += part;
        }
        return bytes;
    }

    /** Reads ints. */
    public int[] nextInts(int count) throws IOException {
        int[] values = new int[count];
        for (int from = 0; from < count; ) {
            int part = Math.min(count - from, need(Integer.BYTES).remaining() / Integer.BYTES);
            buffer.asIntBuffer().get(values, from, part);
            buffer.position(buffer.position() + part * Integer.BYTES);
            from += part;
        }
        return values;
    }

    private ByteBuffer need(int bytes) throws IOException {
        if (buffer.remaining() >= bytes) {
            return buffer;
        }
        buffer.compact();
        int fresh = buffer.position();
        if (buffer.remaining() > left) {
            buffer.limit(fresh + (int) left);
        }
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // read until the buffer is full or the file ends
        }
        left -= buffer.position() - fresh;
        buffer.flip();
        checksum.update(buffer.duplicate().position(fresh));
        if (buffer.remaining() < bytes) {
            throw new EOFException("the file ends too early");
        }
        return buffer;
    }

    /** Returns whether everything was read. */
    public boolean isAtEnd() {
        return left == 0 && !buffer.hasRemaining();
    }

    /** Returns the checksum (CRC-32C) of all that was read. */
    public int checksum() {
        return (int) checksum.getValue();
    }
}
