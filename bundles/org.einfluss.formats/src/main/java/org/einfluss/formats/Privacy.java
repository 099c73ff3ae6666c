package org.einfluss.formats;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.einfluss.api.InputException;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.ImportReport.Change;
import org.einfluss.api.data.ImportReport.Place;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;

/**
 * What of the people in a file must not come into a dataset.
 *
 * @param pseudonyms what replaces the identifiers; empty: they stay
 * @param drop columns that are left out
 * @param keep columns that stay although they look like names or free text
 * @param dropTexts whether all columns that look so and are not to be kept are left out
 */
public record Privacy(Optional<Pseudonyms> pseudonyms, Set<String> drop, Set<String> keep, boolean dropTexts) {
    /** Everything comes in as it stands. */
    public static final Privacy NONE = new Privacy(Optional.empty(), Set.of(), Set.of(), false);

    /** What a descriptor says of sensitivity where identifiers were replaced and nothing else was said. */
    public static final String SENSITIVITY = "people under pseudonyms";

    /** Facts of a report that hold nothing of the data. */
    private static final Set<String> PLAIN_FACTS =
            Set.of("format", "dialect", "delimiter", "packed", "identifiers", "weight", "layers");

    private static final Pattern LINE = Pattern.compile("line ([0-9]{1,9})\\b");
    private static final int FEW = 5;

    /** Copies the sets. */
    public Privacy {
        drop = Set.copyOf(drop);
        keep = Set.copyOf(keep);
    }

    /** Returns whether the dataset is another than the file, so that the file itself must not be kept. */
    boolean changes() {
        return pseudonyms.isPresent() || !drop.isEmpty() || dropTexts;
    }

    /**
     * Takes out of a dataset what must not be in it.
     *
     * @param file the file's name, for sentences
     * @param dataset what was read
     * @param report told which columns are dropped
     * @param sensitive whether columns that look like names or free text must be decided
     * @param history told what was done
     * @throws InputException when a column is not there, or one that looks like names or free text is not decided
     */
    Dataset on(String file, Dataset dataset, ImportReport report, boolean sensitive, List<String> history) {
        Set<String> left = new HashSet<>(drop);
        left.addAll(keep);
        Network network = dataset.network();
        List<String> open = new ArrayList<>();
        List<String> dropped = new ArrayList<>();
        Set<String> identifiers = new HashSet<>();
        for (int v = 0; v < network.nodes(); v++) {
            identifiers.add(network.label(v));
        }
        Predicate<Column> goes = column -> {
            left.remove(column.name());
            boolean out = drop.contains(column.name());
            if (!out && !keep.contains(column.name()) && tellsWho(column, identifiers)) {
                out = dropTexts;
                if (!out && (sensitive || pseudonyms.isPresent())) {
                    open.add("'" + column.name() + "'");
                }
            }
            if (out) {
                dropped.add(column.name());
                report.loss(Change.DROPPED, "column dropped as asked for", Place.of("column " + column.name()));
            }
            return out;
        };
        Network kept = network;
        for (Column column : network.nodeColumns()) {
            if (!column.name().equals(Network.ID) && goes.test(column)) {
                kept = kept.withoutNodeColumn(column.name());
            }
        }
        for (String layer : network.layers()) {
            List<Column> stay = new ArrayList<>(network.arcColumns(layer));
            if (stay.removeIf(goes)) {
                kept = kept.withLayer(layer, network.graph(layer), stay);
            }
        }
        if (!left.isEmpty()) {
            throw new InputException(file + ": There is no column '"
                    + left.iterator().next() + "' to drop or keep; the columns are " + names(network) + ".");
        }
        if (!open.isEmpty()) {
            throw new InputException(
                    file + ": Names, free text or keys seem to stand in the columns "
                            + String.join(", ", open)
                            + ". Say of each whether it is dropped (--drop) or kept (--keep), or drop all of them (--drop-text).");
        }
        if (!dropped.isEmpty()) {
            history.add("columns dropped: " + String.join(", ", dropped));
        }
        Dataset result = new Dataset(dataset.descriptor(), kept, dataset.logs(), dataset.activities());
        if (pseudonyms.isPresent()) {
            history.add("identifiers replaced by keyed pseudonyms, key "
                    + pseudonyms.get().fingerprint());
            return pseudonyms.get().on(result);
        }
        return result;
    }

    private static String names(Network network) {
        List<String> names = network.nodeColumns().stream().map(Column::name).collect(Collectors.toList());
        network.layers().forEach(layer -> network.arcColumns(layer).forEach(column -> names.add(column.name())));
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    /**
     * Whether a column may tell who somebody is: texts of which more than half are different, or are as many as half the nodes; texts most
     * of which are identifiers; whole numbers, five or more, that are all different, as account numbers are.
     */
    private static boolean tellsWho(Column column, Set<String> identifiers) {
        if (column.type() != Column.Type.TEXT && column.type() != Column.Type.INTEGER
                || column.name().equals(Network.COIN)) {
            return false;
        }
        Set<String> different = new HashSet<>();
        int values = 0;
        for (int i = 0; i < column.size(); i++) {
            if (!column.isMissing(i)) {
                values++;
                different.add(column.type() == Column.Type.TEXT ? column.textAt(i) : Long.toString(column.longAt(i)));
            }
        }
        if (column.type() == Column.Type.INTEGER) {
            return values >= FEW && different.size() == values;
        }
        long known = different.stream().filter(identifiers::contains).count();
        return different.size() * 2L > Math.min(values, identifiers.size()) && different.size() > 1
                || known * 2 > different.size();
    }

    /**
     * Returns a report without what it quotes of the file.
     *
     * @param report what a reader found
     */
    ImportReport withoutNames(ImportReport report) {
        if (pseudonyms.isEmpty()) {
            return report;
        }
        ImportReport plain = new ImportReport();
        report.facts().forEach((what, value) -> {
            if (PLAIN_FACTS.contains(what) || value.matches("[0-9]+")) {
                plain.fact(what, value);
            }
        });
        for (ImportReport.Loss loss : report.losses()) {
            long rest = loss.count();
            for (Place place : loss.places()) {
                if (rest > 0 && place.line() > 0) {
                    plain.loss(loss.change(), loss.what(), new Place(place.line(), place.column(), ""));
                    rest--;
                }
            }
            if (rest > 0) {
                plain.loss(loss.change(), loss.what(), Place.NONE, rest);
            }
        }
        return plain;
    }

    /**
     * Returns what to say of a mistake in a file whose content must not be repeated: where it is.
     *
     * @param file the file's name
     * @param wrong what the reader said, which is not passed on, nor as a cause
     */
    InputException withoutNames(String file, InputException wrong) {
        int line = wrong.place().line();
        Matcher said = LINE.matcher(wrong.getMessage().toLowerCase(Locale.ROOT));
        if (line == 0 && said.find()) {
            line = Integer.parseInt(said.group(1));
        }
        return new InputException(
                new InputException.Place(file, line, wrong.place().column()),
                "The content is wrong here. What stands there is not repeated, since identifiers are to be replaced;"
                        + " 'einfluss convert' reads the same file and says it, without storing anything.");
    }
}
