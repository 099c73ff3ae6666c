package org.einfluss.workbench.shell;

import io.github.andrewauclair.moderndocking.DockingRegion;
import io.github.andrewauclair.moderndocking.api.WindowLayoutBuilderAPI;
import io.github.andrewauclair.moderndocking.app.WindowLayoutBuilder;
import io.github.andrewauclair.moderndocking.layouts.ApplicationLayout;
import java.util.List;
import java.util.Locale;

/** Which views stand where, for one kind of work. */
enum Perspective {
    /** Looking at datasets. */
    DATA(true, false),
    /** Planning and running. */
    EXPERIMENT(true, true),
    /** Reading what came out. */
    RESULTS(false, true);

    static final String EDITORS = "editors";
    static final String NAVIGATOR = "navigator";
    static final String PROPERTIES = "properties";
    static final String JOBS = "jobs";
    static final String CONSOLE = "console";
    static final String PROBLEMS = "problems";

    /** Views that stand side by side below the editors. */
    static final List<String> BOTTOM = List.of(JOBS, CONSOLE, PROBLEMS);

    static final double BOTTOM_SHARE = 0.24;
    static final double SIDE_SHARE = 0.2;

    private final boolean properties;
    private final boolean bottom;

    Perspective(boolean properties, boolean bottom) {
        this.properties = properties;
        this.bottom = bottom;
    }

    /** Returns its name in files and message keys. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns how the views stand at first. */
    ApplicationLayout layout() {
        WindowLayoutBuilderAPI layout = new WindowLayoutBuilder(EDITORS);
        if (bottom) {
            layout.dock(JOBS, EDITORS, DockingRegion.SOUTH, BOTTOM_SHARE)
                    .dock(CONSOLE, JOBS)
                    .dock(PROBLEMS, JOBS)
                    .display(JOBS);
        }
        if (properties) {
            layout.dockToRoot(PROPERTIES, DockingRegion.EAST, SIDE_SHARE);
        }
        layout.dockToRoot(NAVIGATOR, DockingRegion.WEST, SIDE_SHARE);
        return layout.buildApplicationLayout();
    }
}
