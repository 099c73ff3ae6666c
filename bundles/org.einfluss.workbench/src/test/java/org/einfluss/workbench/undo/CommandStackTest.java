package org.einfluss.workbench.undo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandStackTest {
    private final CommandStack stack = new CommandStack();
    private String text = "";

    private final class Append implements CommandStack.Edit {
        private final String before = text;
        private final String after;

        Append(String letters) {
            after = text + letters;
            text = after;
        }

        @Override
        public String label() {
            return after;
        }

        @Override
        public void undo() {
            text = before;
        }

        @Override
        public void redo() {
            text = after;
        }
    }

    @Test
    void editsAreTakenBackAndMadeAgainInOrder() {
        stack.made(new Append("a"));
        stack.made(new Append("b"));
        stack.undo();
        assertEquals("a", text);
        stack.undo();
        assertEquals("", text);
        stack.redo();
        stack.redo();
        assertEquals("ab", text);
        assertEquals(Optional.empty(), stack.redoable());
        assertEquals(Optional.of("ab"), stack.undoable());
    }

    @Test
    void aNewEditForgetsWhatWasUndone() {
        stack.made(new Append("a"));
        stack.undo();
        stack.made(new Append("c"));
        stack.redo();
        assertEquals("c", text);
    }

    @Test
    void nothingHappensWhenThereIsNothingToUndo() {
        stack.undo();
        stack.redo();
        assertEquals("", text);
    }
}
