package org.einfluss.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.formats.DatasetRemoval;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes a dataset with what is kept of it, after showing what that is. */
@Command(name = "delete-dataset")
final class DeleteDataset implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "NAME", descriptionKey = "delete.name")
    private String name;

    @Option(names = "--yes", descriptionKey = "delete.yes")
    private boolean yes;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    DeleteDataset(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        List<DatasetReader<?>> readers = Reading.readers(context);
        DatasetRemoval found = DatasetRemoval.find(context.home(), name, readers, context.cache(), context.progress());
        if (yes) {
            found.delete();
        }
        if (json) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("deleted", yes);
            Map<String, Object> files = new LinkedHashMap<>();
            found.files().forEach((file, size) -> files.put(file.toString(), size));
            tree.put("files", files);
            tree.put("derived", found.derived());
            tree.put("studies", found.studies().stream().map(Path::toString).toList());
            context.json(tree);
            return Commands.DONE;
        }
        found.files().forEach((file, size) -> context.say(yes ? "delete.done" : "delete.would", file, size));
        found.derived().forEach(one -> context.say("delete.derived", one, name));
        found.studies().forEach(study -> context.say("delete.study", study));
        context.say(
                yes ? "delete.total-done" : "delete.total",
                found.files().size(),
                found.files().values().stream().mapToLong(Long::longValue).sum());
        return Commands.DONE;
    }
}
