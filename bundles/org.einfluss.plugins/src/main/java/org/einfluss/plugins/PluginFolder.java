package org.einfluss.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The plug-ins folder of a home. Thread-safe. */
public interface PluginFolder {
    /** Returns the folder; it need not exist. */
    Path path();

    /**
     * Brings what lies in the folder to life: compiles, starts, replaces and takes away whatever changed since the last time. What is
     * already live costs a look at the file. A catalogue taken before keeps the code it was taken with.
     *
     * @return every file, sorted by name
     * @throws IOException when the folder cannot be read
     */
    List<Plugin> refresh() throws IOException;

    /**
     * Refreshes whenever a file changes, until closed; closing waits for a refresh that is going on, 5 s at most.
     *
     * @param changed called on the watching thread with what {@link #refresh} returns, after each change
     */
    AutoCloseable watch(Consumer<List<Plugin>> changed);

    /**
     * Remembers that the user agrees to what waits now: each jar by its hash, and all sources of this folder, also those to come.
     *
     * @throws IOException when it cannot be remembered
     */
    void agree() throws IOException;

    /**
     * Remembers that the user agrees to one file that waits now: a jar by its hash, a source together with all sources of this folder.
     *
     * @param file the file, as {@link Plugin#file} says it
     * @throws IOException when it cannot be remembered
     */
    void agree(Path file) throws IOException;
}
