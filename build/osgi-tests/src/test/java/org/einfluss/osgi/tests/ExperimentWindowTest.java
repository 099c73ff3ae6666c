package org.einfluss.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.swing.JComboBox;
import javax.swing.JTabbedPane;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Planning an experiment: factors and their levels, and what people wrote into its file. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class ExperimentWindowTest {
    private static final String EXPERIMENT = """
            # why it is done
            format: 1
            title: Levels
            network: {id: barabasi-albert, nodes: 100, links: 3}  # small
            # the model of the paper
            model: {id: independent-cascade, probability: 0.1}
            seeding: {id: random, size: 3}
            replicates: {networks: 2, runs: 5}
            key: 7
            """;

    @TempDir
    private Path folder;

    @Test
    void aFactorIsMadeOfAParameterAndCommentsStay() throws Exception {
        Path experiments = Files.createDirectories(folder.resolve("home").resolve("experiments"));
        Files.writeString(experiments.resolve("levels.yaml"), EXPERIMENT);
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            assertTrue(workbench.frame().isShowing());
            Screen.openFromNavigator("levels.yaml");
            Screen.press("experiment.network[0].nodes.vary");
            JComboBox<?> way = Screen.await("experiment.network[0].nodes.way", JComboBox.class);
            Screen.see(() -> {
                way.setSelectedIndex(1);
                return true;
            });
            enter("experiment.network[0].nodes.to", "500");
            enter("experiment.network[0].nodes.step", "100");
            Screen.await(
                    "experiment.network[0].nodes.levels",
                    label -> text(label).equals("5 levels: 100, 200, 300, 400, 500"));
            Screen.await(
                    "experiment.verdict", label -> text(label).startsWith("Design points: 5. Networks: 10. Runs: 50."));
            Screen.shoot("levels");
            assertEquals(List.of(), Screen.unnamed());
            enter("experiment.network[0].nodes.to", "0");
            Screen.await(
                    "experiment.network[0].nodes.levels", label -> text(label).contains("'from' below 'to'"));
            Screen.shoot("levels-mistake");

            JTabbedPane tabs = Screen.await("experiment", JTabbedPane.class);
            Screen.see(() -> {
                tabs.setSelectedIndex(1);
                return true;
            });
            JTextComponent yaml = Screen.await("experiment.yaml", JTextComponent.class);
            assertEquals(
                    EXPERIMENT.replace("nodes: 100", "nodes: {vary: {from: 100, to: 500, step: 100, scale: linear}}"),
                    Screen.see(yaml::getText));
            while (Screen.see(() -> Screen.find("tool.undo").orElseThrow().isEnabled())) {
                Screen.press("tool.undo");
            }
            assertEquals(EXPERIMENT, Screen.see(yaml::getText));
        }
    }

    private static void enter(String name, String text) {
        JTextField field = Screen.await(name, JTextField.class);
        Screen.see(() -> {
            field.setText(text);
            field.postActionEvent();
            return true;
        });
    }

    private static String text(java.awt.Component label) {
        return Screen.text(label);
    }
}
