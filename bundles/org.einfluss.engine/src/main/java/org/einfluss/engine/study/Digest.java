package org.einfluss.engine.study;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.einfluss.api.Variable;
import org.einfluss.api.study.Events;
import org.einfluss.api.study.Observations;

/**
 * SHA-256 over the canonical values of the sorted rows of a study, and of its adoption log where one was recorded.
 *
 * <p>What is hashed, all numbers big-endian, texts as UTF-8 after their length in bytes (int): the number of variables (int) and their
 * names; of each row point, draw, run, step (int), time (double), the name of the stop, the failure, the values (double); of each event
 * point, draw, run (int), time (double), node, from, to, cause (int). All NaN count as one, and -0.0 as 0.0. Independent of how rows are
 * stored. <b>File format.</b>
 */
public final class Digest {
    private static final int FLUSH = 1 << 16;
    private static final int MOST_REASONS = 20;

    private final MessageDigest sha = sha256();
    private final byte[][] stopNames = new byte[Observations.Stop.values().length][];
    private byte[] buffer = new byte[2 * FLUSH];
    private int used;

    private Digest() {
        for (Observations.Stop stop : Observations.Stop.values()) {
            stopNames[stop.ordinal()] = stop.name().getBytes(StandardCharsets.UTF_8);
        }
    }

    /**
     * Computes the digest; reads both cursors to their ends.
     *
     * @param variables the variables of the rows
     * @param rows the sorted rows
     * @param events the sorted events, perhaps none
     * @return 64 hexadecimal digits
     */
    public static String of(List<Variable> variables, Observations rows, Events events) {
        return summary(variables, rows, events).digest();
    }

    /** What one pass over the rows of a study tells. */
    record Summary(String digest, long runs, long failed, long censored, Map<String, Long> failures) {}

    static Summary summary(List<Variable> variables, Observations rows, Events events) {
        Digest digest = new Digest();
        long[] stops = new long[Observations.Stop.values().length];
        Map<String, Long> failures = new LinkedHashMap<>();
        digest.add(variables.size());
        for (Variable variable : variables) {
            digest.add(variable.name().getBytes(StandardCharsets.UTF_8));
        }
        while (rows.next()) {
            digest.add(rows.point());
            digest.add(rows.draw());
            digest.add(rows.run());
            digest.add(rows.step());
            digest.add(rows.time());
            Observations.Stop stop = rows.stop();
            String failure = rows.failure();
            stops[stop.ordinal()]++;
            if (stop == Observations.Stop.FAILED && (failures.containsKey(failure) || failures.size() < MOST_REASONS)) {
                failures.merge(failure, 1L, Long::sum);
            }
            digest.add(digest.stopNames[stop.ordinal()]);
            digest.add(failure.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < variables.size(); i++) {
                digest.add(rows.value(i));
            }
        }
        while (events.next()) {
            digest.add(events.point());
            digest.add(events.draw());
            digest.add(events.run());
            digest.add(events.time());
            digest.add(events.node());
            digest.add(events.from());
            digest.add(events.to());
            digest.add(events.cause());
        }
        digest.flush();
        long runs = 0;
        for (Observations.Stop stop : Observations.Stop.values()) {
            runs += stop == Observations.Stop.RUNNING ? 0 : stops[stop.ordinal()];
        }
        return new Summary(
                HexFormat.of().formatHex(digest.sha.digest()),
                runs,
                stops[Observations.Stop.FAILED.ordinal()],
                stops[Observations.Stop.CENSORED.ordinal()] + stops[Observations.Stop.STEP_LIMIT.ordinal()],
                failures);
    }

    /**
     * Computes SHA-256.
     *
     * @param content any bytes
     * @return 64 hexadecimal digits
     */
    public static String of(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private void add(int value) {
        ensure(Integer.BYTES);
        for (int shift = 24; shift >= 0; shift -= 8) {
            buffer[used++] = (byte) (value >>> shift);
        }
    }

    private void add(double value) {
        long bits = Double.doubleToLongBits(value == 0 ? 0.0 : value);
        add((int) (bits >>> 32));
        add((int) bits);
    }

    private void add(byte[] text) {
        add(text.length);
        ensure(text.length);
        System.arraycopy(text, 0, buffer, used, text.length);
        used += text.length;
    }

    private void ensure(int bytes) {
        if (used > FLUSH) {
            flush();
        }
        if (bytes > buffer.length - used) {
            flush();
            if (bytes > buffer.length) {
                buffer = new byte[bytes];
            }
        }
    }

    private void flush() {
        sha.update(buffer, 0, used);
        used = 0;
    }
}
