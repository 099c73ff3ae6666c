package org.einfluss.formats.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text as UTF-8: in UTF-16 where it begins with that byte order mark, else in the stated encoding, else as it is. */
final class Utf8Stream {
    private final InputStream stream;

    Utf8Stream(InputStream bytes, Optional<Charset> stated) throws IOException {
        PushbackInputStream peek = new PushbackInputStream(bytes, 2);
        byte[] mark = peek.readNBytes(2);
        boolean big = mark.length == 2 && mark[0] == (byte) 0xfe && mark[1] == (byte) 0xff;
        boolean little = mark.length == 2 && mark[0] == (byte) 0xff && mark[1] == (byte) 0xfe;
        if (!big && !little) {
            peek.unread(mark);
        }
        Charset charset = big
                ? StandardCharsets.UTF_16BE
                : little ? StandardCharsets.UTF_16LE : stated.orElse(StandardCharsets.UTF_8);
        stream = charset.equals(StandardCharsets.UTF_8) ? peek : new Transcoded(peek, charset);
    }

    InputStream stream() {
        return stream;
    }

    /** Throws a {@code CharacterCodingException} where bytes are no text in the encoding. */
    private static final class Transcoded extends InputStream {
        private final InputStream in;
        private final CharsetDecoder decoder;
        private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
        private final ByteBuffer source = ByteBuffer.allocate(1 << 14).flip();
        private final CharBuffer chars = CharBuffer.allocate(1 << 14).flip();
        private final ByteBuffer out = ByteBuffer.allocate(1 << 16).flip();
        private boolean ended;

        Transcoded(InputStream in, Charset charset) {
            this.in = in;
            decoder = charset.newDecoder();
        }

        @Override
        public int read() throws IOException {
            return fill() ? out.get() & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int part = Math.min(length, out.remaining());
            out.get(target, offset, part);
            return part;
        }

        private boolean fill() throws IOException {
            while (!out.hasRemaining()) {
                if (ended) {
                    return false;
                }
                source.compact();
                int read = in.read(source.array(), source.position(), source.remaining());
                source.position(source.position() + Math.max(0, read)).flip();
                ended = read < 0;
                chars.compact();
                CoderResult decoded = decoder.decode(source, chars, ended);
                if (decoded.isError()) {
                    decoded.throwException();
                }
                if (ended && decoded.isUnderflow()) {
                    decoder.flush(chars);
                }
                ended &= decoded.isUnderflow();
                chars.flip();
                out.clear();
                encoder.encode(chars, out, ended);
                out.flip();
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
