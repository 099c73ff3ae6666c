package org.einfluss.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.einfluss.engine.study.StudyCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks that a study is complete and unharmed, and prints its digest. */
@Command(name = "check")
final class Check implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "STUDY", descriptionKey = "study")
    private Path folder;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    Check(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        StudyCheck check = context.einfluss().open(folder).check(context.progress());
        if (json) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("sound", check.isSound());
            tree.put("complete", check.complete());
            tree.put("shards", check.presentShards());
            tree.put("needed-shards", check.neededShards());
            tree.put("digest", check.digest());
            tree.put("problems", check.problems());
            context.json(tree);
        } else {
            context.say(
                    check.complete() ? "check.complete" : "check.incomplete",
                    check.presentShards(),
                    check.neededShards());
            check.problems().forEach(problem -> context.say("problem", problem));
            if (!check.digest().isEmpty()) {
                context.say("study.digest", check.digest());
            }
        }
        return check.isSound() ? Commands.DONE : Commands.FAILED;
    }
}
