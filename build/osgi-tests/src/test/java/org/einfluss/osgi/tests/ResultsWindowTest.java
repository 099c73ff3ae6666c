package org.einfluss.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Toolkit;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JOptionPane;
import javax.swing.JSpinner;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reading what came out of a study: runs, comparison with a baseline, replay, figures and tables. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class ResultsWindowTest {
    private static final String EXPERIMENT = """
            format: 1
            title: Who starts it
            network: {id: barabasi-albert, nodes: 120, links: 3}
            model: {id: watts-threshold, threshold: {kind: constant, value: {vary: [0.2, 0.25, 0.3]}}}
            seeding:
              - {id: random, size: 3}
              - {id: top-degree, size: 3}
            replicates: {networks: 30, runs: 10}
            key: 7
            analyses:
              - {id: paired-differences, variable: reach}
            """;

    @TempDir
    private Path folder;

    @Test
    void runsAreFilteredAndReplayedAndPointsComparedWithABaseline() throws Exception {
        Path experiments = Files.createDirectories(folder.resolve("home").resolve("experiments"));
        Path file = Files.writeString(experiments.resolve("who.yaml"), EXPERIMENT);
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            Path study = folder.resolve("by-command");
            assertEquals(
                    0,
                    workbench.commandLine(
                            "run",
                            file.toString(),
                            "--home",
                            folder.resolve("other").toString(),
                            "--out",
                            study.toString()));
            Screen.openFromNavigator("who.yaml");
            Screen.await("experiment", Component::isShowing);
            Screen.press("tool.run");
            Screen.await("study", tabs -> ((JTabbedPane) tabs).indexOfTab("Runs") > 0);
            tab("Runs");
            Screen.await("runs.count", label -> text(label).equals("1 to 200 of 1,800 runs"));
            Screen.shoot("runs");
            JTextField filter = Screen.await("runs.filter", JTextField.class);
            type(filter, "reach > 0.5, seeding = top-degree, rech = 1");
            Screen.await("runs.mistake", label -> text(label).contains("There is no column 'rech'"));
            type(filter, "point = 3, draw >= 28");
            Screen.await("runs.count", label -> text(label).equals("1 to 20 of 20 runs"));
            Screen.press("runs.descending");
            choose("runs.sort", 2);
            JTable runs = Screen.await("runs", JTable.class);
            Screen.await(
                    "runs.count",
                    label -> text(label).equals("1 to 20 of 20 runs")
                            && runs.getValueAt(0, 2).equals(9L));
            assertEquals(List.of(), Screen.unnamed());
            Screen.see(() -> {
                runs.setRowSelectionInterval(1, 1);
                return true;
            });
            List<Object> row =
                    Screen.see(() -> List.of(runs.getValueAt(1, 0), runs.getValueAt(1, 1), runs.getValueAt(1, 2)));
            assertEquals(List.of(3L, 29L, 9L), row);
            Screen.press("runs.replay");
            Screen.await("live.pause", Component::isEnabled);
            JComboBox<?> point = Screen.await("live.point", JComboBox.class);
            assertEquals(3, Screen.see(point::getSelectedIndex));
            assertEquals(29, Screen.see(Screen.await("live.draw", JSpinner.class)::getValue));
            assertEquals(9, Screen.see(Screen.await("live.number", JSpinner.class)::getValue));

            saveAnimation();

            tab("Design points");
            Screen.await("points.note", label -> text(label).startsWith("Select a design point"));
            JTable points = Screen.await("points", JTable.class);
            Screen.see(() -> {
                points.setRowSelectionInterval(0, 0);
                return true;
            });
            Screen.press("points.pin");
            Screen.await("points.note", label -> text(label).contains("paired by network"));
            Screen.shoot("baseline");
            assertEquals(List.of(), Screen.unnamed());
            assertEquals(byCommand(study), differences());

            Screen.press("figure.points.copy");
            Clipboard clipboard = Toolkit.getDefaultToolkit().getSystemClipboard();
            Screen.await(
                    "status.said", label -> Screen.see(() -> clipboard.isDataFlavorAvailable(DataFlavor.imageFlavor)));
            Screen.press("points.copy");
            Screen.await(
                    "status.said",
                    label -> Screen.see(() -> clipboard.isDataFlavorAvailable(DataFlavor.allHtmlFlavor)));
            String copied = (String) clipboard.getData(DataFlavor.stringFlavor);
            assertTrue(copied.startsWith("point\t"), copied);
            assertEquals(7, copied.lines().count());

            exportFigure();
        }
    }

    @Test
    void theNumbersOfAChartViewStandBesideIt() throws Exception {
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            assertTrue(workbench.frame().isShowing());
            Screen.press("welcome.ready.window-map");
            Screen.await("experiment.model[0]", Component::isShowing);
            Screen.press("tool.run");
            Screen.await("study", tabs -> ((JTabbedPane) tabs).indexOfTab("cascade-window") > 0);
            tab("cascade-window");
            Screen.press("figure.window-map.data");
            Screen.await("figure.window-map.tables", tabs -> ((JTabbedPane) tabs).indexOfTab("cells") > 0);
            Screen.press("figure.window-map.data");
            Screen.await(
                    "the chart alone",
                    () -> Screen.find("figure.window-map.tables").isPresent() ? null : true);
        }
    }

    private void saveAnimation() throws Exception {
        Screen.press("live.export");
        Path gif = folder.resolve("run.gif");
        Screen.type(Screen.await("animation.file", JTextField.class), gif.toString());
        Screen.shoot("animation");
        assertEquals(List.of(), Screen.unnamed());
        Screen.press("animation.write");
        Screen.await("status.said", label -> Files.exists(gif));
        assertEquals(800, ImageIO.read(gif.toFile()).getWidth());

        Files.writeString(gif, "something dear"); // and now it is there already
        Screen.press("live.export");
        Screen.type(Screen.await("animation.file", JTextField.class), gif.toString());
        Screen.press("animation.write");
        AbstractButton no = Screen.await(
                "the question",
                () -> Screen.showing().stream()
                        .filter(AbstractButton.class::isInstance)
                        .map(AbstractButton.class::cast)
                        .filter(button -> "Cancel".equals(button.getText())
                                && SwingUtilities.getAncestorOfClass(JOptionPane.class, button) != null)
                        .findFirst()
                        .orElse(null));
        Screen.see(() -> {
            no.doClick();
            return true;
        });
        Screen.press("animation.cancel");
        assertEquals("something dear", Files.readString(gif));
    }

    private void exportFigure() throws Exception {
        Screen.press("figure.points.export");
        Screen.await("figure.preview", Component::isShowing);
        JSpinner width = Screen.await("figure.width", JSpinner.class);
        JTextField target = Screen.await("figure.file", JTextField.class);
        Path png = folder.resolve("points.png");
        Screen.see(() -> {
            width.setValue(100);
            target.setText(png.toString());
            return true;
        });
        Screen.shoot("figure-preview");
        assertEquals(List.of(), Screen.unnamed());
        Screen.press("figure.write");
        Screen.await("status.said", label -> Files.exists(png));
        assertEquals(1181, ImageIO.read(png.toFile()).getWidth(), "100 mm at 300 dpi");
    }

    /** Difference and ends of its interval by design point, as the window shows them. */
    private static Map<String, List<Double>> differences() {
        JTable points = Screen.await("points", JTable.class);
        return Screen.see(() -> {
            Map<String, List<Double>> found = new TreeMap<>();
            for (int row = 0; row < points.getRowCount(); row++) {
                int first = points.getColumnModel().getColumnIndex("difference (share of nodes)");
                if (points.getValueAt(row, first) instanceof Double difference) {
                    found.put(
                            points.getValueAt(row, 0).toString(),
                            List.of(difference, (Double) points.getValueAt(row, first + 1), (Double)
                                    points.getValueAt(row, first + 2)));
                }
            }
            return found;
        });
    }

    /** The same out of the file that the command line wrote. */
    private static Map<String, List<Double>> byCommand(Path study) throws Exception {
        List<String> lines = Files.readAllLines(study.resolve("findings/paired-differences/paired-differences.csv"));
        List<String> names = List.of(lines.get(0).split(","));
        Map<String, List<Double>> found = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            found.put(
                    cells[names.indexOf("point")],
                    List.of(
                            Double.valueOf(cells[names.indexOf("difference")]),
                            Double.valueOf(cells[names.indexOf("difference-low")]),
                            Double.valueOf(cells[names.indexOf("difference-high")])));
        }
        assertEquals(5, found.size(), lines::toString);
        return found;
    }

    private static void tab(String title) {
        JTabbedPane tabs = Screen.await("study", JTabbedPane.class);
        Screen.see(() -> {
            tabs.setSelectedIndex(tabs.indexOfTab(title));
            return true;
        });
    }

    private static void choose(String name, int index) {
        JComboBox<?> box = Screen.await(name, JComboBox.class);
        Screen.see(() -> {
            box.setSelectedIndex(index);
            return true;
        });
    }

    private static void type(JTextField field, String text) {
        Screen.see(() -> {
            field.setText(text);
            field.postActionEvent();
            return true;
        });
    }

    private static String text(Component label) {
        return Screen.text(label);
    }
}
