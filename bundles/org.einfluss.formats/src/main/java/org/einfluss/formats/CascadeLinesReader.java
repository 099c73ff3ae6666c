package org.einfluss.formats;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.formats.internal.Fields;
import org.einfluss.formats.internal.LineReader;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Reads adoption logs with one cascade per line: {@code root node time node time …}.
 *
 * <p>The form of the cascades that come with Inf-VAE (Sankar et al. 2020, doi:10.1145/3336191.3371811). The root adopts at time 0, times
 * are relative to it. Cascades are numbered in the order of the files and lines. Who passed it on is not recorded, nor how long was
 * observed.
 */
@Component(service = DatasetReader.class)
@Described(
        id = "cascade-lines",
        name = "Cascade lines",
        summary = "One cascade per line: root, then nodes with their times since the root.",
        cite = "Sankar, Zhang, Krishnan and Han 2020, doi:10.1145/3336191.3371811")
public final class CascadeLinesReader implements LogReader<CascadeLinesReader.Parameters> {
    /**
     * How the lines are to be understood.
     *
     * @param log what becomes of what does not fit
     */
    public record Parameters(
            @Param(value = "Log", initial = "{}") LogParameters log) {}

    /** Makes the reader. */
    public CascadeLinesReader() {}

    @Override
    public Set<String> extensions() {
        return Set.of("txt");
    }

    @Override
    public Dataset read(
            List<Source> sources, Parameters parameters, Network network, ImportReport report, Progress progress)
            throws IOException {
        LogDraft draft = new LogDraft(parameters.log(), network, false, report);
        for (Source source : sources) {
            draft.file(source.name());
            try (LineReader reader = new LineReader(source, progress)) {
                Fields fields = new Fields(' ');
                while (reader.next()) {
                    if (!reader.isEmptyOrComment() && fields.split(reader) > 0) {
                        readLine(fields, draft);
                    }
                }
            }
        }
        return draft.dataset(sources, List.of(draft.adoptions(progress)), List.of());
    }

    private static void readLine(Fields fields, LogDraft draft) {
        if (fields.count() % 2 == 0) {
            throw new InputException(
                    fields.place(0),
                    "Expected 'root node time node time …', found a node without a time at the end ('"
                            + NetworkDraft.shortened(fields.field(fields.count() - 1)) + "'). Correct the line.");
        }
        int cascade = draft.cascade(fields.place(0));
        draft.adoption(cascade, fields.field(0), draft.time("0", fields.place(0)), "", fields.place(0));
        for (int i = 1; i < fields.count(); i += 2) {
            double time = draft.time(fields.field(i + 1), fields.place(i + 1));
            draft.adoption(cascade, fields.field(i), time, "", fields.place(i));
        }
    }
}
