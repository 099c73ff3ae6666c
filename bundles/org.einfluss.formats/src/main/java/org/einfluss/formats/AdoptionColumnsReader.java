package org.einfluss.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.einfluss.formats.EdgeListReader.Decimal;
import org.einfluss.formats.EdgeListReader.Delimiter;
import org.einfluss.formats.internal.LogTable;
import org.einfluss.formats.internal.LogTable.Header;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Reads adoptions from a table of nodes: one node per line, one or several columns with its times of adoption, one cascade each.
 *
 * <p>The form of the tables of diffusion studies (Valente 1995), where {@code toa} is the time of adoption. A field without value says
 * that the node did not adopt, and so does the code given for it. With a place, nodes are known by place and identifier, joined by a slash,
 * as the survey reader does. Other columns are passed over.
 */
@Component(service = DatasetReader.class)
@Described(
        id = "adoption-columns",
        name = "Times of adoption in a table of nodes",
        summary = "One node per line, columns with its times of adoption.",
        cite = "Valente 1995, Network Models of the Diffusion of Innovations")
public final class AdoptionColumnsReader implements LogReader<AdoptionColumnsReader.Parameters> {
    /**
     * How the table is to be understood.
     *
     * @param log what becomes of what does not fit
     * @param times names or numbers of the columns of times
     * @param id name or number of the column of identifiers
     * @param place column of the place within which identifiers are unique, or {@code none}
     * @param notAdopted the code that means not adopted by the end, or {@code none}
     * @param delimiter what separates fields
     * @param decimal how times write their decimals
     */
    public record Parameters(
            @Param(value = "Log", initial = "{}") LogParameters log,

            @Param(value = "Columns of times", initial = "[toa]")
            List<String> times,

            @Param(value = "Column of the identifier", initial = "id")
            String id,

            @Param(value = "Column of the place", initial = "none")
            String place,

            @Param(value = "Code of not adopted", initial = "none")
            String notAdopted,

            @Param(value = "Delimiter", initial = "auto") Delimiter delimiter,

            @Param(value = "Decimals", initial = "point", help = "0.5 (point) or 0,5 (comma)")
            Decimal decimal) {
        /** Copies the list. */
        public Parameters {
            times = List.copyOf(times);
            if (times.isEmpty()) {
                throw new InputException("Columns of times must be given, by name or number.");
            }
        }
    }

    /** Makes the reader. */
    public AdoptionColumnsReader() {}

    @Override
    public Set<String> extensions() {
        return Set.of("csv", "tsv");
    }

    @Override
    public Dataset read(
            List<Source> sources, Parameters parameters, Network network, ImportReport report, Progress progress)
            throws IOException {
        LogDraft draft = new LogDraft(parameters.log(), network, parameters.decimal() == Decimal.COMMA, report);
        for (Source source : sources) {
            draft.file(source.name());
            try (LogTable table = new LogTable(source, parameters.delimiter(), Header.NAMES, report, progress)) {
                read(table, parameters, draft, report, network == LogReader.NO_NETWORK);
            }
        }
        return draft.dataset(sources, List.of(draft.adoptions(progress)), List.of());
    }

    private static void read(LogTable table, Parameters parameters, LogDraft draft, ImportReport report, boolean alone)
            throws IOException {
        int id = table.find("id", parameters.id(), Set.of(), -1, true).orElseThrow();
        Optional<Integer> place = table.find("place", parameters.place(), Set.of(), -1, false);
        List<Integer> times = new ArrayList<>();
        for (String name : parameters.times()) {
            times.add(table.find("times", name, Set.of(), -1, true).orElseThrow());
        }
        boolean single = times.size() == 1;
        int one = single ? draft.cascade(table.place(0)) : -1;
        while (table.next()) {
            String label = table.label("id", id);
            String who = place.isPresent() ? table.label("place", place.get()) + "/" + label : label;
            if (alone) {
                draft.node(who, table.place(id));
            }
            for (int column : times) {
                int cascade = single ? one : draft.cascade(table.name(column), table.place(column));
                if (table.isMissing(column) || table.text(column).equals(parameters.notAdopted())) {
                    report.loss(
                            Change.NOTED,
                            "node that did not adopt",
                            new Place(
                                    table.place(column).line(),
                                    table.place(column).column(),
                                    ""));
                } else {
                    draft.adoption(
                            cascade, who, draft.time(table.text(column), table.place(column)), "", table.place(column));
                }
            }
        }
    }
}
