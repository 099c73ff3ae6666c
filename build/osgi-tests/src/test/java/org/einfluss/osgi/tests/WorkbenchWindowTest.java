package org.einfluss.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.swing.JComboBox;
import javax.swing.JTabbedPane;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The window of the assembled product, as a user meets it. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class WorkbenchWindowTest {
    private static final Pattern DIGEST = Pattern.compile("\"digest\" ?: ?\"([0-9a-f]{64})\"");

    @TempDir
    private Path folder;

    @Test
    void aNewcomerWatchesACascadeExportsItAndComparesTheories() throws Exception {
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            assertEquals("Einfluss", workbench.frame().getTitle());
            Screen.press("welcome.run");
            Screen.await("live.curve", Component::isShowing);
            Screen.await("live.pause", Component::isEnabled);
            Screen.press("live.step");
            Screen.await("tool.export-workbook", Component::isEnabled); // all runs are done
            Screen.press("view.properties.close");
            Screen.shoot("live");
            assertEquals(List.of(), Screen.unnamed());

            Screen.press("tool.export-workbook");
            Path study = onlyStudy();
            await(study.resolve("study.xlsx"));
            assertTrue(Files.exists(study.resolve("findings")), "findings were not written");
            Screen.see(() -> {
                tabs("study").setSelectedIndex(0);
                return true;
            });
            Screen.shoot("summary");

            Screen.press("tool.compare");
            Screen.press("compare.law-of-the-few");
            JTextComponent yaml = experiment();
            assertTrue(Screen.see(yaml::getText).contains("law-of-the-few"), yaml.getText());

            assertEquals(
                    0,
                    workbench.commandLine(
                            "run",
                            study.resolve("experiment.yaml").toString(),
                            "--home",
                            folder.resolve("other").toString(),
                            "--out",
                            folder.resolve("by-command").toString()));
            assertEquals(digest(folder.resolve("by-command")), digest(study), "window and command line differ");
        }
    }

    @Test
    void formAndFileAreTwoViewsOfOneExperiment() throws Exception {
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            assertTrue(workbench.frame().isShowing());
            Screen.press("welcome.ready.window-map");
            Screen.press("tool.perspective-experiment");
            JTextComponent yaml = experiment();
            Screen.see(() -> {
                tabs("experiment").setSelectedIndex(0);
                return true;
            });
            JTextField nodes = Screen.await("experiment.network[0].nodes", JTextField.class);
            assertEquals("1000", Screen.see(nodes::getText));
            Screen.await("experiment.verdict", label -> Screen.text(label).contains("23,400"));
            Screen.shoot("experiment");
            assertEquals(List.of(), Screen.unnamed());

            set(nodes, "500");
            assertTrue(Screen.see(yaml::getText).contains("nodes: 500"), yaml.getText());
            assertTrue(Screen.see(yaml::getText).startsWith("# A small map"), "the comment above was lost");
            Screen.press("tool.undo");
            assertTrue(Screen.see(yaml::getText).contains("nodes: 1000"), yaml.getText());
            JTextField again = Screen.await("experiment.network[0].nodes", JTextField.class);
            assertEquals("1000", Screen.see(again::getText));

            set(Screen.await("experiment.network[0].nodes", JTextField.class), "-5");
            Screen.await("experiment.verdict", label -> Screen.text(label).contains("was -5"));
            Screen.shoot("mistake");
        }
    }

    @Test
    void aDatasetOpensWithPictureTablesAndAnalyses() throws Exception {
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "de")) {
            assertTrue(workbench.frame().isShowing());
            Screen.press("welcome.dataset.les-miserables");
            Screen.press("dataset.analyse");
            Screen.await("dataset", component -> ((JTabbedPane) component).getTabCount() == 4);
            assertEquals(List.of("Bild", "Knoten", "Pfeile"), titles("dataset").subList(0, 3));
            Screen.see(() -> {
                tabs("dataset").setSelectedIndex(1);
                return true;
            });
            assertEquals(List.of(), Screen.unnamed());
            Screen.see(() -> {
                tabs("dataset").setSelectedIndex(0);
                return true;
            });
            JComboBox<?> colour = Screen.await("dataset.colour", JComboBox.class);
            Screen.see(() -> {
                colour.setSelectedIndex(1);
                return true;
            });
            Screen.shoot("dataset-de");
        }
    }

    private static JTextComponent experiment() {
        JTabbedPane tabs = Screen.await("experiment", JTabbedPane.class);
        Screen.see(() -> {
            tabs.setSelectedIndex(1);
            return true;
        });
        return Screen.await("experiment.yaml", JTextComponent.class);
    }

    private static void set(JTextField field, String text) {
        Screen.see(() -> {
            field.setText(text);
            field.postActionEvent();
            return true;
        });
    }

    private static JTabbedPane tabs(String name) {
        return (JTabbedPane) Screen.find(name).orElseThrow();
    }

    private static List<String> titles(String name) {
        JTabbedPane tabs = Screen.await(name, JTabbedPane.class);
        return Screen.see(() -> Stream.iterate(0, i -> i + 1)
                .limit(tabs.getTabCount())
                .map(tabs::getTitleAt)
                .toList());
    }

    private Path onlyStudy() throws IOException {
        try (Stream<Path> studies = Files.list(folder.resolve("home").resolve("studies"))) {
            List<Path> found = studies.toList();
            assertEquals(1, found.size(), found::toString);
            return found.get(0);
        }
    }

    private static void await(Path file) throws InterruptedException {
        for (int i = 0; i < 600 && !Files.exists(file); i++) {
            Thread.sleep(100); // the job is another thread's
        }
        assertTrue(Files.exists(file), () -> file + " was not written");
    }

    static String digest(Path study) throws IOException {
        Matcher digest = DIGEST.matcher(Files.readString(study.resolve("outcome.json")));
        assertTrue(digest.find(), "no digest in " + study);
        return digest.group(1);
    }
}
