package org.einfluss.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.einfluss.plugins.Plugin;
import org.einfluss.plugins.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the files of the plug-ins folder: what each contributes, or why it does not. */
@Command(name = "plugins")
final class PluginList implements Callable<Integer> {
    private final Context context;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    PluginList(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<Plugin> plugins = context.plugins();
        if (json) {
            context.json(
                    Map.of("plugins", plugins.stream().map(PluginList::tree).toList()));
            return Commands.DONE;
        }
        if (plugins.isEmpty()) {
            context.say("plugins.none", context.home().resolve("plugins"));
        }
        List<List<String>> rows = new ArrayList<>();
        for (Plugin plugin : plugins) {
            rows.add(List.of(
                    plugin.file().getFileName().toString(),
                    context.messages().text("plugins." + state(plugin)),
                    String.join(", ", plugin.contributes())));
        }
        TextTable.lines(rows).forEach(line -> context.out().println(line));
        for (Plugin plugin : plugins) {
            plugin.problems().forEach(problem -> context.out().println(context.translate(problem.toString())));
        }
        return Commands.DONE;
    }

    private static String state(Plugin plugin) {
        return plugin.state().name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> tree(Plugin plugin) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", plugin.file().toString());
        tree.put("sha256", plugin.sha256());
        tree.put("state", state(plugin));
        tree.put("contributes", plugin.contributes());
        tree.put("problems", plugin.problems().stream().map(PluginList::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(Problem problem) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", problem.place().source());
        tree.put("line", problem.place().line());
        tree.put("column", problem.place().column());
        tree.put("message", problem.message());
        tree.put("text", problem.text());
        return tree;
    }
}
