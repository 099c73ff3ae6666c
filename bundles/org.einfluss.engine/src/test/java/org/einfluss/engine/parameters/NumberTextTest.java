package org.einfluss.engine.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "10000.0, 10000",
        "-2.50, -2.5",
        "1e-7, 1e-7",
        "0.000001, 0.000001",
        "1e14, 100000000000000",
        "1.5e15, 1.5e15",
        "-0.0, 0",
        "0.30000000000000004, 0.30000000000000004",
        "2e23, 2e23",
        "4.9e-324, 5e-324",
        "Infinity, inf",
        "-inf, -inf",
        "1.7976931348623157e308, 1.7976931348623157e308"
    })
    void writesTheFewestDigits(String given, String canonical) {
        assertEquals(canonical, NumberText.of(NumberText.parse(given)));
    }

    @Test
    void givesEveryNumberBack() {
        RandomStream random = new RandomStream(20260101);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (!Double.isNaN(value)) {
                assertEquals(value, NumberText.parse(NumberText.of(value)));
            }
        }
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThrows(NumberFormatException.class, () -> NumberText.parse("nan"));
        assertThrows(NumberFormatException.class, () -> NumberText.parse("1e999"));
        assertThrows(NumberFormatException.class, () -> NumberText.parse("0x10"));
        assertThrows(NumberFormatException.class, () -> NumberText.parse(""));
    }
}
