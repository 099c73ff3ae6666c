package org.einfluss.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.einfluss.api.InputException;
import org.einfluss.plugins.Problem;
import org.einfluss.plugins.SourceTranslator.Translation;
import org.einfluss.plugins.declared.DeclaredModels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the Java that a declared model becomes, as a plug-in of one file. */
@Command(name = "save-as-java")
final class SaveAsJava implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "FILE", descriptionKey = "save-as-java.file")
    private Path file;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "", descriptionKey = "save-as-java.out")
    private Path folder;

    SaveAsJava(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(file)) {
            throw new InputException(context.messages().text("save-as-java.unreadable", file));
        }
        Translation translation =
                new DeclaredModels().translate(file.getFileName().toString(), Files.readString(file));
        for (Problem problem : translation.problems()) {
            context.tell(problem.toString());
        }
        if (!translation.problems().isEmpty()) {
            return Commands.WRONG_INPUT;
        }
        Path java = folder.resolve(translation.className() + ".java");
        if (Files.exists(java)) {
            throw new InputException(context.messages().text("save-as-java.exists", java));
        }
        Files.createDirectories(java.toAbsolutePath().getParent());
        Files.writeString(java, translation.java());
        context.say("save-as-java.done", java, translation.lines().length, file.getFileName());
        return Commands.DONE;
    }
}
