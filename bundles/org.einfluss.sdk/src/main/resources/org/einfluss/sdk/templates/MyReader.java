import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.graph.Column;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/** Reads lines like {@code Ann -> Bob}: Ann can influence Bob. */
@Component(service = DatasetReader.class)
@Described(id = "my-reader", name = "My reader", summary = "One tie per line: Ann -> Bob.")
public final class MyReader implements DatasetReader<None> {
    @Override
    public Set<String> extensions() {
        return Set.of("arrows");
    }

    @Override
    public Dataset read(Source source, None none, ImportReport report, Progress progress) throws IOException {
        TreeMap<String, Integer> numbers = new TreeMap<>();
        List<String[]> ties = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(source.open(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            for (int number = 1; line != null; number++, line = lines.readLine()) {
                progress.checkCancelled();
                progress.report(number, 0, "lines read");
                String[] ends = line.strip().split(" *-> *", -1);
                if (ends.length != 2 || ends[0].isEmpty() || ends[1].isEmpty()) {
                    throw new InputException(
                            new InputException.Place(source.name(), number, 1),
                            "Expected two names joined by ->, found '" + line + "'; write for example Ann -> Bob");
                }
                numbers.put(ends[0], 0);
                numbers.put(ends[1], 0);
                ties.add(ends);
            }
        }
        int node = 0;
        for (String name : List.copyOf(numbers.keySet())) {
            numbers.put(name, node++);
        }
        GraphBuilder graph = new GraphBuilder(numbers.size(), true);
        ties.forEach(ends -> graph.add(numbers.get(ends[0]), numbers.get(ends[1])));
        report.fact("ties", String.valueOf(ties.size()));
        Network network = Network.of(graph.build().graph())
                .withNodeColumn(Column.texts(Network.ID, numbers.keySet().toArray(String[]::new)));
        DatasetDescriptor descriptor = new DatasetDescriptor(
                "unnamed", "Unnamed", "", source.name(), "", List.of(), List.of(), "none", Direction.INFLUENCES, "");
        return new Dataset(descriptor, network, List.of());
    }
}
