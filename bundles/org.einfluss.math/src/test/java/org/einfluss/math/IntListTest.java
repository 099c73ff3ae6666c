package org.einfluss.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IntListTest {
    @Test
    void valuesStayInTheOrderOfAdding() {
        IntList list = new IntList(0);
        for (int i = 0; i < 1_000; i++) {
            list.add(i * i);
        }
        assertEquals(1_000, list.size());
        assertEquals(961, list.get(31));
        assertEquals(998_001, list.array()[999]);
    }

    @Test
    void clearingKeepsTheArray() {
        IntList list = new IntList(4);
        list.add(7);
        int[] array = list.array();
        list.clear();
        assertTrue(list.isEmpty());
        list.add(8);
        assertSame(array, list.array());
        assertArrayEquals(new int[] {8}, list.toArray());
    }

    @Test
    void truncatingDropsTheEnd() {
        IntList list = new IntList();
        list.add(1);
        list.add(2);
        list.add(3);
        list.truncate(1);
        list.set(0, 5);
        assertArrayEquals(new int[] {5}, list.toArray());
        assertThrows(IllegalArgumentException.class, () -> list.truncate(2));
    }

    @Test
    void positionsOutsideTheListAreRefusedEvenInsideTheArray() {
        IntList list = new IntList(16);
        list.add(1);
        assertThrows(IndexOutOfBoundsException.class, () -> list.get(1));
        assertThrows(IndexOutOfBoundsException.class, () -> list.set(-1, 0));
    }

    @Test
    void reservedRoomIsNotReallocated() {
        IntList list = new IntList(0);
        list.ensureCapacity(100);
        int[] array = list.array();
        for (int i = 0; i < 100; i++) {
            list.add(i);
        }
        assertSame(array, list.array());
    }
}
