package org.einfluss.workbench.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.einfluss.api.Progress;
import org.einfluss.engine.data.DerivedDataset;
import org.einfluss.engine.data.DerivedLibrary;
import org.einfluss.workbench.session.Intents;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.undo.CommandStack;

/** The last step of a derived dataset, taken back as {@code einfluss transform --undo} does. Undone, the step is there again. */
final class StepEdit implements CommandStack.Edit {
    private final Session session;
    private final Intents intents;
    private final String name;
    private final String label;
    private final Path file;
    private final String before;
    private final String after;

    /**
     * Takes the step back. Not on the event thread.
     *
     * @param session what all views share
     * @param intents told to show the dataset anew
     * @param name name of the dataset
     * @param label what the edit is called
     * @param progress told how far it is
     * @throws IOException when it cannot be written
     */
    StepEdit(Session session, Intents intents, String name, String label, Progress progress) throws IOException {
        this.session = session;
        this.intents = intents;
        this.name = name;
        this.label = label;
        file = session.home().folder().resolve("datasets").resolve(name).resolve(DerivedDataset.FILE);
        before = Files.readString(file, StandardCharsets.UTF_8);
        library(session).undo(name, progress);
        after = Files.readString(file, StandardCharsets.UTF_8);
    }

    /** Returns the datasets that are made from others. */
    static DerivedLibrary library(Session session) {
        return session.catalog().libraries().stream()
                .filter(DerivedLibrary.class::isInstance)
                .map(DerivedLibrary.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Shows the dataset as it is now. */
    void show() {
        intents.closeEditor(DatasetEditor.key(name));
        intents.changed();
        intents.openDataset(name);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public void undo() {
        write(before);
    }

    @Override
    public void redo() {
        write(after);
    }

    private void write(String text) {
        try {
            Path aside = file.resolveSibling(file.getFileName() + ".writing");
            Files.writeString(aside, text, StandardCharsets.UTF_8);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            show();
        } catch (IOException stuck) {
            session.failed(label, stuck);
        }
    }
}
