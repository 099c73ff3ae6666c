package org.einfluss.workbench.shell;

import io.github.andrewauclair.moderndocking.DockingRegion;
import io.github.andrewauclair.moderndocking.api.DockingStateAPI;
import io.github.andrewauclair.moderndocking.api.LayoutPersistenceAPI;
import io.github.andrewauclair.moderndocking.app.Docking;
import io.github.andrewauclair.moderndocking.app.RootDockingPanel;
import io.github.andrewauclair.moderndocking.exception.DockingLayoutException;
import io.github.andrewauclair.moderndocking.layouts.ApplicationLayout;
import io.github.andrewauclair.moderndocking.settings.Settings;
import java.awt.Dimension;
import java.awt.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.einfluss.workbench.texts.Texts;

/**
 * Where the views stand: the only class, with {@link ViewPane} and {@link Perspective}, that knows the docking library. Layouts are kept
 * per perspective.
 */
final class DockingArea {
    private final JFrame frame;
    private final Texts texts;
    private final Path folder;
    private final BiConsumer<String, Throwable> failed;
    private final RootDockingPanel root;
    // The library's static ways to these two remember the first frame for ever.
    private final DockingStateAPI state;
    private final LayoutPersistenceAPI files;
    private Optional<Perspective> present = Optional.empty();

    DockingArea(JFrame frame, Texts texts, Path folder, BiConsumer<String, Throwable> failed) {
        this.frame = frame;
        this.texts = texts;
        this.folder = folder;
        this.failed = failed;
        Docking.initialize(frame);
        Settings.setActiveHighlighterEnabled(false);
        root = new RootDockingPanel(frame);
        state = new DockingStateAPI(Docking.getSingleInstance()) {};
        files = new LayoutPersistenceAPI(Docking.getSingleInstance()) {};
    }

    JComponent component() {
        return root;
    }

    void add(String id, JComponent content) {
        new ViewPane(id, content, !id.equals(Perspective.EDITORS), texts);
    }

    Optional<Perspective> perspective() {
        return present;
    }

    /** Shows a perspective as the user left it. */
    void show(Perspective perspective) {
        save();
        present = Optional.of(perspective);
        Path file = file(perspective);
        if (Files.exists(file)) {
            try {
                apply(files.loadApplicationLayoutFromFile(file.toFile()));
                return;
            } catch (DockingLayoutException | RuntimeException unusable) {
                apply(perspective.layout());
                failed.accept(texts.text("problem.layout", file), unusable);
                return;
            }
        }
        apply(perspective.layout());
    }

    /** Forgets what the user moved in all perspectives. */
    void reset() {
        for (Perspective perspective : Perspective.values()) {
            try {
                Files.deleteIfExists(file(perspective));
            } catch (IOException kept) {
                failed.accept(texts.text("problem.layout", file(perspective)), kept);
            }
        }
        apply(present.orElse(Perspective.DATA).layout());
    }

    /** Brings a view to the front, and back if it was closed. */
    void show(String view) {
        if (!Docking.isDocked(view)) {
            Optional<String> beside = Perspective.BOTTOM.stream()
                    .filter(other -> Perspective.BOTTOM.contains(view) && Docking.isDocked(other))
                    .findFirst();
            if (beside.isPresent()) {
                Docking.dock(view, beside.get(), DockingRegion.CENTER);
            } else if (Perspective.BOTTOM.contains(view)) {
                Docking.dock(view, Perspective.EDITORS, DockingRegion.SOUTH, Perspective.BOTTOM_SHARE);
            } else {
                DockingRegion side = view.equals(Perspective.NAVIGATOR) ? DockingRegion.WEST : DockingRegion.EAST;
                Docking.dock(view, frame, side, Perspective.SIDE_SHARE);
            }
        }
        Docking.bringToFront(view);
    }

    void toggleMaximised(String view) {
        Docking.getDockables().stream()
                .filter(dockable -> dockable.getPersistentID().equals(view) && Docking.isDocked(dockable))
                .forEach(dockable -> {
                    if (Docking.isMaximized(dockable)) {
                        Docking.minimize(dockable);
                    } else {
                        Docking.maximize(dockable);
                    }
                });
    }

    /** Gives views that do not stand anywhere now the new look too. */
    void updateUI() {
        Docking.getDockables().stream()
                .filter(dockable -> !Docking.isDocked(dockable))
                .forEach(dockable -> SwingUtilities.updateComponentTreeUI((ViewPane) dockable));
    }

    /** Keeps where the views stand now. */
    void save() {
        present.ifPresent(perspective -> {
            try {
                Files.createDirectories(folder);
                files.saveLayoutToFile(file(perspective).toFile(), state.getApplicationLayout());
            } catch (IOException | DockingLayoutException | RuntimeException unwritable) {
                failed.accept(texts.text("problem.layout", file(perspective)), unwritable);
            }
        });
    }

    /** Takes all views out, so that another window can take them in. */
    void dispose() {
        Docking.deregisterAllDockables();
        Docking.deregisterAllDockingPanels();
        Docking.uninitialize();
    }

    /** The window itself stays where it is. */
    private void apply(ApplicationLayout layout) {
        Point location = frame.getLocation();
        Dimension size = frame.getSize();
        int extent = frame.getExtendedState();
        state.restoreApplicationLayout(layout);
        frame.setLocation(location);
        frame.setSize(size);
        frame.setExtendedState(extent);
        frame.revalidate();
        frame.repaint();
    }

    private Path file(Perspective perspective) {
        return folder.resolve("layout-" + perspective.id() + ".xml");
    }
}
