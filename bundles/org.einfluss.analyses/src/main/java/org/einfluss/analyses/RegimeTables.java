package org.einfluss.analyses;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.einfluss.analyses.BestPolicies.Verdict;
import org.einfluss.api.Variable;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.findings.Table;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.ShortNames;
import org.einfluss.api.study.Study;
import org.einfluss.graph.Column;

/** The tables of a map of the best seeding: one row per cell, and one per cell and seeding. */
final class RegimeTables {
    static final String KIND = "regime-map";
    static final String REGIMES = "regimes";
    static final String POLICIES = "policies";
    static final String NETWORK = "network";
    static final String CONTAGION = "contagion";
    static final String COST = "cost-per-seed";
    static final String VERDICT = "verdict";
    static final String BEST = "best";
    static final String POLICY = "seeding";

    /** Joins the names of several that are best. */
    static final String AND = " = ";

    /** What is counted of each seeding. */
    private static final List<String[]> COUNTS = List.of(
            new String[] {"won", "Cells in which it is better than every other by more than the zone"},
            new String[] {"tied", "Cells in which it is one of several within the zone of the best"},
            new String[] {"within", "Cells in which it is within the zone of the best, whatever is known of the others"
            },
            new String[] {"behind", "Cells in which it is worse than the best by more than the zone"});

    /** What the verdicts are called in tables. */
    static final Map<Verdict, String> WORDS = words();

    private final Study study;
    private final Variable variable;
    private final RegimeMap.Parameters parameters;
    private final Map<String, List<Object>> regimes = new LinkedHashMap<>();
    private final Map<String, List<Object>> policies = new LinkedHashMap<>();
    private final Map<String, int[]> counts = new LinkedHashMap<>();
    private int narrowed;
    private final EnumMap<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private boolean conditional;
    private boolean drawn;

    RegimeTables(Study study, Variable variable, RegimeMap.Parameters parameters) {
        this.study = study;
        this.variable = variable;
        this.parameters = parameters;
    }

    private static Map<Verdict, String> words() {
        Map<Verdict, String> words = new EnumMap<>(Verdict.class);
        words.put(Verdict.WINNER, "winner");
        words.put(Verdict.TIE, "tie");
        words.put(Verdict.NO_DIFFERENCE, "no difference");
        words.put(Verdict.UNDECIDED, "undecided");
        return words;
    }

    /** Adds a cell; the policies of the comparison are the cell's points. */
    void add(RegimeMap.Cell cell, ShortNames names, BestPolicies compared) {
        double zone = parameters.zone();
        Verdict verdict = compared.verdict(zone);
        verdicts.merge(verdict, 1, Integer::sum);
        List<String> labels =
                cell.points().stream().map(point -> names.of(point.seeding())).toList();
        int leader = compared.leader();
        String best = IntStream.range(0, labels.size())
                .filter(i -> compared.isCandidate(i, zone))
                .mapToObj(labels::get)
                .collect(Collectors.joining(AND));
        narrowed += verdict == Verdict.UNDECIDED && compared.candidates(zone) < labels.size() ? 1 : 0;
        boolean single = RegimeMap.isConditional(cell.configuration());
        conditional |= single;
        drawn |= !single;
        put(regimes, NETWORK, cell.network());
        put(regimes, CONTAGION, cell.contagion());
        put(regimes, COST, cell.cost());
        put(regimes, VERDICT, WORDS.get(verdict));
        put(regimes, BEST, best);
        put(regimes, "leader", labels.get(leader));
        put(regimes, "lead", compared.mean(leader) - second(compared, leader));
        put(regimes, "lead-low", compared.low(leader));
        put(regimes, "lead-high", compared.high(leader));
        put(regimes, "units", compared.units());
        put(regimes, "inference", single ? "runs, conditional on this network" : "networks");
        for (int i = 0; i < labels.size(); i++) {
            int[] count = counts.computeIfAbsent(labels.get(i), label -> new int[COUNTS.size()]);
            count[2] += compared.isAsGood(i, zone) ? 1 : 0;
            count[3] += compared.isCandidate(i, zone) ? 0 : 1;
            if (compared.isCandidate(i, zone) && verdict != Verdict.UNDECIDED && verdict != Verdict.NO_DIFFERENCE) {
                count[verdict == Verdict.WINNER ? 0 : 1]++;
            }
            put(policies, NETWORK, cell.network());
            put(policies, CONTAGION, cell.contagion());
            put(policies, COST, cell.cost());
            put(policies, POLICY, labels.get(i));
            put(policies, variable.name(), compared.mean(i));
            put(policies, variable.name() + "-se", compared.standardError(i));
            put(policies, "against-best-low", compared.low(i));
            put(policies, "against-best-high", compared.high(i));
            put(policies, "may-be-best", compared.isCandidate(i, zone));
            spending(cell.points().get(i));
        }
    }

