package org.einfluss.api.data;

import java.util.List;
import java.util.Objects;

/**
 * What a person must know of a dataset before using it; stored beside it as {@code dataset.yaml}.
 *
 * @param name name in experiment files, kebab-case
 * @param title name for people
 * @param description what it is, who is linked to whom and by what
 * @param source where it came from
 * @param licence the licence or terms of use
 * @param citations references to cite
 * @param caveats what it cannot answer, each a sentence to be shown beside its numbers; may be empty
 * @param sensitivity {@code none}, or what makes it sensitive
 * @param direction what an arc u to v says
 * @param hash SHA-256 of its canonical content in hexadecimal digits; empty where not yet computed
 * @param consent what those it tells of agreed to, or on what other ground it is kept; empty where nothing is said
 * @param retention until when, or on what condition, it may be kept; empty where nothing is said
 * @param history what was done to it since it came in, one step a line; empty where nothing was
 */
public record DatasetDescriptor(
        String name,
        String title,
        String description,
        String source,
        String licence,
        List<String> citations,
        List<String> caveats,
        String sensitivity,
        Direction direction,
        String hash,
        String consent,
        String retention,
        List<String> history) {
    /** Copies the lists and checks the name. */
    public DatasetDescriptor {
        if (!name.matches("[a-z0-9]+([-.][a-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    "A dataset's name is lower-case words or digits joined by hyphens, was '" + name + "'");
        }
        Objects.requireNonNull(title);
        citations = List.copyOf(citations);
        caveats = List.copyOf(caveats);
        Objects.requireNonNull(consent);
        Objects.requireNonNull(retention);
        history = List.copyOf(history);
    }

    /**
     * Describes a dataset to which nothing was done and of which nothing is said about consent and retention.
     *
     * @param name name in experiment files, kebab-case
     * @param title name for people
     * @param description what it is, who is linked to whom and by what
     * @param source where it came from
     * @param licence the licence or terms of use
     * @param citations references to cite
     * @param caveats what it cannot answer, each a sentence to be shown beside its numbers; may be empty
     * @param sensitivity {@code none}, or what makes it sensitive
     * @param direction what an arc u to v says
     * @param hash SHA-256 of its canonical content in hexadecimal digits; empty where not yet computed
     */
    public DatasetDescriptor(
            String name,
            String title,
            String description,
            String source,
            String licence,
            List<String> citations,
            List<String> caveats,
            String sensitivity,
            Direction direction,
            String hash) {
        this(
                name,
                title,
                description,
                source,
                licence,
                citations,
                caveats,
                sensitivity,
                direction,
                hash,
                "",
                "",
                List.of());
    }

    /**
     * Returns the same with another hash.
     *
     * @param newHash SHA-256 in hexadecimal digits
     */
    public DatasetDescriptor withHash(String newHash) {
        return changed(name, title, direction, newHash, history);
    }

    /**
     * Returns the same of what a file turned out to hold.
     *
     * @param newDirection what an arc u to v says
     * @param newHash SHA-256 in hexadecimal digits
     * @param newHistory what was done, from the beginning
     */
    public DatasetDescriptor withContent(Direction newDirection, String newHash, List<String> newHistory) {
        return changed(name, title, newDirection, newHash, newHistory);
    }

    /** Returns whether single people must not be told of: whether the sensitivity says anything but {@code none}. */
    public boolean isSensitive() {
        return !sensitivity.isBlank() && !sensitivity.equals("none");
    }

    /**
     * Describes a dataset made from this one: terms, sensitivity and caveats hold for it too.
     *
     * @param newName its name
     * @param newTitle its title
     * @param newHistory what was done, from the beginning
     */
    public DatasetDescriptor derived(String newName, String newTitle, List<String> newHistory) {
        return changed(newName, newTitle, direction, "", newHistory);
    }

    private DatasetDescriptor changed(
            String newName, String newTitle, Direction newDirection, String newHash, List<String> newHistory) {
        return new DatasetDescriptor(
                newName,
                newTitle,
                description,
                source,
                licence,
                citations,
                caveats,
                sensitivity,
                newDirection,
                newHash,
                consent,
                retention,
                newHistory);
    }
}
