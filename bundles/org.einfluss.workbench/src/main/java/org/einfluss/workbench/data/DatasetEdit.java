package org.einfluss.workbench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.einfluss.workbench.session.Intents;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.undo.CommandStack;

/** A dataset that was made from another. Undone, its folder lies aside in the window's own folder, so that nothing is lost. */
final class DatasetEdit implements CommandStack.Edit {
    private final Session session;
    private final Intents intents;
    private final String name;
    private final String label;

    DatasetEdit(Session session, Intents intents, String name, String label) {
        this.session = session;
        this.intents = intents;
        this.name = name;
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public void undo() {
        intents.closeEditor(DatasetEditor.key(name));
        move(made(), aside());
    }

    @Override
    public void redo() {
        if (move(aside(), made())) {
            intents.openDataset(name);
        }
    }

    private Path made() {
        return session.home().folder().resolve("datasets").resolve(name);
    }

    private Path aside() {
        return session.home().undone().resolve(name);
    }

    private boolean move(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            if (Files.exists(to)) {
                Files.move(to, to.resolveSibling(name + "-" + System.nanoTime()), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            intents.changed();
            return true;
        } catch (IOException stuck) {
            session.failed(label, stuck);
            return false;
        }
    }
}
