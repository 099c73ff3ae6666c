package org.einfluss.tck.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.einfluss.math.RandomStream;

/** Makes damaged files out of a good one: what transfers, editors, other programs and enemies do to files. */
final class Damage {
    private static final List<String> TOKENS = List.of(
            "99999999999999999999",
            "-1",
            "2147483647",
            "1000000000",
            "NaN",
            "Infinity",
            "-1e308",
            "1e999",
            "0x10",
            "\"",
            "'",
            "\\",
            "[",
            "]",
            "{",
            "}",
            "(",
            "<a>",
            "</",
            "&#0;",
            "&lol;",
            "<!DOCTYPE x [<!ENTITY lol \"lol\">]>",
            "<![CDATA[",
            "\u0000",
            "\r",
            "\n\n",
            "\t",
            ",,,,",
            ";",
            ":",
            "*",
            "%",
            "#",
            "\ufeff",
            "é",
            "😀");
    private static final int LONG = 2000;

    /** One damaged file in so many is in UTF-16. */
    private static final int WIDE = 10;

    private final byte[] whole;
    private final byte[] wide;
    private final RandomStream random;

    Damage(String example, RandomStream random) {
        whole = example.getBytes(StandardCharsets.UTF_8);
        wide = example.getBytes(StandardCharsets.UTF_16);
        this.random = random;
    }

    byte[] next() {
        byte[] bytes = random.nextInt(WIDE) == 0 ? wide : whole;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            bytes = damaged(bytes);
        }
        return random.nextInt(50) == 0 ? cutGzip(bytes) : bytes;
    }

    private byte[] damaged(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(40));
        switch (random.nextInt(7)) {
            case 0 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 1 -> {
                byte[] changed = bytes.clone();
                for (int hits = changed.length == 0 ? 0 : 1 + random.nextInt(5); hits > 0; hits--) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                return changed;
            }
            case 2 -> {
                return join(bytes, at, new byte[0], end);
            }
            case 3 -> {
                byte[] part = Arrays.copyOfRange(bytes, at, end);
                return join(bytes, at, repeated(part, random.nextInt(20)), at);
            }
            case 4 -> {
                byte[] token = TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
                return join(bytes, at, token, random.nextInt(2) == 0 ? at : end);
            }
            case 5 -> {
                byte[] token = TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
                return random.nextInt(10) == 0
                        ? join(bytes, at, repeated(token, LONG), at)
                        : join(bytes, at, token, at);
            }
            default -> {
                int from = random.nextInt(bytes.length + 1);
                return join(bytes, at, Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 60)), at);
            }
        }
    }

    private static byte[] join(byte[] bytes, int until, byte[] middle, int after) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, until);
        out.writeBytes(middle);
        out.write(bytes, after, bytes.length - after);
        return out.toByteArray();
    }

    private static byte[] repeated(byte[] part, int times) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private byte[] cutGzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] packed = out.toByteArray();
        return Arrays.copyOf(packed, random.nextInt(packed.length + 1));
    }
}
