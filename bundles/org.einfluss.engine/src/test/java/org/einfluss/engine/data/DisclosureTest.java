package org.einfluss.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.Direction;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.findings.Rows;
import org.einfluss.api.findings.Table;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.junit.jupiter.api.Test;

class DisclosureTest {
    private static final int PEOPLE = 20;

    private static Dataset people(String sensitivity) {
        String[] names = new String[PEOPLE];
        for (int v = 0; v < PEOPLE; v++) {
            names[v] = v == 0 ? "Mr Hi" : v == 1 ? "17" : "person-" + v;
        }
        DatasetDescriptor descriptor = new DatasetDescriptor(
                "people", "People", "", "", "", List.of(), List.of(), sensitivity, Direction.MUTUAL, "");
        return new Dataset(
                descriptor, Network.of(Graph.empty(PEOPLE)).withNodeColumn(Column.texts(Network.ID, names)), List.of());
    }

    /** Towns of 9, 2, 6 and 3 people: 2 and 3 are 5 together, so that the total does not tell them. */
    private static Table towns() {
        Rows rows = new Rows().text("town", "").number("people", "nodes", "").number("age", "years", "");
        rows.add(List.of("Ulm"), 9, 40);
        rows.add(List.of("Bonn"), 2, 71);
        rows.add(List.of("Kiel"), 6, 41);
        rows.add(List.of("Hof"), 3, 23);
        return rows.table("towns", "Towns");
    }

    private static Findings findings(Table... tables) {
        Table first = tables[0];
        return new Findings(
                "toy",
                "About Mr Hi",
                List.of(tables),
                List.of(new Figure(
                        "towns",
                        Figure.Kind.BAR,
                        "Towns",
                        "Without person-2 and person-22",
                        first,
                        List.of(
                                Series.of(
                                        "first",
                                        first.columns().get(0).name(),
                                        first.columns().get(1).name(),
                                        Style.DATA,
                                        0,
                                        2),
                                Series.of(
                                        "second",
                                        first.columns().get(0).name(),
                                        first.columns().get(1).name(),
                                        Style.DATA,
                                        2,
                                        first.rows())),
                        Axis.of("x"),
                        Axis.of("y"))),
                List.of(
                        new Headline("Isolated", 4, Double.NaN, Double.NaN, "nodes", ""),
                        new Headline("Share isolated", 0.2, Double.NaN, Double.NaN, "share of nodes", ""),
                        new Headline("Linked", 16, Double.NaN, Double.NaN, "nodes", ""),
                        new Headline("Top, node 17", 0.3, Double.NaN, Double.NaN, "", ""),
                        new Headline("Top 17", 0.3, Double.NaN, Double.NaN, "", "")),
                List.of("A caveat on 17 people"),
                List.of());
    }

    @Test
    void smallGroupsAreLeftOutWithTheirFigures() {
        Findings told = Disclosure.DEFAULT.of(findings(towns()), people("patients"));
        Table table = told.table("towns").orElseThrow();
        assertEquals(
                List.of("Ulm", "Kiel"),
                List.of(table.column("town").textAt(0), table.column("town").textAt(1)));
        assertEquals(2, table.rows());
        assertArrayEquals(new double[] {40, 41}, table.column("age").toDoubles());
        Figure figure = told.figures().get(0);
        assertEquals(table, figure.table());
        assertEquals(1, figure.series().get(0).toRow());
        assertEquals(1, figure.series().get(1).fromRow());
        assertEquals(2, figure.series().get(1).toRow());
        assertEquals("Without … and person-22", figure.caption());
        assertEquals("About …", told.title());
        assertEquals(
                List.of("Linked", "Top 17"),
                told.headlines().stream().map(Headline::label).toList());
        assertEquals("A caveat on 17 people", told.notes().get(0));
        assertEquals(
                "Numbers of fewer than 5 nodes are left out (rows of towns), as the data are sensitive: patients.",
                told.notes().get(1));
    }

    @Test
    void decisionsOfFewAreLeftOutLikeNodes() {
        Rows rows = new Rows().number("exposures", "sources", "").number("at-risk", "decisions", "");
        rows.number("adopted", "decisions", "");
        rows.add(1, 90, 22);
        rows.add(2, 36, 6);
        rows.add(3, 14, 0);
        rows.add(4, 7, 1);
        rows.add(5, 4, 0);
        Table told = Disclosure.DEFAULT
                .of(findings(rows.table("exposure", "")), people("patients"))
                .table("exposure")
                .orElseThrow();
        assertArrayEquals(new double[] {1, 2, 3}, told.column("exposures").toDoubles());
    }

