package org.einfluss.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.einfluss.engine.study.Reproduction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Computes a sample of a study's shards again and compares the rows. */
@Command(name = "reproduce")
final class Reproduce implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "STUDY", descriptionKey = "study")
    private Path folder;

    @Option(names = "--shards", paramLabel = "N", defaultValue = "3", descriptionKey = "reproduce.shards")
    private int shards;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    Reproduce(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Reproduction result = context.einfluss().open(folder).reproduce(shards, context.progress());
        boolean same = result.differences().isEmpty();
        if (json) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("same", same);
            tree.put("shards", result.shards());
            tree.put("rows", result.rows());
            tree.put("differences", result.differences());
            tree.put("changes", result.changes());
            context.json(tree);
        } else {
            context.say(
                    same ? "reproduce.same" : "reproduce.differs",
                    result.shards().size(),
                    result.rows());
            result.differences().forEach(difference -> context.say("problem", difference));
            result.changes().forEach(change -> context.say("note", change));
        }
        return same ? Commands.DONE : Commands.FAILED;
    }
}
