package org.einfluss.workbench.undo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The edits that can be undone and redone, in the order made. The oldest are forgotten. Used on the event thread only. */
public final class CommandStack {
    private static final int MOST = 500;

    private final Deque<Edit> done = new ArrayDeque<>();
    private final Deque<Edit> undone = new ArrayDeque<>();

    /** A change that was made. */
    public interface Edit {
        /** Returns what it is called in the menu. */
        String label();

        /** Takes it back. */
        void undo();

        /** Makes it again. */
        void redo();

        /**
         * Returns one edit that does both, when the other followed so closely that they are one to a user, such as two letters typed.
         *
         * @param next the edit after this
         */
        default Optional<Edit> with(Edit next) {
            return Optional.empty();
        }
    }

    /**
     * Remembers an edit that was just made; what was undone before can no longer be redone.
     *
     * @param edit the edit
     */
    public void made(Edit edit) {
        undone.clear();
        Optional<Edit> both = done.isEmpty() ? Optional.empty() : done.peek().with(edit);
        if (both.isPresent()) {
            done.pop();
        }
        done.push(both.orElse(edit));
        if (done.size() > MOST) {
            done.removeLast();
        }
    }

    /** Returns the label of what would be undone. */
    public Optional<String> undoable() {
        return Optional.ofNullable(done.peek()).map(Edit::label);
    }

    /** Returns the label of what would be redone. */
    public Optional<String> redoable() {
        return Optional.ofNullable(undone.peek()).map(Edit::label);
    }

    /** Takes back the last edit, if there is one. */
    public void undo() {
        if (!done.isEmpty()) {
            Edit edit = done.pop();
            edit.undo();
            undone.push(edit);
        }
    }

    /** Makes the edit again that was undone last, if there is one. */
    public void redo() {
        if (!undone.isEmpty()) {
            Edit edit = undone.pop();
            edit.redo();
            done.push(edit);
        }
    }
}
