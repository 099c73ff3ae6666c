package org.einfluss.api.findings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {
    @Test
    void tableHasTextsFirstThenNumbersRowByRow() {
        Rows rows = new Rows().text("point", "Design point").number("time", "steps", "Time");
        double[] values = {3};
        rows.add(List.of("a"), values);
        values[0] = 4; // the row was copied
        rows.add(List.of("b"), 5);
        assertEquals(2, rows.size());
        Table table = rows.table("course", "Course");
        assertEquals("b", table.column("point").textAt(1));
        assertArrayEquals(new double[] {3, 5}, table.column("time").toDoubles());
        assertEquals("steps", table.column("time").unit());
        assertEquals("Design point", table.column("point").meaning());
    }

    @Test
    void rowsThatDoNotFitAreRefused() {
        Rows rows = new Rows().number("time", "steps", "Time");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> rows.add(1, 2))
                .getMessage()
                .contains("1 numbers, found 0 and 2"));
    }
}
