package org.einfluss.api.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Something to read a dataset from: a file, or a resource of a bundle. */
@ProviderType
public interface Source {
    /** Returns its name as the user knows it, for messages. */
    String name();

    /**
     * Opens it from its beginning; may be called several times.
     *
     * @throws IOException when it cannot be opened
     */
    InputStream open() throws IOException;

    /** Returns the encoding that its user stated for text; a byte order mark or an XML declaration in the content comes first. */
    default Optional<Charset> encoding() {
        return Optional.empty();
    }

    /**
     * Returns the same with a stated encoding.
     *
     * @param encoding how its text is encoded
     */
    default Source encoded(Charset encoding) {
        Source plain = this;
        return new Source() {
            @Override
            public String name() {
                return plain.name();
            }

            @Override
            public InputStream open() throws IOException {
                return plain.open();
            }

            @Override
            public Optional<Charset> encoding() {
                return Optional.of(encoding);
            }

            @Override
            public Optional<Path> file() {
                return plain.file();
            }
        };
    }

    /**
     * Returns an encoding by one of its names, {@code latin-1} to {@code latin-10} among them, which Java writes without the hyphen.
     *
     * @param name the name
     * @return the encoding; nothing where there is none of this name
     */
    static Optional<Charset> encodingNamed(String name) {
        try {
            return Optional.of(Charset.forName(name.replaceFirst("(?i)^latin-(?=[0-9]+$)", "latin")));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** Returns the file, where it is one. */
    default Optional<Path> file() {
        return Optional.empty();
    }

    /**
     * Makes a source of a file.
     *
     * @param path the file
     */
    static Source of(Path path) {
        return new Source() {
            @Override
            public String name() {
                return path.toString();
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(path);
            }

            @Override
            public Optional<Path> file() {
                return Optional.of(path);
            }
        };
    }
}
