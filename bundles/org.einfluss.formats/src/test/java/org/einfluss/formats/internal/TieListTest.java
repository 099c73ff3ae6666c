package org.einfluss.formats.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.einfluss.math.IntList;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;

class TieListTest {
    @Test
    void holdsWhatThreeListsHold() {
        TieList ties = new TieList();
        IntList from = new IntList();
        IntList to = new IntList();
        IntList lines = new IntList();
        RandomStream random = new RandomStream(3);
        int line = 0;
        for (int i = 0; i < 20_000; i++) {
            // Mostly a few lines on; now and then far on, back, or without a line.
            line = switch (random.nextInt(200)) {
                case 0 -> random.nextInt(Integer.MAX_VALUE);
                case 1 -> 0;
                default -> Math.min(line, Integer.MAX_VALUE - 10) + random.nextInt(10);
            };
            from.add(random.nextInt(1 << 30));
            to.add(-i);
            lines.add(line);
            ties.add(from.get(i), to.get(i), line);
        }
        assertEquals(from.size(), ties.size());
        for (int i = 0; i < ties.size(); i++) {
            assertEquals(from.get(i), ties.from(i));
            assertEquals(to.get(i), ties.to(i));
            assertEquals(lines.get(i), ties.line(i));
        }
        ties.forgetEnds();
        assertEquals(lines.get(12_345), ties.line(12_345));
        assertEquals(from.size(), ties.size());
    }
}
