package org.einfluss.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.einfluss.api.InputException;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.junit.jupiter.api.function.Executable;

/** Sources of a test's own text. */
final class Texts {
    private Texts() {}

    static Source of(String name, String text) {
        return of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Source of(String name, byte[] bytes) {
        return new Source() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    static void assertWrong(String sentence, Executable action) {
        assertEquals(sentence, assertThrows(InputException.class, action).getMessage());
    }

    static Map<String, Long> losses(ImportReport report) {
        return report.losses().stream().collect(Collectors.toMap(ImportReport.Loss::what, ImportReport.Loss::count));
    }
}
