package org.einfluss.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class ColumnTest {
    @Test
    void doublesAreMissingWhereTheyAreNaN() {
        Column column = Column.doubles("credibility", "share", new double[] {0.5, Double.NaN});
        assertEquals(0.5, column.doubleAt(0));
        assertTrue(column.isMissing(1));
        assertEquals("", column.textAt(1));
        assertEquals(1, column.missing());
        assertEquals("credibility [share]", column.label());
    }

    @Test
    void integersKeepAllTheirDigits() {
        Column column = Column.integers("account", "", new long[] {9_007_199_254_740_993L, 5}, bits(1));
        assertEquals(9_007_199_254_740_993L, column.longAt(0));
        assertEquals("9007199254740993", column.textAt(0));
        assertTrue(Double.isNaN(column.doubleAt(1)));
        assertEquals("account", column.label());
    }

    @Test
    void textsAndTruthValuesMayBeMissing() {
        Column role = Column.texts("role", new String[] {"maven", "?"}, bits(1));
        assertEquals("maven", role.textAt(0));
        assertEquals("", role.textAt(1));
        Column expert = Column.booleans("expert", new boolean[] {true, false, true}, bits(2));
        assertTrue(expert.booleanAt(0));
        assertEquals(0, expert.doubleAt(1));
        assertTrue(expert.isMissing(2));
        assertArrayEquals(new double[] {1, 0, Double.NaN}, expert.toDoubles());
    }

    @Test
    void whatStandsAtAMissingPositionDoesNotMatter() {
        assertEquals(
                Column.integers("a", "", new long[] {1, 7}, bits(1)),
                Column.integers("a", "", new long[] {1, 8}, bits(1)));
        assertNotEquals(
                Column.integers("a", "", new long[] {1, 0}, bits(1)), Column.integers("a", "", new long[] {1, 0}));
    }

    @Test
    void laterChangesOfTheCallersArrayDoNotShow() {
        double[] values = {1, 2};
        Column column = Column.doubles("x", "", values);
        values[0] = 9;
        column.toDoubles()[1] = 9;
        assertEquals(1, column.doubleAt(0));
        assertEquals(2, column.doubleAt(1));
    }

    @Test
    void meaningsDescribeWithoutChangingTheValues() {
        Column column = Column.doubles("time", "days", new double[] {3}).withMeaning("day of adoption");
        assertEquals("day of adoption", column.meaning());
        assertEquals(3, column.withName("day").doubleAt(0));
        assertEquals("day", column.withName("day").name());
        assertEquals("days", column.unit());
    }

    @Test
    void questionsOfTheWrongTypeAreRefused() {
        Column role = Column.texts("role", new String[] {"maven"});
        assertTrue(assertThrows(IllegalStateException.class, () -> role.doubleAt(0))
                .getMessage()
                .contains("role"));
        assertThrows(IllegalStateException.class, () -> role.longAt(0));
        assertThrows(IllegalStateException.class, () -> role.booleanAt(0));
        assertThrows(IllegalArgumentException.class, () -> Column.texts("role", new String[] {null}));
        assertThrows(IllegalArgumentException.class, () -> Column.texts(" ", new String[] {"x"}));
        assertThrows(IllegalArgumentException.class, () -> Column.integers("a", "", new long[1], bits(1)));
    }

    private static BitSet bits(int position) {
        BitSet bits = new BitSet();
        bits.set(position);
        return bits;
    }
}
