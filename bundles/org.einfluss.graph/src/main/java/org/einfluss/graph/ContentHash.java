package org.einfluss.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over values in one defined order: numbers little-endian, texts as length and UTF-8 bytes. */
final class ContentHash {
    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 13).order(ByteOrder.LITTLE_ENDIAN);

    ContentHash(String what) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
        digest.update(what.getBytes(StandardCharsets.UTF_8));
    }

    void add(boolean value) {
        room(1).put((byte) (value ? 1 : 0));
    }

    void add(int value) {
        room(Integer.BYTES).putInt(value);
    }

    void add(long value) {
        room(Long.BYTES).putLong(value);
    }

    /** All NaNs count as one; 0.0 and -0.0 differ. */
    void add(double value) {
        add(Double.doubleToLongBits(value));
    }

    void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        add(bytes);
    }

    void add(int[] values) {
        for (int value : values) {
            add(value);
        }
    }

    void add(byte[] bytes) {
        flush();
        digest.update(bytes);
    }

    byte[] sha256() {
        flush();
        return digest.digest();
    }

    static long first64(byte[] hash) {
        return ByteBuffer.wrap(hash).getLong();
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() {
        digest.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