    @Test
    void loneSmallGroupTakesTheNextWithIt() {
        Rows rows = new Rows().text("town", "").number("people", "nodes", "");
        rows.add(List.of("Ulm"), 9);
        rows.add(List.of("Bonn"), 3);
        rows.add(List.of("Kiel"), 8);
        rows.add(List.of("Hof"), 0);
        Table told = Disclosure.DEFAULT
                .of(findings(rows.table("towns", "")), people("patients"))
                .table("towns")
                .orElseThrow();
        assertEquals(2, told.rows());
        assertEquals("Ulm", told.column("town").textAt(0));
        assertEquals("Hof", told.column("town").textAt(1));
    }

    /** Adopters by year 6, 2, 7, 5: the shares 0.3, 0.4, 0.75, 1 would tell the 2 by difference to the counts beside. */
    @Test
    void sharesThatAddUpDoNotTellWhatIsLeftOut() {
        Rows rows = new Rows()
                .number("year", "years", "")
                .number("new", "nodes", "")
                .number("adopted", "share of nodes", "");
        rows.add(1, 6, 0.3);
        rows.add(2, 2, 0.4);
        rows.add(3, 7, 0.75);
        rows.add(4, 5, 1);
        Table told = Disclosure.DEFAULT
                .of(findings(rows.table("curve", "")), people("patients"))
                .table("curve")
                .orElseThrow();
        assertArrayEquals(new double[] {1, 3}, told.column("year").toDoubles());
        assertArrayEquals(
                new double[] {Double.NaN, Double.NaN}, told.column("new").toDoubles());
        assertArrayEquals(new double[] {0.3, 0.75}, told.column("adopted").toDoubles());
    }

    @Test
    void tablesOfSingleNodesAreLeftOut() {
        Rows named = new Rows().text("who", "").number("score", "", "");
        named.add(List.of("person-2"), 1);
        named.add(List.of("others"), 2);
        Rows each = new Rows().number("score", "", "");
        for (int v = 0; v < PEOPLE; v++) {
            each.add(v);
        }
        Findings found = findings(towns(), named.table("named", ""), each.table("each", ""));
        Findings told = Disclosure.DEFAULT.of(found, people("patients"));
        assertEquals(List.of("towns"), told.tables().stream().map(Table::name).toList());
        assertTrue(told.notes()
                .contains("Tables of single nodes are left out (named, each), as the data are sensitive: patients."));
    }

    @Test
    void rowsMayHaveTheirOwnUnits() {
        Rows rows = new Rows().text("measure", "").text("unit", "").number("value", "", "");
        rows.add(List.of("isolated", "nodes"), 2);
        rows.add(List.of("mean degree", ""), 2);
        rows.add(List.of("linked", "nodes"), 18);
        Table told = Disclosure.DEFAULT
                .of(findings(rows.table("summary", "")), people("patients"))
                .table("summary")
                .orElseThrow();
        assertEquals(1, told.rows());
        assertEquals("mean degree", told.column("measure").textAt(0));
    }

    @Test
    void whatIsNotSensitiveOrAskedForIsTold() {
        Findings found = findings(towns());
        assertSame(found, Disclosure.DEFAULT.of(found, people("none")));
        Findings asked = new Disclosure(5, true).of(found, people("patients"));
        assertEquals(found.tables(), asked.tables());
        assertEquals(
                "Single nodes and small counts are told, as asked for, although the data are sensitive: patients.",
                asked.notes().get(1));
        Findings coarse = new Disclosure(7, false).of(found, people("patients"));
        assertEquals(1, coarse.table("towns").orElseThrow().rows());
    }

    @Test
    void simulatedCountsAreNobodys() {
        Rows named = new Rows().text("who", "").number("score", "", "");
        named.add(List.of("person-2"), 1);
        Findings told = Disclosure.DEFAULT.ofSimulated(
                findings(towns(), named.table("named", "")), List.of(people("patients")));
        assertEquals(4, told.table("towns").orElseThrow().rows());
        assertTrue(told.table("named").isEmpty());
    }
}
