package org.einfluss.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.data.ActivityLog;
import org.einfluss.api.data.ActivityLog.Cascades;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.ImportReport.Change;
import org.einfluss.api.data.ImportReport.Place;
import org.einfluss.api.data.Source;
import org.einfluss.formats.EdgeListReader.Decimal;
import org.einfluss.formats.EdgeListReader.Delimiter;
import org.einfluss.formats.internal.LogTable;
import org.einfluss.formats.internal.LogTable.Header;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Reads activity logs with one act per line: {@code user,action,target,time}; without names of columns {@code userA userB time type}, as
 * in the Higgs data (De Domenico et al. 2013, doi:10.1038/srep02980).
 *
 * <p>The acts are kept as an {@link ActivityLog}. By choice, an adoption log and, where the log comes alone, ties are derived from them. Who adopts is
 * never guessed: with direction {@code follows} the user adopts and the target is the source, as with retweets; with
 * {@code influences} the target adopts, as with mentions.
 */
@Component(service = DatasetReader.class)
@Described(
        id = "activity-table",
        name = "Activity table",
        summary = "One act per line: user, action, target, time; posts, likes, comments, follows, retweets.")
public final class ActivityTableReader implements LogReader<ActivityTableReader.Parameters> {
    private static final Set<String> USER = Set.of("user", "userid", "usera", "actor", "who", "source", "from", "node");
    private static final Set<String> ACTION =
            Set.of("action", "type", "kind", "interaction", "activity", "event", "verb");
    private static final Set<String> TARGET = Set.of("target", "targetid", "userb", "to", "object", "whom", "on");
    private static final Set<String> TIME = Set.of("time", "timestamp", "date", "t", "when");
    private static final int OLDEST_COLUMNS = 4;

    /** What adoption log is made of the acts. */
    public enum Adoption {
        /** None. */
        NONE,
        /** One cascade: the first act of each. */
        ONCE,
        /** A cascade for each source: the first act of each upon it. */
        PER_SOURCE
    }

    /** Which ties the network gets where the log comes without one. */
    public enum ActTies {
        /** None. */
        NONE,
        /** One layer: who acted on whom. */
        TOGETHER,
        /** A layer for each action. */
        BY_ACTION
    }

    /** What targets are. */
    public enum Targets {
        /** Nodes. */
        NODES,
        /** Posts, venues or other things. */
        THINGS
    }

    /** What a line "user acts on target" says. */
    public enum ActDirection {
        /** Not said; enough where neither an adoption log nor ties are wanted. */
        UNSTATED,
        /** The user follows: it adopts from the target, which influences it. */
        FOLLOWS,
        /** The user influences: the target adopts from it. */
        INFLUENCES,
        /** Both influence each other; ties only. */
        MUTUAL
    }

    /**
     * How the table is to be understood.
     *
     * @param log what becomes of what does not fit
     * @param direction what "user acts on target" says
     * @param targets what targets are
     * @param adoption what adoption log is made of the acts
     * @param actions the acts that count for it; all if empty
     * @param ties which ties the network gets where the log comes without one
     * @param delimiter what separates fields
     * @param header what the first line is
     * @param user name or number of the column of who acts
     * @param action name or number of the column of what is done, or {@code none}
     * @param target name or number of the column of what is acted on, or {@code none}
     * @param time name or number of the column of times
     * @param decimal how times write their decimals
     */
    public record Parameters(
            @Param(value = "Log", initial = "{}") LogParameters log,

            @Param(
                    value = "Direction",
                    initial = "unstated",
                    help = "User acts on target: the user adopts from the target (follows), the target from the user"
                            + " (influences), or both (mutual)")
            ActDirection direction,

            @Param(value = "Targets", initial = "nodes") Targets targets,

            @Param(
                    value = "Adoption log",
                    initial = "none",
                    help = "First act of each (once), or first act of each upon each source (per-source)")
            Adoption adoption,

            @Param(value = "Acts that are adoptions", initial = "[]", help = "All if left out")
            List<String> actions,

            @Param(
                    value = "Ties from acts",
                    initial = "none",
                    help =
                            "For a log without a network: who acted on whom, in one layer (together) or one for each action")
            ActTies ties,

            @Param(value = "Delimiter", initial = "auto") Delimiter delimiter,

            @Param(value = "First line", initial = "auto") Header header,

            @Param(value = "Column of users", initial = "auto", help = "Name or number from 1")
            String user,

            @Param(value = "Column of actions", initial = "auto", help = "Name or number from 1, or none")
            String action,

            @Param(value = "Column of targets", initial = "auto", help = "Name or number from 1, or none")
            String target,

            @Param(value = "Column of times", initial = "auto", help = "Name or number from 1")
            String time,

            @Param(value = "Decimals", initial = "point", help = "0.5 (point) or 0,5 (comma)")
            Decimal decimal) {
        /** Checks that what is derived is said. */
        public Parameters {
            actions = List.copyOf(actions);
            boolean derives = adoption != Adoption.NONE || ties != ActTies.NONE;
            if (derives && direction == ActDirection.UNSTATED) {
                throw new InputException(
                        "Direction must be given, it cannot be seen in the file: does 'user acts on target' say that"
                                + " the user adopts from the target (follows, as with retweets), or the target from the"
                                + " user (influences, as with mentions)?");
            }
            if (adoption != Adoption.NONE && direction == ActDirection.MUTUAL) {
                throw new InputException(
                        "Who adopts must be one of the two: the user (follows) or the target (influences).");
            }
            if (targets == Targets.THINGS && (ties != ActTies.NONE || direction == ActDirection.INFLUENCES)) {
                throw new InputException(
                        "Targets that are things neither adopt nor have ties. Leave ties out, and give direction: follows.");
            }
        }
    }

