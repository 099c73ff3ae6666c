package org.einfluss.engine.catalog;

import java.io.IOException;
import java.util.Objects;

/**
 * The file that a plug-in was made of, as it was when the plug-in was started.
 *
 * @param name name of the file, for example {@code MyModel.java}
 * @param content gives its bytes
 */
public record PluginFile(String name, Content content) {
    /** Checks that nothing is missing. */
    public PluginFile {
        Objects.requireNonNull(name);
        Objects.requireNonNull(content);
    }

    /** Gives the bytes of a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * Returns the bytes.
         *
         * @throws IOException when they cannot be read
         */
        byte[] read() throws IOException;
    }
}
