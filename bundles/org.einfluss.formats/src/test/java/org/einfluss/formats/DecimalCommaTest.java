package org.einfluss.formats;

import static org.einfluss.formats.Texts.assertWrong;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.formats.EdgeListReader.Decimal;
import org.einfluss.formats.NetworkParameters.TieDirection;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.junit.jupiter.api.Test;

/** A number with a comma is read as what it is, refused, or told; never taken for something else in silence. */
class DecimalCommaTest {
    private static final String GUESSED = "comma in a number taken as decimal comma";

    private final ImportReport report = new ImportReport();

    private Network matrix(String text) throws IOException {
        return new AdjacencyMatrixReader()
                .read(Texts.of("m.matrix", text), NetworkParameters.of(TieDirection.INFLUENCES), report, Progress.NONE)
                .network();
    }

    @Test
    void matrixHasDecimalCommasWhereTheyCanBeNothingElse() throws IOException {
        Network network = matrix(";a;b\na;0;1,234\nb;0,5;\n");
        assertArrayEquals(new double[] {1.234, 0.5}, network.weights().orElseThrow());
        assertEquals(Map.of(GUESSED, 2L), Texts.losses(report));
        assertEquals(List.of("line 2", "line 3"), report.losses().get(0).examples());
    }

    @Test
    void firstRowWithMoreCommasThanSemicolonsIsSplitAtSemicolons() throws IOException {
        Network network = matrix("0,5;0,1;0,3\n0;0;0\n2;0;0\n");
        assertArrayEquals(new double[] {0.1, 0.3, 2}, network.weights().orElseThrow());
        assertArrayEquals(
                new double[] {0.1, 2}, matrix("0,5 0,1\n2 0\n").weights().orElseThrow());
        assertArrayEquals(new int[] {1, 0}, matrix("0, 1\n1, 0\n").graph().targets());
    }

    @Test
    void matrixWithThousandsOrBothSignsIsRefused() {
        assertWrong(
                "m.matrix:2:5: The comma in '1,234' may be a decimal comma or separate thousands. Write decimal points.",
                () -> matrix(";a;b\na;0;1,234\nb;12,500;\n"));
        assertWrong(
                "m.matrix:3:3: Found a number with a decimal comma, others have a point. Write decimal points.",
                () -> matrix(";a;b\na;0;1.5\nb;0,5;0\n"));
    }

    private Dataset survey(Decimal decimal, String text) throws IOException {
        return new NominationTableReader()
                .read(
                        Texts.of("s.csv", text),
                        new NominationTableReader.Parameters(
                                Direction.FOLLOWS,
                                "none",
                                "id",
                                List.of(new NominationTableReader.Relation("advice", List.of("n1"))),
                                List.of(),
                                List.of(),
                                "toa",
                                "inf",
                                "years",
                                "",
                                List.of("score", "code"),
                                decimal),
                        report,
                        Progress.NONE);
    }

    @Test
    void surveyIsToldWhichDecimalsItHas() throws IOException {
        String text = "id;n1;toa;score;code\n1;2;1,5;0,25;1,2,3\n2;1;3;NA;4\n";
        Dataset dataset = survey(Decimal.COMMA, text);
        assertArrayEquals(new double[] {1.5, 3}, dataset.logs().get(0).time());
        Column score = dataset.network().nodeColumn("score").orElseThrow();
        assertArrayEquals(new double[] {0.25, Double.NaN}, score.toDoubles());
        assertEquals("1,2,3", dataset.network().nodeColumn("code").orElseThrow().textAt(0));
        assertWrong(
                "s.csv:2: Expected a number with a decimal point in column score, found '0,25'. Correct it, or give"
                        + " decimal: comma.",
                () -> survey(Decimal.POINT, text));
        assertWrong(
                "s.csv:2: Expected a number with a decimal comma in column toa, found '1.500'. Correct it, or give"
                        + " decimal: point.",
                () -> survey(Decimal.COMMA, "id;n1;toa;score;code\n1;2;1.500;;\n"));
        assertWrong(
                "s.csv:2: Expected a number in column toa, found 'NaN'. Correct it.",
                () -> survey(Decimal.POINT, "id;n1;toa;score;code\n1;2;NaN;;\n"));
    }

    @Test
    void furtherColumnsOfTiesTellNumbersKeptAsTexts() throws IOException {
        Network network = new EdgeListReader()
                .read(
                        Texts.of("t.csv", "source;target;km;note\na;b;1,5;x\nb;c;NA;2,5\nc;a;7;3\n"),
                        new EdgeListReader.Parameters(
                                Direction.INFLUENCES,
                                EdgeListReader.Delimiter.AUTO,
                                EdgeListReader.Header.AUTO,
                                "auto",
                                "auto",
                                "none",
                                EdgeListReader.Repeated.AUTO,
                                NetworkParameters.Loops.DROP,
                                EdgeListReader.Columns.KEEP,
                                Decimal.POINT,
                                "none"),
                        report,
                        Progress.NONE)
                .network();
        assertEquals("1,5", network.arcColumn("km").orElseThrow().textAt(0));
        assertEquals(Map.of("number with a comma kept as a text", 1L), Texts.losses(report));
        assertEquals(List.of("arc attribute km"), report.losses().get(0).examples());
    }
}