    private static double second(BestPolicies compared, int leader) {
        return IntStream.range(0, compared.policies())
                .filter(i -> i != leader)
                .mapToDouble(compared::mean)
                .max()
                .orElse(Double.NaN);
    }

    /** What was bought, in units of a follower's price. */
    private void spending(DesignPoint point) {
        Map<String, String> size = point.seeding().settings();
        double alpha = number(size, "size.alpha");
        double seeds =
                mean(point, "seeds-bought").or(() -> mean(point, "seeds")).orElse(Double.NaN);
        double besides = size.getOrDefault("size.price", "").isEmpty()
                ? 0
                : mean(point, "seed-price").orElse(Double.NaN);
        double cost = alpha * seeds + mean(point, "seed-followers").orElse(Double.NaN) + besides;
        double budget = size.getOrDefault("size.kind", "").equals("budget")
                ? number(size, "size.amount") / number(size, "size.per-follower")
                : number(size, "size.nodes")
                        * (alpha + mean(point, "mean-followers").orElse(Double.NaN));
        put(policies, "seeds", seeds);
        put(policies, "spent", cost);
        put(policies, "unspent", budget - cost);
    }

    private Optional<Double> mean(DesignPoint point, String name) {
        return study.plan().variables().stream().anyMatch(one -> one.name().equals(name))
                ? Optional.of(study.estimates().mean(point.index(), name).value())
                : Optional.empty();
    }

    private static double number(Map<String, String> settings, String name) {
        String text = settings.get(name);
        return text == null ? Double.NaN : Double.parseDouble(text);
    }