    /** Makes the reader. */
    public ActivityTableReader() {}

    @Override
    public Set<String> extensions() {
        return Set.of("csv", "tsv", "txt");
    }

    @Override
    public Dataset read(
            List<Source> sources, Parameters parameters, Network network, ImportReport report, Progress progress)
            throws IOException {
        boolean alone = network == LogReader.NO_NETWORK;
        if (!alone && parameters.ties() != ActTies.NONE) {
            throw new InputException("The log comes with a network, which has its own ties. Leave ties out.");
        }
        LogDraft draft = new LogDraft(parameters.log(), network, parameters.decimal() == Decimal.COMMA, report);
        for (Source source : sources) {
            draft.file(source.name());
            try (LogTable table = new LogTable(source, parameters.delimiter(), parameters.header(), report, progress)) {
                read(table, parameters, draft, report);
            }
        }
        ActivityLog acts = draft.activities();
        Network result = draft.network(List.of());
        if (parameters.ties() != ActTies.NONE) {
            result = ties(acts, parameters, result);
        }
        List<AdoptionLog> logs = new ArrayList<>();
        if (parameters.adoption() != Adoption.NONE) {
            Network labels = result;
            AdoptionLog log = acts.adoptions(
                    parameters.log().name(),
                    kinds(acts, parameters.actions()),
                    parameters.adoption() == Adoption.ONCE ? Cascades.TOGETHER : Cascades.BY_SOURCE,
                    direction(parameters),
                    labels::label);
            InputException.Place file = new InputException.Place(sources.get(0).name(), 0, 0);
            logs.add(draft.checked(log, adoption -> file, labels::label, progress));
            report.fact(
                    "who adopts",
                    parameters.direction() == ActDirection.FOLLOWS
                            ? "the user" + (parameters.targets() == Targets.NODES ? ", from the target" : "")
                            : "the target, from the user");
        }
        return draft.dataset(sources, result, logs, List.of(acts));
    }

    private static Direction direction(Parameters parameters) {
        return Direction.valueOf(parameters.direction().name());
    }

    private static BitSet kinds(ActivityLog acts, List<String> wanted) {
        BitSet kinds = new BitSet();
        for (String kind : wanted) {
            int index = acts.actions().indexOf(kind);
            if (index < 0) {
                throw new InputException("There is no action '" + kind + "'; the actions are "
                        + String.join(", ", acts.actions()) + ".");
            }
            kinds.set(index);
        }
        return kinds;
    }

    private static Network ties(ActivityLog acts, Parameters parameters, Network nodes) {
        Network result = null;
        if (parameters.ties() == ActTies.TOGETHER || acts.actions().isEmpty()) {
            result = acts.ties(nodes.nodes(), new BitSet(), direction(parameters));
        } else {
            for (int kind = 0; kind < acts.actions().size(); kind++) {
                BitSet one = new BitSet();
                one.set(kind);
                Network layer = acts.ties(nodes.nodes(), one, direction(parameters));
                String name = acts.actions().get(kind).isEmpty()
                        ? Network.FIRST_LAYER
                        : acts.actions().get(kind);
                if (result == null) {
                    result = Network.of(name, layer.graph());
                    for (Column column : layer.arcColumns()) {
                        result = result.withArcColumn(column);
                    }
                } else {
                    result = result.withLayer(name, layer.graph(), layer.arcColumns());
                }
            }
        }
        return nodes.nodeColumn(Network.ID).isPresent()
                ? result.withNodeColumn(nodes.nodeColumn(Network.ID).get())
                : result;
    }

    private static void read(LogTable table, Parameters parameters, LogDraft draft, ImportReport report)
            throws IOException {
        boolean higgs = table.columns() >= OLDEST_COLUMNS;
        int user = table.find("user", parameters.user(), USER, 0, true).orElseThrow();
        Optional<Integer> target = table.find("target", parameters.target(), TARGET, 1, false);
        int time = table.find("time", parameters.time(), TIME, 2, true).orElseThrow();
        Optional<Integer> action = table.find("action", parameters.action(), ACTION, higgs ? 3 : -1, false);
        table.tellRest();
        boolean things = parameters.targets() == Targets.THINGS;
        while (table.next()) {
            String who = table.label("user", user);
            Place place = new Place(table.place(user).line(), table.place(user).column(), "");
            if (table.isMissing(time)) {
                report.loss(Change.DROPPED, "act without time dropped", place);
                continue;
            }
            String on = target.filter(column -> !table.isMissing(column))
                    .map(table::text)
                    .orElse("");
            if (!things && on.equals(who)) {
                report.loss(Change.NOTED, "act on oneself, which is neither an adoption nor a tie", place);
            }
            draft.act(
                    who,
                    action.map(table::text).orElse(""),
                    on,
                    things,
                    draft.time(table.text(time), table.place(time)),
                    table.place(user));
        }
    }
}
