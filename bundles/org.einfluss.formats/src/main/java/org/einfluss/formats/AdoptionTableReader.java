package org.einfluss.formats;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.ImportReport.Change;
import org.einfluss.api.data.ImportReport.Place;
import org.einfluss.api.data.Source;
import org.einfluss.formats.EdgeListReader.Decimal;
import org.einfluss.formats.EdgeListReader.Delimiter;
import org.einfluss.formats.internal.LogTable;
import org.einfluss.formats.internal.LogTable.Header;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Reads adoption logs with one adoption per line: {@code cascade,node,time} and perhaps {@code parent}, the node from which it was adopted.
 *
 * <p>Columns are found by their usual names, or stand in this order where they have no names; with two columns only, node and time, all
 * is one cascade. Times are numbers or ISO dates. A line without time is dropped and counted. Cascades are numbered in the order of their
 * names: by value if all are whole numbers, by code point otherwise.
 */
@Component(service = DatasetReader.class)
@Described(
        id = "adoption-table",
        name = "Adoption table",
        summary = "One adoption per line: cascade, node, time, perhaps who it came from.")
public final class AdoptionTableReader implements LogReader<AdoptionTableReader.Parameters> {
    private static final Set<String> CASCADE =
            Set.of("cascade", "cascadeid", "item", "itemid", "story", "topic", "meme");
    private static final Set<String> NODE = Set.of("node", "nodeid", "user", "userid", "adopter", "id", "knoten");
    private static final Set<String> TIME = Set.of("time", "timestamp", "date", "day", "t", "when", "toa", "zeit");
    private static final Set<String> PARENT = Set.of("parent", "parentid", "source", "from", "via");

    /**
     * How the table is to be understood.
     *
     * @param log what becomes of what does not fit
     * @param delimiter what separates fields
     * @param header what the first line is
     * @param cascade name or number of the column of cascades; none where all is one cascade
     * @param node name or number of the column of who adopted
     * @param time name or number of the column of times
     * @param parent name or number of the column of recorded sources; none where there are none
     * @param decimal how times write their decimals
     */
    public record Parameters(
            @Param(value = "Log", initial = "{}") LogParameters log,

            @Param(value = "Delimiter", initial = "auto") Delimiter delimiter,

            @Param(value = "First line", initial = "auto") Header header,

            @Param(value = "Column of cascades", initial = "auto", help = "Name or number from 1, or none")
            String cascade,

            @Param(value = "Column of nodes", initial = "auto", help = "Name or number from 1")
            String node,

            @Param(value = "Column of times", initial = "auto", help = "Name or number from 1")
            String time,

            @Param(value = "Column of recorded sources", initial = "auto", help = "Name or number from 1, or none")
            String parent,

            @Param(value = "Decimals", initial = "point", help = "0.5 (point) or 0,5 (comma)")
            Decimal decimal) {}

    /** Makes the reader. */
    public AdoptionTableReader() {}

    @Override
    public Set<String> extensions() {
        return Set.of("csv", "tsv", "txt");
    }

    @Override
    public Dataset read(
            List<Source> sources, Parameters parameters, Network network, ImportReport report, Progress progress)
            throws IOException {
        LogDraft draft = new LogDraft(parameters.log(), network, parameters.decimal() == Decimal.COMMA, report);
        for (Source source : sources) {
            draft.file(source.name());
            try (LogTable table = new LogTable(source, parameters.delimiter(), parameters.header(), report, progress)) {
                read(table, parameters, draft, report);
            }
        }
        AdoptionLog log = draft.adoptions(progress);
        return draft.dataset(sources, List.of(log), List.of());
    }

    private static void read(LogTable table, Parameters parameters, LogDraft draft, ImportReport report)
            throws IOException {
        int shift = table.columns() == 2 ? -1 : 0;
        Optional<Integer> cascade = table.find("cascade", parameters.cascade(), CASCADE, shift, false);
        int node = table.find("node", parameters.node(), NODE, 1 + shift, true).orElseThrow();
        int time = table.find("time", parameters.time(), TIME, 2 + shift, true).orElseThrow();
        Optional<Integer> parent = table.find("parent", parameters.parent(), PARENT, 3, false);
        table.tellRest();
        int single = cascade.isPresent() ? -1 : draft.cascade(table.place(0));
        while (table.next()) {
            String who = table.label("node", node);
            if (table.isMissing(time)) {
                report.loss(
                        Change.DROPPED,
                        "adoption without time dropped",
                        new Place(table.place(time).line(), table.place(time).column(), ""));
                continue;
            }
            draft.adoption(
                    cascade.isPresent()
                            ? draft.cascade(table.label("cascade", cascade.get()), table.place(cascade.get()))
                            : single,
                    who,
                    draft.time(table.text(time), table.place(time)),
                    parent.filter(column -> !table.isMissing(column))
                            .map(table::text)
                            .orElse(""),
                    table.place(node));
        }
    }
}
