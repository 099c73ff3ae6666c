package org.einfluss.networks.transform;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Column;
import org.einfluss.graph.Moment;
import org.einfluss.graph.Network;
import org.einfluss.graph.Spells;
import org.einfluss.graph.Spells.Spell;
import org.einfluss.graph.Subnetwork;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * The network at a time t, or in a span [from, to): the ties, and if wanted the nodes, that are there at some moment of it, with the values over time
 * that they have then.
 *
 * <p>A tie or node is there from its {@code begin} to its {@code end}, both included; where one of them is missing, without limit on that
 * side. Of values over time ({@link Spells}) that hold in the span the one that begins last stays, as a plain value; where none holds, it is missing. Dates are compared as moments,
 * a date standing for its beginning. All layers are treated alike. Ties of the same two nodes at different times stay several.
 */
@Component(service = Transform.class)
@Described(
        id = "slice-time",
        name = "Slice by time",
        summary = "Keeps the ties and nodes that are there at a time or in a span, with the values they have then.")
public final class SliceTime implements Transform<SliceTime.Parameters> {
    /** For the registry, and for use as a plain library. */
    public SliceTime() {}

    /** Which nodes stay. */
    public enum Nodes {
        /** Those that are there then. */
        PRESENT,
        /** All, also those without ties then. */
        ALL
    }

