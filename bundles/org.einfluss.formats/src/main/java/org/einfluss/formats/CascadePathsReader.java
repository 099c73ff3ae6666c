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
import org.einfluss.api.data.ImportReport.Change;
import org.einfluss.api.data.ImportReport.Place;
import org.einfluss.api.data.Source;
import org.einfluss.formats.internal.LineReader;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Reads adoption logs with one cascade per line, written as paths: {@code id⇥root⇥time⇥n⇥a/b:Δt a/b/c:Δt …}.
 *
 * <p>The form of the Weibo cascades of DeepHawkes (Cao et al. 2017, doi:10.1145/3132847.3132973). A path leads from the root to who
 * adopts; the one before is the recorded source; Δt is the time since the root's. The stated number n is compared with the number
 * of paths, or of paths but the root's own, and told where it is neither.
 */
@Component(service = DatasetReader.class)
@Described(
        id = "cascade-paths",
        name = "Cascade paths",
        summary = "One cascade per line: id, root, time, number, and a path with a time for each adoption.",
        cite = "Cao, Shen, Cen, Ouyang and Cheng 2017, doi:10.1145/3132847.3132973")
public final class CascadePathsReader implements LogReader<CascadePathsReader.Parameters> {
    private static final int COLUMNS = 5;

    /** From when times are counted. */
    public enum Clock {
        /** As the file counts the time of the root. */
        ABSOLUTE,
        /** From each root's adoption. */
        ROOT
    }

    /**
     * How the lines are to be understood.
     *
     * @param log what becomes of what does not fit
     * @param clock from when times are counted
     */
    public record Parameters(
            @Param(value = "Log", initial = "{}") LogParameters log,

            @Param(
                    value = "Times from",
                    initial = "absolute",
                    help = "As the file counts the root's time (absolute), or from each root's adoption (root)")
            Clock clock) {}

    /** Makes the reader. */
    public CascadePathsReader() {}

    @Override
    public Set<String> extensions() {
        return Set.of("txt", "tsv");
    }

    @Override
    public Dataset read(
            List<Source> sources, Parameters parameters, Network network, ImportReport report, Progress progress)
            throws IOException {
        LogDraft draft = new LogDraft(parameters.log(), network, false, report);
        report.fact("times from", parameters.clock() == Clock.ROOT ? "each root's adoption" : "the file's beginning");
        for (Source source : sources) {
            draft.file(source.name());
            try (LineReader reader = new LineReader(source, progress)) {
                while (reader.next()) {
                    if (!reader.isEmptyOrComment()) {
                        readLine(reader, parameters.clock(), draft, report);
                    }
                }
            }
        }
        return draft.dataset(sources, List.of(draft.adoptions(progress)), List.of());
    }

    private static void readLine(LineReader reader, Clock clock, LogDraft draft, ImportReport report) {
        String text = reader.text();
        String[] parts = text.split("\t", -1);
        if (parts.length != COLUMNS || parts[0].isBlank() || parts[1].isBlank()) {
            throw new InputException(
                    reader.place(1),
                    "Expected 'id root time number paths', separated by tabs, found " + parts.length + " columns ('"
                            + NetworkDraft.shortened(text) + "'). Correct the line.");
        }
        int cascade = draft.cascade(parts[0].strip(), reader.place(1));
        String root = parts[1].strip();
        int at = parts[0].length() + parts[1].length() + 3;
        double since = draft.time(parts[2].strip(), reader.place(at));
        draft.adoption(cascade, root, clock == Clock.ROOT ? 0 : since, "", reader.place(parts[0].length() + 2));
        at += parts[2].length() + parts[3].length() + 2;
        int paths = 0;
        boolean own = false;
        for (int i = 0; i < parts[4].length(); ) {
            int end = parts[4].indexOf(' ', i);
            end = end < 0 ? parts[4].length() : end;
            if (end > i) {
                own |= !readPath(
                        parts[4].substring(i, end),
                        root,
                        clock == Clock.ROOT ? 0 : since,
                        cascade,
                        draft,
                        reader.place(at + i));
                paths++;
            }
            i = end + 1;
        }
        String stated = parts[3].strip();
        if (!stated.equals(Integer.toString(paths)) && !stated.equals(Integer.toString(own ? paths - 1 : paths + 1))) {
            report.loss(
                    Change.GUESSED,
                    "stated number of adoptions is not that of the paths, which were taken",
                    new Place(reader.line(), 0, stated + ", not " + paths));
        }
    }

    /** Returns whether the path is of an adoption, and not the root's own. */
    private static boolean readPath(
            String path, String root, double since, int cascade, LogDraft draft, InputException.Place place) {
        int colon = path.lastIndexOf(':');
        String[] nodes = colon < 0 ? new String[0] : path.substring(0, colon).split("/", -1);
        for (String node : nodes) {
            if (node.isEmpty()) {
                nodes = new String[0];
            }
        }
        if (nodes.length == 0) {
            throw new InputException(
                    place,
                    "Expected a path with a time, as in a/b:12, found '" + NetworkDraft.shortened(path)
                            + "'. Correct it.");
        }
        if (!nodes[0].equals(root)) {
            throw new InputException(
                    place,
                    "Expected a path that begins at the root '" + NetworkDraft.shortened(root) + "', found '"
                            + NetworkDraft.shortened(path) + "'. Correct it.");
        }
        double after = draft.time(path.substring(colon + 1), place);
        if (nodes.length == 1 && after == 0) {
            return false;
        }
        draft.adoption(
                cascade,
                nodes[nodes.length - 1],
                since + after,
                nodes.length == 1 ? "" : nodes[nodes.length - 2],
                place);
        return true;
    }
}
