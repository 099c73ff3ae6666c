package org.einfluss.formats;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetWriter;
import org.einfluss.api.data.ImportReport;
import org.einfluss.formats.EdgeListReader.Delimiter;
import org.einfluss.formats.Holds.Feature;
import org.einfluss.formats.NetworkTies.TieColumn;
import org.einfluss.formats.internal.EdgeListLayout;
import org.einfluss.formats.internal.Quoting;
import org.osgi.service.component.annotations.Component;

/**
 * Writes one tie per line: two identifiers and the columns of ties, with a line of names; or, as SNAP does, blanks and no names. A line
 * {@code a b} says that a can influence b, or that both influence each other where the network is undirected: whoever reads it must say
 * which.
 */
@Component(service = DatasetWriter.class)
@Described(
        id = "edge-list",
        name = "Edge list",
        summary = "One tie per line, with a line of names or as SNAP writes them.")
public final class EdgeListWriter implements DatasetWriter<EdgeListWriter.Parameters> {
    static final Holds NAMED = Holds.only(
                    Holds.LINES,
                    Feature.IDENTIFIERS,
                    Feature.DIRECTED,
                    Feature.LOOPS,
                    Feature.PARALLEL,
                    Feature.WEIGHTS,
                    Feature.ARC_COLUMNS,
                    Feature.LAYERS)
            .withIdentifiers(label -> !EdgeListLayout.isRounded(label));
    static final Holds BARE = Holds.only(
                    Holds.LINE, Feature.IDENTIFIERS, Feature.DIRECTED, Feature.LOOPS, Feature.PARALLEL, Feature.WEIGHTS)
            .withIdentifiers(label -> !EdgeListLayout.isRounded(label));

    /**
     * How it is written.
     *
     * @param delimiter what separates fields; {@code auto} is a comma
     * @param names whether the first line names the columns; without names only the weight is written beside the identifiers
     */
    public record Parameters(
            @Param(value = "Delimiter", initial = "auto") Delimiter delimiter,

            @Param(value = "Line of names", initial = "true", help = "Without it, only the weight is written")
            boolean names) {}

    /** Makes the writer. */
    public EdgeListWriter() {}

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public void check(Dataset dataset, Parameters parameters, ImportReport report) {
        (parameters.names() ? NAMED : BARE).check(dataset, report);
    }

    @Override
    public void write(Dataset dataset, Parameters parameters, OutputStream out, ImportReport report, Progress progress)
            throws IOException {
        check(dataset, parameters, report);
        NetworkTies ties = new NetworkTies(dataset.network(), parameters.names() ? NAMED : BARE);
        Quoting quoting = new Quoting(
                switch (parameters.delimiter()) {
                    case AUTO, COMMA -> ',';
                    case SEMICOLON -> ';';
                    case TAB -> '\t';
                    case SPACE -> ' ';
                });
        List<TieColumn> columns = ties.tieColumns();
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        if (parameters.names()) {
            List<String> names = new ArrayList<>(List.of("source", "target"));
            columns.forEach(column -> names.add(column.name()));
            text.write(quoting.line(names));
        }
        List<String> fields = new ArrayList<>();
        ties.forEach(
                (u, v, isDirected, at) -> {
                    fields.clear();
                    fields.add(ties.label(u));
                    fields.add(ties.label(v));
                    for (TieColumn column : columns) {
                        fields.add(column.text(at).orElse(""));
                    }
                    text.write(quoting.line(fields));
                },
                progress);
        text.flush();
    }
}
