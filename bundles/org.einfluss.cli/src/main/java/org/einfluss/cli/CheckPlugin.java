package org.einfluss.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.einfluss.api.InputException;
import org.einfluss.api.data.Dataset;
import org.einfluss.charts.ChartView;
import org.einfluss.plugins.Compilation;
import org.einfluss.plugins.Plugins;
import org.einfluss.sdk.CheckedPart;
import org.einfluss.sdk.Finding;
import org.einfluss.sdk.Finding.Status;
import org.einfluss.sdk.PluginCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds a plug-in to the contracts of what it contributes; says what it keeps, and what to do about the rest. */
@Command(name = "check-plugin")
final class CheckPlugin implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "FILE", descriptionKey = "check-plugin.file")
    private Path file;

    @Option(names = "--example", paramLabel = "DATA", descriptionKey = "check-plugin.example")
    private Optional<Path> example = Optional.empty();

    @Option(names = "--data", paramLabel = "DATASET", descriptionKey = "check-plugin.data")
    private Optional<String> data = Optional.empty();

    @Option(names = "--settings", paramLabel = "YAML", defaultValue = "{}", descriptionKey = "check-plugin.settings")
    private String settings;

    @Option(names = "--limit", paramLabel = "SECONDS", defaultValue = "60", descriptionKey = "check-plugin.limit")
    private int limit;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    CheckPlugin(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        for (Path needed : example.map(data -> List.of(file, data)).orElse(List.of(file))) {
            if (!Files.isRegularFile(needed)) {
                throw context.noFile(needed);
            }
        }
        List<CheckedPart> parts = new ArrayList<>();
        List<String> problems = check(parts);
        long broken = count(parts, Status.BROKEN) + problems.size();
        if (json) {
            context.json(tree(parts, problems, broken));
        } else {
            problems.forEach(problem -> context.say("problem", problem));
            context.say(
                    "check-plugin.totals",
                    file.getFileName(),
                    count(parts, Status.KEPT),
                    broken,
                    count(parts, Status.UNCHECKED));
        }
        return broken == 0 ? Commands.DONE : Commands.FAILED;
    }

    /** Checks all parts; returns why the plug-in cannot be started, if it cannot. */
    private List<String> check(List<CheckedPart> parts) throws IOException, InterruptedException {
        byte[] jar;
        if (file.toString().endsWith(".jar")) {
            jar = Files.readAllBytes(file);
        } else {
            Compilation compilation = context.pluginService().compile(file);
            if (compilation.jar().isEmpty()) {
                return compilation.problems().stream().map(Object::toString).toList();
            }
            jar = compilation.jar().get();
        }
        Optional<PluginCheck.Example> shown = Optional.empty();
        if (example.isPresent()) {
            Path given = example.get();
            shown = Optional.of(new PluginCheck.Example(given.getFileName().toString(), Files.readString(given)));
        }
        Optional<Dataset> dataset = Optional.empty();
        if (data.isPresent()) {
            dataset = Optional.of(context.catalog().dataset(data.get(), context.progress()));
        }
        PluginCheck.Options options = new PluginCheck.Options(settings, shown, dataset, Duration.ofSeconds(limit));
        try (Plugins.Loaded plugin = context.pluginService().load(file)) {
            PluginCheck check = new PluginCheck(
                    plugin.catalog(), plugin.services(ChartView.class), jar, context.catalog(), options);
            parts.addAll(check.check(context.progress(), this::print));
        } catch (InputException unusable) {
            return unusable.getMessage().lines().toList();
        }
        return List.of();
    }

    private void print(CheckedPart part) {
        if (json) {
            return;
        }
        context.say("check-plugin.part", context.translate(part.kind()), part.name());
        for (Finding finding : part.findings()) {
            String status = finding.status().name().toLowerCase(Locale.ROOT);
            context.say("check-plugin." + status, finding.rule());
            if (finding.status() != Status.KEPT) {
                if (!finding.expected().isEmpty()) {
                    context.say("check-plugin.expected", finding.expected());
                }
                context.say("check-plugin.found", finding.found());
                context.say("check-plugin.advice", finding.advice());
            }
        }
    }

    private static long count(List<CheckedPart> parts, Status status) {
        return parts.stream().mapToLong(part -> part.count(status)).sum();
    }

    private static Map<String, Object> tree(List<CheckedPart> parts, List<String> problems, long broken) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("kept", count(parts, Status.KEPT));
        tree.put("broken", broken);
        tree.put("unchecked", count(parts, Status.UNCHECKED));
        tree.put("problems", problems);
        List<Object> shown = new ArrayList<>();
        for (CheckedPart part : parts) {
            List<Object> rules = new ArrayList<>();
            for (Finding finding : part.findings()) {
                Map<String, Object> rule = new LinkedHashMap<>();
                rule.put("rule", finding.rule());
                rule.put("status", finding.status().name().toLowerCase(Locale.ROOT));
                rule.put("expected", finding.expected());
                rule.put("found", finding.found());
                rule.put("advice", finding.advice());
                rules.add(rule);
            }
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("kind", part.kind());
            one.put("name", part.name());
            one.put("rules", rules);
            shown.add(one);
        }
        tree.put("parts", shown);
        return tree;
    }
}
