package org.einfluss.theory.gladwell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EffectsOfTheFewTest {
    @Test
    void factorsAreNamedAsInTheBook() {
        assertEquals("mavens", EffectsOfTheFew.name("prepare.plant-mavens.share"));
        assertEquals(
                "connectors × stickiness", EffectsOfTheFew.name("prepare.plant-connectors.share × model.stickiness"));
    }
}
