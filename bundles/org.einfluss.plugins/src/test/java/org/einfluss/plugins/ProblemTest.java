package org.einfluss.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.einfluss.api.InputException.Place;
import org.junit.jupiter.api.Test;

final class ProblemTest {
    @Test
    void showsTheLineWithACaretBelowTheColumn() {
        Problem problem = new Problem(new Place("MyModel.java", 8, 11), "';' expected", "\tint n = 1");
        assertEquals("MyModel.java:8:11: ';' expected\n  \tint n = 1\n  \t         ^", problem.toString());
    }

    @Test
    void tellsOfAWholeFileInOneLine() {
        assertEquals(
                "MyModel.java: It is empty.",
                Problem.of("MyModel.java", "It is empty.").toString());
    }
}
