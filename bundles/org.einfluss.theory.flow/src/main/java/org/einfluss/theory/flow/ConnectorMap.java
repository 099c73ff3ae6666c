package org.einfluss.theory.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.charts.CellMap;
import org.einfluss.charts.CellMap.Cell;
import org.einfluss.charts.CellMap.Panel;
import org.einfluss.charts.ChartView;
import org.einfluss.graph.Column;
import org.jfree.chart.JFreeChart;
import org.osgi.service.component.annotations.Component;

/**
 * Who wins, over contagion (down), links abroad (across), and place and horizon (a panel each). Letters and lightness tell in grey what colours
 * tell; "=" stands where no difference is shown.
 */
@Component(service = ChartView.class)
public final class ConnectorMap implements ChartView {
    private static final List<String> CHOICES = List.of("random", "leaders", "connectors");
    /** Blue, yellow and red of the house are of different lightness. */
    private static final double[] SHARE = {0.3, 0.55, 0.7};

    /** For the registry. */
    public ConnectorMap() {}

    @Override
    public boolean draws(Findings findings) {
        return findings.kind().equals("leaders-and-connectors")
                && findings.table("reach").isPresent()
                && findings.table("reach").orElseThrow().rows() > 0;
    }

    @Override
    public JFreeChart draw(Findings findings) {
        Table reach = findings.table("reach").orElseThrow();
        List<String> contagions = distinct(reach.column("contagion"));
        List<Double> outside = IntStream.range(0, reach.rows())
                .mapToObj(row -> reach.column("outside").doubleAt(row))
                .distinct()
                .sorted()
                .toList();
        List<String> across = outside.stream()
                .map(k -> k.isNaN() ? "one" : Double.toString(k).replaceFirst("\\.0$", ""))
                .toList();
        List<Panel> panels = new ArrayList<>();
        for (String place : List.of("own", "others")) {
            for (String horizon : List.of("early", "end")) {
                List<Cell> cells = new ArrayList<>();
                for (int row = 0; row < reach.rows(); row++) {
                    if (reach.column("place").textAt(row).equals(place)
                            && reach.column("horizon").textAt(row).equals(horizon)) {
                        cells.add(cell(
                                reach.column("best").textAt(row),
                                outside.indexOf(reach.column("outside").doubleAt(row)),
                                contagions.indexOf(reach.column("contagion").textAt(row))));
                    }
                }
                panels.add(new Panel((place.equals("own") ? "home, " : "abroad, ") + horizon, across, cells));
            }
        }
        List<CellMap.Key> keys = new ArrayList<>();
        for (String choice : CHOICES) {
            keys.add(new CellMap.Key(letter(choice), choice, fill(choice)));
        }
        keys.add(new CellMap.Key("=", "no difference shown", CellMap.NEUTRAL));
        List<String> models = distinct(reach.column("model")).stream()
                .map(id -> LeadersAndConnectors.initials(id) + ": " + id)
                .toList();
        String caption =
                findings.figures().isEmpty() ? "" : findings.figures().get(0).caption();
        return new CellMap(
                        "Who wins at home, who abroad?",
                        String.join(", ", models)
                                + ". Across: mean degree to other blocks k_out. Two letters: not told apart, both better than the third. "
                                + findings.notes().get(1) + " " + caption,
                        contagions,
                        panels,
                        keys)
                .draw();
    }

    private static Cell cell(String best, int column, int row) {
        String[] names = best.split(LeadersAndConnectors.OR, -1);
        if (!CHOICES.contains(names[0])) {
            return new Cell(column, row, "=", CellMap.NEUTRAL);
        }
        StringBuilder letters = new StringBuilder();
        for (String name : names) {
            letters.append(letter(name));
        }
        return new Cell(column, row, letters.toString(), names.length > 1 ? CellMap.NEUTRAL : fill(best));
    }

    private static String letter(String choice) {
        return choice.substring(0, 1).toUpperCase(java.util.Locale.ROOT);
    }

    private static java.awt.Color fill(String choice) {
        int number = CHOICES.indexOf(choice);
        return CellMap.pale(number, SHARE[number]);
    }

    private static List<String> distinct(Column column) {
        return IntStream.range(0, column.size())
                .mapToObj(column::textAt)
                .distinct()
                .toList();
    }
}