    /**
     * Parameters of the transform.
     *
     * @param at the time; empty where a span is given
     * @param from begin of the span, included; empty: no lower end
     * @param to end of the span, not included; empty: no upper end
     * @param nodes which nodes stay
     */
    public record Parameters(
            @Param(value = "At", help = "A number or a date as 2012-07-04; left out where a span is given.")
            Optional<String> at,

            @Param(value = "From", help = "Begin of the span, included; left out: no lower end.")
            Optional<String> from,

            @Param(value = "To", help = "End of the span, not included; left out: no upper end.")
            Optional<String> to,

            @Param(
                    value = "Nodes",
                    initial = "present",
                    help = "present: those whose own begin and end allow it; all: all of them.")
            Nodes nodes) {
        /** Checks that a time or a span is given, in order. */
        public Parameters {
            if (at.isPresent() == (from.isPresent() || to.isPresent())) {
                throw new IllegalArgumentException("Give either 'at', or 'from' and 'to' or one of them");
            }
            boolean dates = moment(at.or(() -> from).or(() -> to).orElseThrow()).isDate();
            if (to.isPresent() && moment(to.get()).isDate() != dates) {
                throw new IllegalArgumentException("From and to must both be numbers or both be dates, was "
                        + from.orElse("") + " with " + to.get());
            }
            if (from.isPresent()
                    && to.isPresent()
                    && !(moment(from.get()).comparable() < moment(to.get()).comparable())) {
                throw new IllegalArgumentException("From must come before to, was " + from.get() + " with " + to.get()
                        + "; for one time give 'at'");
            }
        }

        private static Moment moment(String text) {
            return Moment.of(text)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "A time must be a number or a date as 2012-07-04 or 2012-07-04T12:00:05, was '" + text
                                    + "'"));
        }
    }

    @Override
    public boolean isRandom(Parameters p) {
        return false;
    }

    @Override
    public Network apply(Parameters p, Network network, RandomStream random) {
        Span span = Span.of(p);
        Network result = network;
        boolean dated = false;
        double gone = 0;
        for (String layer : network.layers()) {
            Presence ties = span.presence(
                    network.arcColumns(layer),
                    "layer " + layer,
                    network.graph(layer).arcs());
            dated |= ties.isDated();
            long before = network.graph(layer).edges();
            if (ties.isDated()) {
                result = Subnetwork.withTies(result, layer, ties::isThere);
            }
            gone += before - result.graph(layer).edges();
            for (Column column : result.arcColumns(layer)) {
                if (Spells.areIn(column)) {
                    dated = true;
                    result = result.withArcColumn(layer, span.values(column));
                }
            }
        }
        Presence nodes = span.presence(network.nodeColumns(), "nodes", network.nodes());
        dated |= nodes.isDated();
        for (Column column : network.nodeColumns()) {
            if (Spells.areIn(column)) {
                dated = true;
                result = result.withNodeColumn(span.values(column));
            }
        }
        if (!dated) {
            throw new InputException(
                    "Nothing in the network has dates: ties and nodes have them in the columns begin and end, values over"
                            + " time are written as <[begin, end, value]>");
        }
        if (p.nodes() == Nodes.PRESENT && nodes.isDated()) {
            BitSet kept = new BitSet(network.nodes());
            for (int v = 0; v < network.nodes(); v++) {
                kept.set(v, nodes.isThere(v));
            }
            result = Subnetwork.of(result, kept);
        }
        return result.withFact("ties of another time left out", "ties", gone)
                .withFact("nodes of another time left out", "nodes", network.nodes() - result.nodes());
    }

    /** Which ties or nodes are there, by their numbers. */
    private record Presence(Span span, double[] begin, double[] end) {
        boolean isDated() {
            return begin.length + end.length > 0;
        }

        boolean isThere(int i) {
            return span.meets(begin.length > 0 ? begin[i] : Double.NaN, end.length > 0 ? end[i] : Double.NaN);
        }
    }

    /** From a time to another, which is included where they are the same. */
    private record Span(double from, double to, boolean isDate, String text) {
        static Span of(Parameters p) {
            String text = p.at().or(p::from).or(p::to).orElseThrow();
            return new Span(
                    p.at().or(p::from)
                            .map(Parameters::moment)
                            .map(Moment::comparable)
                            .orElse(Double.NEGATIVE_INFINITY),
                    p.at().or(p::to)
                            .map(Parameters::moment)
                            .map(Moment::comparable)
                            .orElse(Double.POSITIVE_INFINITY),
                    Parameters.moment(text).isDate(),
                    text);
        }

        /** Returns whether something from begin to end, NaN for no limit, is there at some moment. */
        boolean meets(double begin, double end) {
            return !(end < from) && !(begin > to) && (from == to || !(begin >= to));
        }

        Presence presence(List<Column> columns, String of, int size) {
            return new Presence(this, times(columns, Network.BEGIN, of, size), times(columns, Network.END, of, size));
        }

        private double[] times(List<Column> columns, String name, String of, int size) {
            Optional<Column> column =
                    columns.stream().filter(one -> one.name().equals(name)).findFirst();
            if (column.isEmpty()) {
                return new double[0];
            }
            double[] times = new double[size];
            for (int i = 0; i < size; i++) {
                times[i] = column.get().isMissing(i)
                        ? Double.NaN
                        : time(column.get().textAt(i), name, of).comparable();
            }
            return times;
        }

        private Moment time(String time, String name, String of) {
            Moment moment = Moment.of(time)
                    .orElseThrow(() -> new InputException("Column " + name + " of " + of
                            + ": expected a number or a date as" + " 2012-07-04, found '" + time + "'"));
            if (moment.isDate() != isDate) {
                throw new InputException("Column " + name + " of " + of + " holds "
                        + (isDate ? "numbers" : "dates") + " such as " + time + ", the time asked for is " + text
                        + "; write it in the same way");
            }
            return moment;
        }

        /** A column over time as it is in the span: values of the type that all of them have. */
        Column values(Column column) {
            String[] texts = new String[column.size()];
            BitSet missing = new BitSet();
            boolean whole = true;
            boolean numbers = true;
            boolean truths = true;
            for (int i = 0; i < texts.length; i++) {
                texts[i] = "";
                missing.set(i);
                List<Spell> spells = column.isMissing(i)
                        ? List.of()
                        : Spells.of(column.textAt(i)).orElseThrow();
                for (Spell spell : spells) {
                    boolean truth = spell.literal().matches("true|false");
                    truths &= truth;
                    numbers &= !truth && !spell.isText();
                    whole &= spell.literal().matches("-?[0-9]{1,18}");
                    checkKind(spell.begin(), column.name());
                    checkKind(spell.end(), column.name());
                    if (meets(spell.from(), spell.to())) {
                        texts[i] = spell.value();
                        missing.clear(i);
                    }
                }
            }
            return typed(column, texts, missing, whole, numbers, truths);
        }

        private void checkKind(String time, String name) {
            if (!time.equals(Spells.OPEN_BEGIN) && !time.equals(Spells.OPEN_END)) {
                time(time, name, "values over time");
            }
        }

        private static Column typed(
                Column column, String[] texts, BitSet missing, boolean whole, boolean numbers, boolean truths) {
            String name = column.name();
            Column typed;
            if (whole) {
                long[] values = new long[texts.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = missing.get(i) ? 0 : Long.parseLong(texts[i]);
                }
                typed = Column.integers(name, column.unit(), values, missing);
            } else if (numbers) {
                double[] values = new double[texts.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = missing.get(i) ? Double.NaN : Double.parseDouble(texts[i]);
                }
                typed = Column.doubles(name, column.unit(), values);
            } else if (truths) {
                boolean[] values = new boolean[texts.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = texts[i].equals("true");
                }
                typed = Column.booleans(name, values, missing);
            } else {
                typed = Column.texts(name, texts, missing);
            }
            return typed.withMeaning(column.meaning());
        }
    }
}
