package org.einfluss.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.einfluss.api.InputException;
import org.einfluss.engine.catalog.Catalog;

/** Plug-ins of the running product. A service. Thread-safe. */
public interface Plugins {
    /**
     * Returns the plug-ins folder of a home.
     *
     * @param home the user's folder; its subfolder {@code plugins} is meant
     */
    PluginFolder folder(Path home);

    /**
     * Compiles a source and wraps it as a bundle; nothing is started.
     *
     * @param file a {@code .java} file, or one that a {@link SourceTranslator} understands
     * @throws IOException when it cannot be read
     */
    Compilation compile(Path file) throws IOException;

    /**
     * Starts a plug-in for a look at it, beside all others: its components enter no catalogue but the one returned here. The caller has
     * the user's agreement.
     *
     * @param file a jar or a source
     * @throws IOException when it cannot be read
     * @throws InputException when it cannot be started, with one line for each problem
     */
    Loaded load(Path file) throws IOException;

    /** A plug-in that was started for a look at it. */
    interface Loaded extends AutoCloseable {
        /** Returns its components, and no others. */
        Catalog catalog();

        /**
         * Returns its services of a type that no catalogue holds, for example chart views.
         *
         * @param type the service's interface
         * @param <T> the type
         */
        <T> List<T> services(Class<T> type);

        /** Takes it away again. */
        @Override
        void close();
    }
}
