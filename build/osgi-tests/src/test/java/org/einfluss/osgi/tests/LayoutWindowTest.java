package org.einfluss.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Component;
import java.awt.Frame;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.swing.JComboBox;
import javax.swing.JFrame;
import javax.swing.JMenuBar;
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

    private static List<String> menus(WorkbenchFixture workbench) {
        JMenuBar bar = ((JFrame) workbench.frame()).getJMenuBar();
        return Screen.see(() -> java.util.stream.IntStream.range(0, bar.getMenuCount())
                .mapToObj(i -> bar.getMenu(i).getText())
                .toList());
    }
}
