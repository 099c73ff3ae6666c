package org.einfluss.workbench.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.einfluss.workbench.experiment.ExperimentDocument;
import org.einfluss.workbench.experiment.ExperimentEditor;
import org.einfluss.workbench.session.Home;
import org.einfluss.workbench.undo.CommandStack;
import org.einfluss.workbench.undo.TextDocument;

/**
 * The experiments that were opened; they outlive the frame, so that a change of language loses no edit. Edits that are not saved are kept
 * as drafts in the home folder at once, so that they come back after a crash.
 */
final class Documents {
    private final Home home;
    private final CommandStack edits;
    private final BiConsumer<String, Throwable> failed;
    private final Map<String, ExperimentDocument> documents = new LinkedHashMap<>();
    private final Map<Path, TextDocument> sources = new LinkedHashMap<>();

    Documents(Home home, CommandStack edits, BiConsumer<String, Throwable> failed) {
        this.home = home;
        this.edits = edits;
        this.failed = failed;
    }

    /** The document of a file. */
    ExperimentDocument file(Path file, String text) {
        String name = name(file);
        return documents.computeIfAbsent(
                "experiment:" + file, key -> kept(new ExperimentDocument(name, file, text, true, edits)));
    }

    /** A document made of another's text, to be saved among the user's own under the first name that is free. */
    ExperimentDocument ready(String name, String text) {
        return documents.computeIfAbsent("ready:" + name, key -> {
            String free = name;
            for (int i = 2; Files.exists(mine(free)) || isOpen(mine(free)); i++) {
                free = name + "-" + i;
            }
            return kept(new ExperimentDocument(free, mine(free), text, false, edits));
        });
    }

    /** The document of a plug-in's source. */
    TextDocument source(Path file, String text) {
        return sources.computeIfAbsent(file, key -> kept(new TextDocument(file, text, true, edits), sourceDrafts()));
    }

    /** The open document of a plug-in's source. */
    Optional<TextDocument> source(Path file) {
        return Optional.ofNullable(sources.get(file));
    }

    /** The open sources and their files. */
    Map<TextDocument, Path> sources() {
        Map<TextDocument, Path> open = new LinkedHashMap<>();
        sources.forEach((file, document) -> open.put(document, file));
        return open;
    }

    /** The open document with an editor of this key. */
    Optional<ExperimentDocument> open(String key) {
        return documents.values().stream()
                .filter(document -> ExperimentEditor.key(document).equals(key))
                .findFirst();
    }

    /** Opens the experiments that were edited and not saved when the window ended last. */
    List<ExperimentDocument> drafts() {
        List<ExperimentDocument> found = new ArrayList<>();
        drafts(folder()).forEach((draft, text) -> {
            Path file = mine(name(draft));
            ExperimentDocument document = kept(new ExperimentDocument(name(file), file, text, false, edits));
            documents.put("experiment:" + file, document);
            found.add(document);
        });
        return found;
    }

    /** Opens the sources that were edited and not saved when the window ended last. */
    List<TextDocument> sourceDrafts(Path plugins) {
        List<TextDocument> found = new ArrayList<>();
        drafts(sourceDrafts()).forEach((draft, text) -> {
            Path file = plugins.resolve(draft.getFileName());
            TextDocument document = kept(new TextDocument(file, text, false, edits), sourceDrafts());
            sources.put(file, document);
            found.add(document);
        });
        return found;
    }

    private Map<Path, String> drafts(Path folder) {
        Map<Path, String> found = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path draft : files.filter(Files::isRegularFile).toList()) {
                    found.put(draft, Files.readString(draft, StandardCharsets.UTF_8));
                }
            } catch (IOException unreadable) {
                failed.accept(folder.toString(), unreadable);
            }
        }
        return found;
    }

    private ExperimentDocument kept(ExperimentDocument document) {
        kept(document.content(), folder());
        return document;
    }

    private TextDocument kept(TextDocument document, Path folder) {
        document.onChange(() -> {
            Path draft = folder.resolve(document.fileName());
            try {
                if (document.isChanged()) {
                    Files.createDirectories(folder);
                    Files.writeString(draft, document.text(), StandardCharsets.UTF_8);
                } else {
                    Files.deleteIfExists(draft);
                }
            } catch (IOException unwritable) {
                failed.accept(draft.toString(), unwritable);
            }
        });
        return document;
    }

    private boolean isOpen(Path file) {
        return documents.values().stream().anyMatch(document -> document.file().equals(file));
    }

    private Path folder() {
        return home.workbench().resolve("drafts");
    }

    private Path sourceDrafts() {
        return folder().resolve("plug-ins");
    }

    private Path mine(String name) {
        return home.experiments().resolve(name + ".yaml");
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    }
}
