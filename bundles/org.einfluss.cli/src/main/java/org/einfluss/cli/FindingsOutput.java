package org.einfluss.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einfluss.api.findings.Findings;
import org.einfluss.engine.study.FindingsFolder;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints findings, or writes them to a folder as tables and figures. */
final class FindingsOutput {
    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "findings.out")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private FigureOptions figures;

    int write(Context context, List<Findings> findings) throws IOException {
        StudyOutput output = new StudyOutput(context, figures);
        List<Path> files = new ArrayList<>();
        if (out.isPresent()) {
            for (Findings one : findings) {
                Path folder = FindingsFolder.write(out.get(), one, Map.of());
                files.addAll(output.write(one, folder));
            }
        }
        if (json) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("findings", findings.stream().map(Trees::of).toList());
            tree.put("files", files);
            context.json(tree);
            return Commands.DONE;
        }
        for (Findings one : findings) {
            context.say("title", one.title());
            output.print(one.headlines());
            if (out.isEmpty()) {
                one.tables().forEach(table -> {
                    context.say("table", table.title());
                    TextTable.of(table, context).forEach(line -> context.out().println(line));
                });
            }
            one.notes().forEach(note -> context.say("note", note));
            one.citations().forEach(citation -> context.say("cite", citation));
        }
        files.forEach(file -> context.say("file", file));
        return Commands.DONE;
    }
}
