package org.einfluss.analyses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.charts.ChartFile;
import org.junit.jupiter.api.Test;

class RegimeMapTest {
    /** Below the threshold nobody wins; above, random seeds at no fixed cost, and hubs where each seed costs as much. */
    static double truth(String network, double multiple, int alpha, String seeding) {
        if (multiple < 1) {
            return 0.02;
        }
        return switch (seeding) {
            case "random" -> alpha == 0 ? 0.4 : 0.3;
            case "top-degree" -> alpha == 0 ? 0.3 : 0.4;
            default -> alpha == 0 ? 0.2 : 0.4;
        };
    }

    static Findings findings(double spread, boolean fixed) {
        return new RegimeMap()
                .analyse(
                        new ContestStudy(RegimeMapTest::truth, spread, fixed, 0, 1000),
                        new RegimeMap.Parameters("gain", 0.01, 0.95, RegimeMap.Family.MAP),
                        Progress.NONE);
    }

    private static List<String> column(Table table, String name) {
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            texts.add(table.column(name).textAt(row));
        }
        return texts;
    }

    @Test
    void everyCellTellsItsBestSeeding() throws Exception {
        Findings findings = findings(0.005, false);
        Table regimes = findings.table("regimes").orElseThrow();
        assertEquals(
                List.of(
                        "erdos-renyi",
                        "erdos-renyi",
                        "erdos-renyi",
                        "erdos-renyi",
                        "karate",
                        "karate",
                        "karate",
                        "karate"),
                column(regimes, "network"));
        assertEquals(List.of("0", "1000", "0", "1000", "0", "1000", "0", "1000"), column(regimes, "cost-per-seed"));
        assertEquals(
                "independent-cascade multiple 0.5", regimes.column("contagion").textAt(1));
        List<String> verdicts = List.of("no difference", "no difference", "winner", "tie");
        assertEquals(verdicts, column(regimes, "verdict").subList(0, 4));
        assertEquals(verdicts, column(regimes, "verdict").subList(4, 8));
        assertEquals("random", regimes.column("best").textAt(2));
        assertEquals("top-degree = degree-band", regimes.column("best").textAt(3));
        assertEquals("networks", regimes.column("inference").textAt(0));
        assertTrue(regimes.column("inference").textAt(4).contains("conditional on this network"));
        assertEquals(30, regimes.column("units").longAt(0));
        assertEquals(120, regimes.column("units").longAt(4));
        // 8 seeds with 40 followers against ten nodes of mean degree 4.
        Table policies = findings.table("policies").orElseThrow();
        assertEquals(40, policies.column("spent").doubleAt(0));
        assertEquals(0, policies.column("unspent").doubleAt(0));
        assertEquals(8 * 1000 + 40, policies.column("spent").doubleAt(3));
        assertEquals(10 * 1004 - 8040, policies.column("unspent").doubleAt(3));
        assertEquals("random 2", findings.headlines().get(0).interval());
        Table tally = findings.table("tally").orElseThrow();
        assertEquals(2, tally.column("won").longAt(0));
        assertEquals(2, tally.column("tied").longAt(1));
        // Below the threshold all are within the zone; above it random leads at α = 0 and is behind at 1000.
        for (int seeding = 0; seeding < 3; seeding++) {
            assertEquals(6, tally.column("within").longAt(seeding));
            assertEquals(2, tally.column("behind").longAt(seeding));
        }
        assertTrue(new RegimeChart().draws(findings));
        assertTrue(ChartFile.png(new RegimeChart().draw(findings), 180, 110, 72).length > 1000);
    }

    @Test
    void tooMuchSpreadLeavesEverythingOpen() {
        Table regimes = findings(5, false).table("regimes").orElseThrow();
        assertTrue(column(regimes, "verdict").stream().allMatch("undecided"::equals));
    }

    /** Random seeds are far behind; the other two may differ by the zone or not. */
    @Test
    void undecidedCellsStillTellWhoIsBehind() {
        Findings findings = new RegimeMap()
                .analyse(
                        new ContestStudy(
                                (network, multiple, alpha, seeding) ->
                                        seeding.equals("random") ? 0 : seeding.equals("top-degree") ? 0.5 : 0.51,
                                0.02,
                                false,
                                0,
                                1000),
                        new RegimeMap.Parameters("gain", 0.01, 0.95, RegimeMap.Family.MAP),
                        Progress.NONE);
        assertEquals(
                java.util.Set.of("undecided"),
                java.util.Set.copyOf(column(findings.table("regimes").orElseThrow(), "verdict")));
        assertEquals(8, findings.table("tally").orElseThrow().column("behind").longAt(0));
        assertEquals(0, findings.table("tally").orElseThrow().column("within").longAt(0));
        Findings.Headline undecided = findings.headlines().get(2);
        assertEquals(8, undecided.value());
        assertTrue(undecided.interval().startsWith("8 of them"));
    }

    /** α · 8 seeds + 40 followers + 30 besides; without the measure's column nothing is known of what was spent. */
    @Test
    void furtherPricesAreSpent() {
        for (boolean measured : new boolean[] {true, false}) {
            Findings findings = new RegimeMap()
                    .analyse(
                            new ContestStudy(RegimeMapTest::truth, 0.005, false, 0, 1000).priced(measured),
                            new RegimeMap.Parameters("gain", 0.01, 0.95, RegimeMap.Family.MAP),
                            Progress.NONE);
            Table policies = findings.table("policies").orElseThrow();
            assertEquals(measured ? 70 : Double.NaN, policies.column("spent").doubleAt(0));
            assertEquals(measured ? 8070 : Double.NaN, policies.column("spent").doubleAt(3));
        }
    }

    @Test
    void onOneNetworkTheTitleSaysSo() {
        assertTrue(findings(0.005, true).title().contains("conditional on this network"));
        assertFalse(findings(0.005, false).title().contains("conditional"));
        assertTrue(findings(0.005, false).notes().toString().contains("conditional on this network"));
    }

    @Test
    void whatIsMissingIsTold() {
        ContestStudy study = new ContestStudy(RegimeMapTest::truth, 0.01, false, 0);
        String message = assertThrows(
                        InputException.class,
                        () -> new RegimeMap()
                                .analyse(
                                        study,
                                        new RegimeMap.Parameters("profit", 0.01, 0.95, RegimeMap.Family.MAP),
                                        Progress.NONE))
                .getMessage();
        assertTrue(message.contains("gain"), message);
    }
}
