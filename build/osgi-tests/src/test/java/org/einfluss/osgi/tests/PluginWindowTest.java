package org.einfluss.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.swing.JComboBox;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins while the window is open. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class PluginWindowTest {
    @TempDir
    private Path folder;

    @Test
    void aModelMadeInTheWindowIsLiveAndItsMistakesAreProblems() throws Exception {
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            assertTrue(workbench.frame().isShowing());
            Screen.choose("new-model");
            JTextComponent name = Screen.await("new-plug-in.name", JTextComponent.class);
            assertEquals(List.of(), Screen.unnamed());
            Screen.type(name, "two step");
            Screen.await("new-plug-in.ok", button -> !button.isEnabled());
            Screen.type(name, "TwoStep");
            Screen.press("new-plug-in.ok");

            JTextComponent text = Screen.await("source.text", JTextComponent.class);
            awaitVerdict("Live: model two-step");
            assertTrue(Screen.see(text::getText).contains("class TwoStep extends"), text.getText());
            Path file = plugins().resolve("TwoStep.java");
            String good = Files.readString(file);

            Screen.type(text, good.replace("return (node", "retrun (node"));
            long start = System.nanoTime();
            Screen.press("tool.save");
            awaitVerdict("TwoStep.java:19:");
            System.out.println("a mistake shows " + (System.nanoTime() - start) / 1_000_000 + " ms after saving it");
            List<String> problems = problems();
            assertTrue(problems.get(0).startsWith("TwoStep.java:19:"), problems::toString);
            assertTrue(problems.get(0).contains("retrun (node, cascade) ->"), problems::toString);
            Screen.shoot("plug-in-broken");
            assertEquals(List.of(), Screen.unnamed());

            Screen.press("problems.remedy");
            assertEquals(
                    good.substring(0, good.indexOf("return (node")).lines().count(),
                    Screen.see(() -> text.getText()
                            .substring(0, text.getCaretPosition() + 1)
                            .lines()
                            .count()));

            Screen.type(text, good.replace("One chance per tie.", "One chance, no more."));
            long again = System.nanoTime();
            Screen.press("tool.save");
            awaitVerdict("Live: model two-step");
            System.out.println("an edit is live " + (System.nanoTime() - again) / 1_000_000 + " ms after saving it");
            assertEquals(List.of(), problems());

            Screen.press("tool.undo");
            assertTrue(Screen.see(text::getText).contains("One chance per tie."), text.getText());
        }
    }

    @Test
    void aModelWithoutCodeIsMadeInTheWindowAndRuns() throws Exception {
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            assertTrue(workbench.frame().isShowing());
            Screen.choose("new-declared-model");
            Screen.type(Screen.await("new-plug-in.name", JTextComponent.class), "Hearsay");
            Screen.press("new-plug-in.ok");
            awaitVerdict("Live: model hearsay");
            assertTrue(Files.exists(plugins().resolve("hearsay.yaml")), "the file is not in the folder of plug-ins");
            Path experiments = Files.createDirectories(folder.resolve("home").resolve("experiments"));
            Files.writeString(experiments.resolve("hearsay-karate.yaml"), """
                    format: 1
                    network: {id: dataset, name: karate}
                    model: hearsay
                    seeding: {id: random, size: 2}
                    replicates: {networks: 1, runs: 20}
                    key: 3
                    """);
            Screen.openFromNavigator("hearsay-karate.yaml");
            Screen.await("experiment.verdict", label -> Screen.text(label).contains("Runs: 20"));
            Screen.press("tool.run");
            Screen.await("tool.export-workbook", Component::isEnabled);
            Screen.await("live.curve", Component::isShowing);
        }
    }

    @Test
    void aPluginDroppedIntoTheFolderAsksOnceAndIsThenInForms() throws Exception {
        Path jar = Product.jar("org.einfluss.example");
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            assertTrue(workbench.frame().isShowing());
            Screen.press("welcome.ready.window-map");
            JComboBox<?> models = Screen.await("experiment.model[0]", JComboBox.class);
            int before = Screen.see(models::getItemCount);

            Files.createDirectories(plugins());
            Path copy = Files.copy(jar, plugins().resolve("example.part"));
            Files.move(copy, plugins().resolve("example.jar"));
            Screen.await("problems.remedy", Component::isEnabled);
            assertEquals(
                    "Trust and start",
                    Screen.see(() ->
                            ((javax.swing.JButton) Screen.await("problems.remedy", Component::isEnabled)).getText()));
            assertTrue(problems().get(0).startsWith("example.jar"), problems()::toString);
            assertFalse(Files.exists(folder.resolve("home").resolve("trusted-plug-ins.txt")));
            Screen.shoot("plug-in-waits");

            Screen.press("problems.remedy");
            Screen.await("experiment.model[0]", choice -> ((JComboBox<?>) choice).getItemCount() > before);
            assertEquals(List.of(), problems());
            assertTrue(Files.readString(folder.resolve("home").resolve("trusted-plug-ins.txt"))
                    .contains("example.jar"));

            Files.delete(plugins().resolve("example.jar"));
            Screen.await("experiment.model[0]", choice -> ((JComboBox<?>) choice).getItemCount() == before);
        }
    }

    @Test
    void whatThrowsIsAProblemAndTheWindowGoesOn() throws Exception {
        Files.createDirectories(plugins());
        Files.writeString(
                folder.resolve("home").resolve("trusted-plug-ins.txt"),
                "sources " + plugins().toAbsolutePath().normalize() + "\n");
        Files.writeString(plugins().resolve("BadView.java"), """
                import org.einfluss.api.findings.Findings;
                import org.einfluss.charts.ChartView;
                import org.jfree.chart.JFreeChart;
                import org.osgi.service.component.annotations.Component;

                @Component(service = ChartView.class)
                public final class BadView implements ChartView {
                    @Override
                    public boolean draws(Findings findings) {
                        return true;
                    }

                    @Override
                    public JFreeChart draw(Findings findings) {
                        throw new IllegalStateException("no ink");
                    }
                }
                """);
        String reader = Files.readString(Product.ROOT.resolve(
                "bundles/org.einfluss.sdk/src/main/resources/org/einfluss/sdk/templates/MyReader.java"));
        Files.writeString(
                plugins().resolve("BadReader.java"),
                reader.replaceAll("\\bMyReader\\b", "BadReader")
                        .replace("my-reader", "bad-reader")
                        .replace(
                                "    @Override\n    public Set<String> extensions() {",
                                "    public BadReader() {\n        throw new IllegalStateException(\"no paper\");\n    }\n\n"
                                        + "    @Override\n    public Set<String> extensions() {"));
        String model = Files.readString(Product.ROOT.resolve(
                "bundles/org.einfluss.sdk/src/main/resources/org/einfluss/sdk/templates/MyModel.java"));
        Files.writeString(
                plugins().resolve("BadForm.java"),
                model.replaceAll("\\bMyModel\\b", "BadForm")
                        .replace("my-model", "bad-form")
                        .replace("range = \"[0,1]\"", "range = \"[0,1\""));
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "de")) {
            assertTrue(workbench.frame().isShowing());
            Screen.press("welcome.dataset.karate");
            Screen.press("dataset.analyse");
            Screen.await("dataset", tabs -> ((JTabbedPane) tabs).getTabCount() == 4);
            Screen.press("tool.perspective-data");
            Screen.choose("welcome");
            Screen.press("welcome.ready.window-map");
            Screen.await("experiment.model[0]", JComboBox.class);
            List<String> problems = awaitProblems(3);
            for (String part : List.of("no ink", "no paper", "bad-form")) {
                assertEquals(
                        1, problems.stream().filter(line -> line.contains(part)).count(), problems::toString);
            }
            Screen.shoot("problems-de");
        }
    }

    private Path plugins() {
        return folder.resolve("home").resolve("plugins");
    }

    private static void awaitVerdict(String begin) {
        Screen.await("source.verdict", label -> Screen.text(label).startsWith(begin));
    }

    private static List<String> awaitProblems(int number) {
        Screen.await("problems", table -> ((JTable) table).getRowCount() >= number);
        return problems();
    }

    /** Place and sentence of each problem that is listed. */
    private static List<String> problems() {
        JTable table = Screen.await("problems", JTable.class);
        return Screen.see(() -> {
            List<String> rows = new ArrayList<>();
            for (int row = 0; row < table.getRowCount(); row++) {
                rows.add(table.getValueAt(row, 1) + " " + table.getValueAt(row, 2));
            }
            return rows;
        });
    }
}
