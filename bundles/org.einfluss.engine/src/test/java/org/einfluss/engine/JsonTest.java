package org.einfluss.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.einfluss.api.InputException;
import org.junit.jupiter.api.Test;

final class JsonTest {
    @Test
    void numbersThatAreNotFiniteBecomeNull() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("z", List.of(0.1, Double.NaN, 3));
        tree.put("a", Double.POSITIVE_INFINITY);
        tree.put("file", Path.of("x.csv"));
        assertEquals("""
                {
                  "z" : [
                    0.1,
                    null,
                    3
                  ],
                  "a" : null,
                  "file" : "x.csv"
                }
                """, Json.text(tree));
    }

    @Test
    void readingGivesBackWhatWasWritten() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("names", List.of("é\n\"", ""));
        tree.put("inner", Map.of("half", 0.5, "yes", true));
        assertEquals(tree, Json.read(Json.text(tree), "x.json"));
    }

    @Test
    void whatIsNoJsonIsRefusedWithTheFilesName() {
        InputException error = assertThrows(InputException.class, () -> Json.read("{\"a\": ", "study.json"));
        assertTrue(error.getMessage().startsWith("The file study.json cannot be read"), error.getMessage());
    }
}