    private static void put(Map<String, List<Object>> columns, String name, Object value) {
        columns.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    Findings findings(int alone) {
        int cells = regimes.get(VERDICT).size();
        String title = "Which seeding spreads most" + (drawn ? "" : ", conditional on this network");
        Table map = table(REGIMES, title, regimes);
        Table all = table(POLICIES, "Each seeding against the best of the others", policies);
        List<Headline> headlines = new ArrayList<>();
        String winners = counts.entrySet().stream()
                .filter(entry -> entry.getValue()[0] > 0)
                .sorted((one, other) -> other.getValue()[0] - one.getValue()[0])
                .map(entry -> entry.getKey() + " " + entry.getValue()[0])
                .collect(Collectors.joining(", "));
        headlines.add(count("Cells won by one seeding", Verdict.WINNER, winners));
        headlines.add(count("Cells where all are within the zone", Verdict.NO_DIFFERENCE, ""));
        headlines.add(count(
                "Cells undecided", Verdict.UNDECIDED, narrowed + " of them prove some seeding worse than the best"));
        headlines.add(count("Cells with a tie of several", Verdict.TIE, ""));
        List<Column> tallied = new ArrayList<>();
        tallied.add(Column.texts(POLICY, counts.keySet().toArray(String[]::new)));
        for (int c = 0; c < COUNTS.size(); c++) {
            int at = c;
            tallied.add(Column.integers(
                            COUNTS.get(c)[0],
                            "cells",
                            counts.values().stream().mapToInt(one -> one[at]).toArray())
                    .withMeaning(COUNTS.get(c)[1]));
        }
        Table tally = new Table("tally", "What is proved of each seeding, of " + cells + " cells", tallied);
        return new Findings(
                KIND, title, List.of(map, all, tally), List.of(), headlines, notes(cells, alone), List.of());
    }

    private Headline count(String label, Verdict verdict, String more) {
        return new Headline(label, verdicts.getOrDefault(verdict, 0), Double.NaN, Double.NaN, "cells", more);
    }

    private List<String> notes(int cells, int alone) {
        String zone = String.format(Locale.ROOT, "%s", parameters.zone());
        List<String> notes = new ArrayList<>();
        notes.add("Compared is " + variable.name() + " (" + variable.meaning() + "). Differences below " + zone
                + " do not count: a winner is better than every other seeding by more than that, tied ones are within it of the"
                + " best and better than all others by more, and where all are within it there is no difference.");
        notes.add(
                "Differences are paired by network, with common random numbers. Intervals hold simultaneously with probability "
                        + parameters.level() + " for all pairs of seedings"
                        + (parameters.family() == RegimeMap.Family.MAP ? " of all " + cells + " cells" : " of one cell")
                        + " (Student's t, Bonferroni); undecided cells need more networks, not more runs on the same, and may still tell which seedings are not the best.");
        notes.add("Where two seedings never differed, the interval is what " + parameters.level()
                + " leaves room for unseen, not 0.");
        if (conditional) {
            notes.add("On one network the intervals are over runs and hold conditional on this network.");
        }
        if (alone > 0) {
            notes.add(alone + " combinations have a single seeding of their size and are left out.");
        }
        if (Arrays.stream(all("unspent")).anyMatch(value -> !Double.isNaN(value))) {
            notes.add(
                    "Money is counted in followers' worth: a seed costs alpha plus its followers, plus what a column of prices says.");
        } else {
            notes.add("What was spent is known only with the measure seed-audience and a size that is a budget.");
        }
        return notes;
    }

    private double[] all(String column) {
        return policies.get(column).stream()
                .mapToDouble(value -> (Double) value)
                .toArray();
    }

    private Table table(String name, String title, Map<String, List<Object>> columns) {
        List<Column> made = new ArrayList<>();
        columns.forEach((column, values) -> made.add(column(column, values)));
        return new Table(name, title, made);
    }

    private Column column(String name, List<Object> values) {
        Column column;
        if (values.get(0) instanceof Double) {
            boolean money = name.endsWith("spent");
            column = Column.doubles(
                    name,
                    money ? "followers' worth" : name.equals("seeds") ? "nodes" : variable.unit(),
                    values.stream().mapToDouble(value -> (Double) value).toArray());
        } else if (values.get(0) instanceof Integer) {
            column = Column.integers(
                    name, "", values.stream().mapToInt(value -> (Integer) value).toArray());
        } else if (values.get(0) instanceof Boolean) {
            boolean[] truth = new boolean[values.size()];
            for (int i = 0; i < truth.length; i++) {
                truth[i] = (Boolean) values.get(i);
            }
            column = Column.booleans(name, truth);
        } else {
            column = Column.texts(name, values.toArray(String[]::new));
        }
        return column.withMeaning(meaning(name));
    }

    private String meaning(String name) {
        return switch (name) {
            case NETWORK -> "Network configuration";
            case CONTAGION -> "Model, with the settings that differ";
            case COST -> "Fixed cost alpha of a seed, or what else differs in the size of the seeding";
            case VERDICT -> "What the intervals prove, with a zone of " + parameters.zone();
            case BEST -> "Seedings that may be within the zone of the best";
            case "leader" -> "Seeding with the highest mean";
            case "lead" -> "Mean of the leader minus the second highest";
            case "lead-low" -> "Lower end of the simultaneous interval of the leader minus the best of the others";
            case "lead-high" -> "Upper end of the simultaneous interval of the leader minus the best of the others";
            case "units" -> "Networks, or runs on one network, that entered";
            case "inference" -> "What the intervals are over";
            case POLICY -> "Seeding, with the settings that differ";
            case "against-best-low" ->
                "Lower end of the simultaneous interval of its mean minus the best of the others";
            case "against-best-high" ->
                "Upper end of the simultaneous interval of its mean minus the best of the others";
            case "may-be-best" -> "Whether it may be within the zone of the best";
            case "seeds" -> "Mean number of seeds bought";
            case "spent" -> "Mean cost of the seeds";
            case "unspent" -> "Mean of the budget that was left";
            default -> name.endsWith("-se") ? "Standard error of the mean" : "Mean of " + variable.name();
        };
    }
}
