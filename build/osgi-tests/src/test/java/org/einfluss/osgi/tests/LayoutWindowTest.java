package org.einfluss.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Component;
import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.swing.JComboBox;
import javax.swing.JFrame;
import javax.swing.JMenuBar;
import javax.swing.JScrollPane;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where views stand, how they look and which language they speak. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class LayoutWindowTest {
    @TempDir
    private Path folder;

    @Test
    void viewsStandWhereTheyWereLeftUntilTheyAreReset() throws Exception {
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            assertTrue(workbench.frame().isShowing());
            Screen.press("view.properties.close");
            Screen.choose("view-console");
            Screen.await("console", Component::isShowing);
            assertFalse(Screen.find("properties").isPresent());
        }
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            assertTrue(workbench.frame().isShowing());
            Screen.await("console", Component::isShowing);
            assertFalse(Screen.find("properties").isPresent());
            Screen.choose("perspective-results");
            Screen.choose("perspective-data");
            Screen.await("console", Component::isShowing);
            Screen.press("view.navigator.float");
            Frame frame = workbench.frame();
            Screen.await("navigator.tree", tree -> javax.swing.SwingUtilities.getWindowAncestor(tree) != frame);
            Screen.choose("reset-layout");
            Screen.await("properties", Component::isShowing);
            Screen.await("navigator.tree", tree -> javax.swing.SwingUtilities.getWindowAncestor(tree) == frame);
            assertFalse(Screen.find("console").isPresent());
            Screen.choose("maximise-editor");
            Screen.await(
                    "the editors alone", () -> Screen.find("navigator.tree").isPresent() ? null : true);
            Screen.choose("maximise-editor");
            Screen.await("navigator.tree", Component::isShowing);
        }
    }

    @Test
    void anotherThemeKeepsTheWindowAndWhatIsOpenInIt() throws Exception {
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            Frame frame = workbench.frame();
            Screen.press("welcome.ready.window-map");
            Component model = Screen.await("experiment.model[0]", component -> true);
            Color light = Screen.see(model::getBackground);
            Screen.choose("theme");
            assertSame(frame, workbench.frame());
            assertSame(model, Screen.await("experiment.model[0]", component -> true));
            assertNotEquals(light, Screen.see(model::getBackground));
            Screen.shoot("experiment-dark");
            Screen.choose("perspective-experiment");
            Screen.choose("welcome");
            Screen.shoot("welcome-dark");
            Screen.choose("theme");
            assertEquals(light, Screen.see(model::getBackground));
        }
    }

    @Test
    void anotherLanguageAndSizeKeepWhatIsOpenAndItsEdits() throws Exception {
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            assertTrue(workbench.frame().isShowing());
            Screen.press("welcome.ready.window-map");
            Screen.type(Screen.await("experiment.network[0].nodes", JTextComponent.class), "777");
            Screen.focus("experiment.network[0].nodes");
            Screen.key("ENTER");
            Screen.choose("preferences");
            JComboBox<?> language = Screen.await("preferences.language", JComboBox.class);
            Screen.see(() -> {
                language.setSelectedIndex(1);
                return true;
            });
            Screen.press("preferences.ok");
            Screen.await(
                    "experiment.network[0].nodes",
                    field -> ((JTextComponent) field).getText().equals("777"));
            assertEquals(List.of("Datei", "Bearbeiten", "Ausführen", "Export", "Fenster", "Hilfe"), menus(workbench));
            Screen.shoot("experiment-german");
            Component before = Screen.await("experiment.network[0].nodes", component -> true);
            Screen.choose("larger");
            Screen.await(
                    "experiment.network[0].nodes",
                    field -> field != before
                            && field.getFont().getSize() == 14
                            && ((JTextComponent) field).getText().equals("777"));
        }
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            assertEquals("Datei", menus(workbench).get(0)); // what was chosen goes before what the system says
        }
    }

    @Test
    void germanInLargeLettersIsShownWhole() throws Exception {
        Path preferences = folder.resolve("home").resolve("workbench").resolve("preferences.json");
        Files.createDirectories(preferences.getParent());
        Files.writeString(preferences, "{\"language\": \"de\", \"theme\": \"DARK\", \"font-size\": 18}");
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            assertTrue(workbench.frame().isShowing());
            Screen.await("welcome.dataset.stackexchange-android", Component::isShowing);
            JScrollPane page = Screen.await("welcome", JScrollPane.class);
            assertEquals(
                    0, Screen.see(() -> page.getViewport().getViewPosition().y), "the page does not begin at its top");
            assertEquals(List.of(), Screen.cutOff());
            Screen.press("welcome.dataset.karate");
            Screen.await("dataset.analyse", Component::isEnabled);
            assertEquals(List.of(), Screen.cutOff());
            Screen.shoot("dataset-large");
            Screen.choose("welcome");
            Screen.press("welcome.ready.window-map");
            Screen.press("experiment.network[0].nodes.vary");
            JComboBox<?> way = Screen.await("experiment.network[0].nodes.way", JComboBox.class);
            Screen.see(() -> {
                way.setSelectedIndex(1);
                return true;
            });
            Screen.await("experiment.network[0].nodes.step", field -> lies(field, field.getParent()));
            assertEquals(List.of(), Screen.cutOff());
            Screen.shoot("experiment-large");
            for (String command : List.of("import", "preferences", "plug-ins", "new-model")) {
                Screen.choose(command);
                String dialog = command.equals("new-model") ? "new-plug-in" : command;
                Component shown = Screen.await(dialog, Component::isShowing);
                assertTrue(Toolkit.getDefaultToolkit().getScreenSize().height >= shown.getHeight(), command);
                assertEquals(List.of(), Screen.cutOff(), command);
                Screen.shoot(dialog + "-large");
                Screen.key("ESCAPE");
                Screen.await(command + " closed", () -> Screen.find(dialog).isPresent() ? null : true);
            }
        }
    }

    /** Whether a component is wholly within another. */
    private static boolean lies(Component inner, Component outer) {
        return new Rectangle(outer.getSize()).contains(inner.getBounds());
    }

    private static List<String> menus(WorkbenchFixture workbench) {
        JMenuBar bar = ((JFrame) workbench.frame()).getJMenuBar();
        return Screen.see(() -> java.util.stream.IntStream.range(0, bar.getMenuCount())
                .mapToObj(i -> bar.getMenu(i).getText())
                .toList());
    }
}
