package org.einfluss.analyses;

import java.awt.Paint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.charts.CellMap;
import org.einfluss.charts.ChartView;
import org.einfluss.graph.Column;
import org.jfree.chart.JFreeChart;
import org.osgi.service.component.annotations.Component;

/**
 * The map of the best seeding: a panel for each network, contagions down, costs across; each cell bears the letter of its winner.
 *
 * <p>Letters and hatching tell in grey what the colours tell. Two that tie share a cell, of more their number stands ("3×"); "=" stands where there is no
 * difference. Hatched cells are undecided: "B?" or "BC?" are the only ones left, of "3?" three may be the best, of "?" all.
 */
@Component(service = ChartView.class)
public final class RegimeChart implements ChartView {
    private static final int MOST_LETTERS = 2;

    /** For the registry. */
    public RegimeChart() {}

    @Override
    public boolean draws(Findings findings) {
        return findings.kind().equals(RegimeTables.KIND)
                && findings.table(RegimeTables.REGIMES).isPresent()
                && findings.table(RegimeTables.POLICIES).isPresent();
    }

    @Override
    public JFreeChart draw(Findings findings) {
        Table regimes = findings.table(RegimeTables.REGIMES).orElseThrow();
        List<String> policies =
                distinct(findings.table(RegimeTables.POLICIES).orElseThrow().column(RegimeTables.POLICY), row -> true);
        List<String> contagions = distinct(regimes.column(RegimeTables.CONTAGION), row -> true);
        Column network = regimes.column(RegimeTables.NETWORK);
        List<CellMap.Panel> panels = new ArrayList<>();
        boolean costs = false;
        for (String name : distinct(network, row -> true)) {
            List<String> across = distinct(
                    regimes.column(RegimeTables.COST),
                    row -> network.textAt(row).equals(name));
            costs |= across.size() > 1;
            panels.add(panel(regimes, name, across, contagions, policies));
        }
        return new CellMap(findings.title(), caption(findings, costs), contagions, panels, keys(regimes, policies))
                .draw();
    }

    private static String caption(Findings findings, boolean costs) {
        String across = costs ? "Across: fixed cost of a seed (alpha). " : "";
        String inference = String.join(
                ", or * ",
                distinct(findings.table(RegimeTables.REGIMES).orElseThrow().column("inference"), row -> true));
        return across + "Intervals over " + inference + ". " + findings.notes().get(0);
    }

    /** Different texts of a column in the order of their first rows. */
    private static List<String> distinct(Column column, Predicate<Integer> rows) {
        return IntStream.range(0, column.size())
                .boxed()
                .filter(rows)
                .map(column::textAt)
                .distinct()
                .toList();
    }

    private static CellMap.Panel panel(
            Table regimes, String network, List<String> across, List<String> contagions, List<String> policies) {
        List<CellMap.Cell> cells = new ArrayList<>();
        boolean conditional = false;
        for (int row = 0; row < regimes.rows(); row++) {
            if (regimes.column(RegimeTables.NETWORK).textAt(row).equals(network)) {
                String verdict = regimes.column(RegimeTables.VERDICT).textAt(row);
                String[] best = regimes.column(RegimeTables.BEST).textAt(row).split(RegimeTables.AND, -1);
                conditional |= regimes.column("inference").textAt(row).startsWith("runs");
                cells.add(new CellMap.Cell(
                        across.indexOf(regimes.column(RegimeTables.COST).textAt(row)),
                        contagions.indexOf(
                                regimes.column(RegimeTables.CONTAGION).textAt(row)),
                        text(verdict, best, policies),
                        fill(verdict, policies.indexOf(best[0]))));
            }
        }
        return new CellMap.Panel(conditional ? network + " *" : network, across, cells);
    }

    private static String letter(int policy) {
        return policy < 26 ? Character.toString('A' + policy) : Integer.toString(policy + 1);
    }

    private static String text(String verdict, String[] best, List<String> policies) {
        if (verdict.equals(RegimeTables.WORDS.get(BestPolicies.Verdict.NO_DIFFERENCE))) {
            return "=";
        }
        boolean open = verdict.equals(RegimeTables.WORDS.get(BestPolicies.Verdict.UNDECIDED));
        if (best.length > MOST_LETTERS) {
            String many = best.length == policies.size() ? "" : Integer.toString(best.length);
            return open ? many + "?" : best.length + "×";
        }
        StringBuilder letters = new StringBuilder();
        for (String one : best) {
            letters.append(letter(policies.indexOf(one)));
        }
        return open ? letters + "?" : letters.toString();
    }

    private static Paint fill(String verdict, int policy) {
        if (verdict.equals(RegimeTables.WORDS.get(BestPolicies.Verdict.NO_DIFFERENCE))) {
            return CellMap.NEUTRAL;
        }
        if (verdict.equals(RegimeTables.WORDS.get(BestPolicies.Verdict.UNDECIDED))) {
            return CellMap.hatch();
        }
        boolean tie = verdict.equals(RegimeTables.WORDS.get(BestPolicies.Verdict.TIE));
        return CellMap.pale(policy, tie ? 0.25 : 0.55);
    }

    private static List<CellMap.Key> keys(Table regimes, List<String> policies) {
        List<CellMap.Key> keys = new ArrayList<>();
        for (int i = 0; i < policies.size(); i++) {
            keys.add(new CellMap.Key(letter(i), policies.get(i), CellMap.pale(i, 0.55)));
        }
        List<String> verdicts = distinct(regimes.column(RegimeTables.VERDICT), row -> true);
        if (verdicts.contains(RegimeTables.WORDS.get(BestPolicies.Verdict.NO_DIFFERENCE))) {
            keys.add(new CellMap.Key("=", "no difference", CellMap.NEUTRAL));
        }
        if (verdicts.contains(RegimeTables.WORDS.get(BestPolicies.Verdict.UNDECIDED))) {
            keys.add(new CellMap.Key("?", "undecided", CellMap.hatch()));
        }
        return keys;
    }
}
