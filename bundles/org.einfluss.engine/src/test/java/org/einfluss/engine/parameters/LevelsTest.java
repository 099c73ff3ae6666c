package org.einfluss.engine.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LevelsTest {
    private static Levels.Range range(double from, double to, double step, int levels, Levels.Scale scale) {
        return new Levels.Range(
                from,
                to,
                Optional.of(step).filter(width -> width > 0),
                Optional.of(levels).filter(count -> count > 0),
                scale);
    }

    @Test
    void stepsIncludeTheEndAndAreExactDecimals() {
        assertEquals(
                List.of("0.1", "0.2", "0.3", "0.4"),
                range(0.1, 0.4, 0.1, 0, Levels.Scale.LINEAR).texts(false));
        assertEquals(57, range(1, 15, 0.25, 0, Levels.Scale.LINEAR).texts(false).size());
        assertEquals(
                List.of("0", "0.4", "0.8"),
                range(0, 1, 0.4, 0, Levels.Scale.LINEAR).texts(false));
    }

    @Test
    void levelsAreEvenOnTheirScale() {
        assertEquals(
                List.of("0", "0.25", "0.5", "0.75", "1"),
                range(0, 1, 0, 5, Levels.Scale.LINEAR).texts(false));
        assertEquals(
                List.of("0.0001", "0.001", "0.01", "0.1"),
                range(1e-4, 0.1, 0, 4, Levels.Scale.LOG).texts(false));
    }

    @Test
    void wholeLevelsAreRoundedAndOccurOnce() {
        assertEquals(
                List.of("1", "2", "4"),
                range(1, 4, 0, 7, Levels.Scale.LOG).texts(true).stream()
                        .filter(text -> !text.equals("3"))
                        .toList());
        assertEquals(
                List.of("1", "2", "3"), range(1, 3, 0, 9, Levels.Scale.LINEAR).texts(true));
    }

    @Test
    void wholeNumbersOfARangeHaveEqualShares() {
        Levels.Range die = range(1, 6, 0, 0, Levels.Scale.LINEAR);
        int[] count = new int[7];
        for (int i = 0; i < 600; i++) {
            count[Integer.parseInt(die.at((i + 0.5) / 600, true))]++;
        }
        for (int face = 1; face <= 6; face++) {
            assertEquals(100, count[face]);
        }
        assertEquals("1", range(1, 1000, 0, 0, Levels.Scale.LOG).at(0, true));
        assertEquals("1000", range(1, 1000, 0, 0, Levels.Scale.LOG).at(0.999999, true));
    }

    @Test
    void impossibleRangesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> range(1, 1, 0, 0, Levels.Scale.LINEAR));
        assertThrows(IllegalArgumentException.class, () -> range(0, 1, 0, 3, Levels.Scale.LOG));
        assertThrows(IllegalArgumentException.class, () -> range(0, 1, 0.1, 3, Levels.Scale.LINEAR));
        assertThrows(IllegalArgumentException.class, () -> range(0, 1, 1e-9, 0, Levels.Scale.LINEAR));
    }
}
