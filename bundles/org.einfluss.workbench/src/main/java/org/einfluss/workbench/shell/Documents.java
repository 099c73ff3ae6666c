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
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.einfluss.workbench.experiment.ExperimentDocument;
import org.einfluss.workbench.experiment.ExperimentEditor;
import org.einfluss.workbench.session.Home;
import org.einfluss.workbench.undo.CommandStack;

/**
 * The experiments that were opened; they outlive the frame, so that a change of language loses no edit. Edits that are not saved are kept
 * as drafts in the home folder at once, so that they come back after a crash.
 */
final class Documents {
    private final Home home;
    private final CommandStack edits;
    private final BiConsumer<String, Throwable> failed;
    private final Map<String, ExperimentDocument> documents = new LinkedHashMap<>();

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

    /** The open document with an editor of this key. */
    Optional<ExperimentDocument> open(String key) {
        return documents.values().stream()
                .filter(document -> ExperimentEditor.key(document).equals(key))
                .findFirst();
    }

    /** Opens what was edited and not saved when the window ended last. */
    List<ExperimentDocument> drafts() {
        List<ExperimentDocument> found = new ArrayList<>();
        if (!Files.isDirectory(folder())) {
            return found;
        }
        try (Stream<Path> files = Files.list(folder())) {
            for (Path draft : files.sorted().toList()) {
                Path file = mine(name(draft));
                String text = Files.readString(draft, StandardCharsets.UTF_8);
                ExperimentDocument document = kept(new ExperimentDocument(name(file), file, text, false, edits));
                documents.put("experiment:" + file, document);
                found.add(document);
            }
        } catch (IOException unreadable) {
            failed.accept(folder().toString(), unreadable);
        }
        return found;
    }

    private ExperimentDocument kept(ExperimentDocument document) {
        document.onChange(() -> {
            Path draft = folder().resolve(document.fileName());
            try {
                if (document.isChanged()) {
                    Files.createDirectories(folder());
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

    private Path mine(String name) {
        return home.experiments().resolve(name + ".yaml");
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    }
}
