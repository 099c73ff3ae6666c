package org.einfluss.formats.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Little-endian values into a file by way of a buffer, with a running checksum. */
public final class BinaryOut {
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C checksum = new CRC32C();

    /** Writes to a channel from its position. */
    public BinaryOut(FileChannel channel) {
        this.channel = channel;
    }

    /** Writes a byte. */
    public void put(byte value) throws IOException {
        room(1).put(value);
    }

    /** Writes an int. */
    public void put(int value) throws IOException {
        room(Integer.BYTES).putInt(value);
    }

    /** Writes a long. */
    public void put(long value) throws IOException {
        room(Long.BYTES).putLong(value);
    }

    /** Writes a double. */
    public void put(double value) throws IOException {
        room(Double.BYTES).putDouble(value);
    }

    /** Writes a text: its length in bytes, then UTF-8. */
    public void put(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        put(bytes.length);
        put(bytes);
    }

    /** Writes bytes without their number. */
    public void put(byte[] bytes) throws IOException {
        for (int from = 0; from < bytes.length; ) {
            int part = Math.min(bytes.length - from, room(1).remaining());
            buffer.put(bytes, from, part);
            from += part;
        }
    }

    /** Writes ints without their number. */
    public void put(int[] values) throws IOException {
        for (int from = 0; from < values.length; ) {
            int part = Math.min(values.length - from, room(Integer.BYTES).remaining() / Integer.BYTES);
            buffer.asIntBuffer().put(values, from, part);
            buffer.position(buffer.position() + part * Integer.BYTES);
            from += part;
        }
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    /** Writes out what is in the buffer. */
    public void flush() throws IOException {
        buffer.flip();
        checksum.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    /** Returns the checksum (CRC-32C) of all that was flushed. */
    public int checksum() {
        return (int) checksum.getValue();
    }
}
