package org.einfluss.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

    @Test
    void readsEveryKindOfValue() {
        Object value = Json.read(
                "x.json", "{\"s\": \"a\", \"n\": -1.5e2, \"t\": true, \"f\": false, \"z\": null, \"l\": [1, {}, []]}");
        assertEquals(
                Map.of(
                        "s",
                        "a",
                        "n",
                        new BigDecimal("-1.5e2"),
                        "t",
                        true,
                        "f",
                        false,
                        "z",
                        Optional.empty(),
                        "l",
                        List.of(BigDecimal.ONE, Map.of(), List.of())),
                value);
    }

    @Test
    void keepsTheOrderOfKeys() {
        Map<?, ?> value = (Map<?, ?>) Json.read("x.json", "{\"zebra\": 1, \"ant\": 2, \"mule\": 3}");
        assertEquals("[zebra, ant, mule]", value.keySet().toString());
    }

    @Test
    void resolvesEscapes() {
        assertEquals("\"\\/\b\f\n\r\tä😀", Json.read("x.json", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4\\uD83D\\uDE00\""));
    }

    @Test
    void skipsCommentsAndByteOrderMark() {
        assertEquals(
                List.of(BigDecimal.ONE),
                Json.read("x.json", "\uFEFF// a line\n[ /* an\n aside */ 1 // the end\n] // no line end"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"a\": 1,\n \"a\": 2}`|`x.json, line 2, column 2: expected a key that is not there twice`",
                "`[1,]`|`x.json, line 1, column 4: expected another element after ','`",
                "`[1 2]`|`x.json, line 1, column 4: expected ','`",
                "`{\"a\" 1}`|`x.json, line 1, column 6: expected ':'`",
                "`{a: 1}`|`x.json, line 1, column 2: expected a key in double quotes`",
                "`[tru]`|`x.json, line 1, column 2: expected true, false or null`",
                "`\"abc`|`x.json, line 1, column 5: expected a closing double quote, found the end of the file`",
                "`\"\\x\"`|`x.json, line 1, column 3: expected one of`",
                "`\"\\u12g4\"`|`x.json, line 1, column 6: expected four hexadecimal digits`",
                "`{} {}`|`x.json, line 1, column 4: expected the end of the file`",
                "``|`x.json, line 1, column 1: expected a JSON value, found the end of the file`",
            })
    void namesThePlaceOfAnError(String text, String message) {
        LaunchException error = assertThrows(LaunchException.class, () -> Json.read("x.json", text));
        assertEquals(
                message,
                error.getMessage()
                        .substring(
                                0, Math.min(message.length(), error.getMessage().length())));
    }
}
