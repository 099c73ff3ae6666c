package org.einfluss.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.einfluss.api.Variable;
import org.einfluss.engine.study.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Executes one run of a study again and shows it step by step. */
@Command(name = "replay")
final class Replay implements Callable<Integer> {
    private final Context context;

    @Parameters(index = "0", paramLabel = "STUDY", descriptionKey = "study")
    private Path folder;

    @Parameters(index = "1", paramLabel = "POINT", descriptionKey = "replay.point")
    private int point;

    @Parameters(index = "2", paramLabel = "DRAW", descriptionKey = "replay.draw")
    private int draw;

    @Parameters(index = "3", paramLabel = "RUN", descriptionKey = "replay.run")
    private int run;

    @Option(names = "--events", descriptionKey = "replay.events")
    private boolean events;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    Replay(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        StudyFolder study = context.einfluss().open(folder);
        org.einfluss.engine.study.Replay replay = study.replay(point, draw, run, context.progress());
        List<String> names =
                study.plan().variables().stream().map(Variable::name).toList();
        if (json) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("variables", names);
            tree.put("steps", replay.steps().stream().map(Replay::tree).toList());
            tree.put("events", replay.events().stream().map(Replay::tree).toList());
            tree.put("failure", replay.failure().map(Object::toString).orElse(null));
            context.json(tree);
        } else {
            print(names, replay);
        }
        return replay.failure().isEmpty() ? Commands.DONE : Commands.FAILED;
    }

    private static Map<String, Object> tree(org.einfluss.engine.study.Replay.Step step) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("step", step.step());
        tree.put("time", step.time());
        tree.put("stop", step.stop().name());
        tree.put("values", step.values());
        return tree;
    }

    private static Map<String, Object> tree(org.einfluss.engine.study.Replay.Event event) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("time", event.time());
        tree.put("node", event.node());
        tree.put("from", event.from());
        tree.put("to", event.to());
        tree.put("cause", event.cause());
        return tree;
    }

    private void print(List<String> names, org.einfluss.engine.study.Replay replay) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("step", "time"));
        header.addAll(names);
        rows.add(header);
        for (org.einfluss.engine.study.Replay.Step step : replay.steps()) {
            List<String> row = new ArrayList<>(List.of(
                    String.valueOf(step.step()),
                    Numbers.of(step.time(), context.messages().locale())));
            step.values()
                    .forEach(value ->
                            row.add(Numbers.of(value, context.messages().locale())));
            rows.add(row);
        }
        TextTable.lines(rows).forEach(line -> context.out().println(line));
        if (events) {
            replay.events()
                    .forEach(event -> context.say(
                            "replay.event",
                            Numbers.of(event.time(), context.messages().locale()),
                            String.valueOf(event.node()),
                            event.from(),
                            event.to(),
                            String.valueOf(event.cause())));
        }
        replay.failure().ifPresent(failure -> context.say("problem", failure.toString()));
    }
}
