package org.einfluss.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JRadioButton;
import javax.swing.JSpinner;
import javax.swing.JTabbedPane;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The window without a mouse. */
@Timeout(value = 400, unit = TimeUnit.SECONDS)
class KeyboardWindowTest {
    @TempDir
    private Path folder;

    private final Set<String> faults = new TreeSet<>();

    @Test
    void theKeysOfTheGuideDoWhatItSays() throws Exception {
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            JMenuBar bar = Screen.see(() -> ((JFrame) workbench.frame()).getJMenuBar());
            Map<String, String> keys = new TreeMap<>();
            Screen.items(bar)
                    .filter(item -> item.getAccelerator() != null)
                    .forEach(item -> keys.put(item.getAccelerator().toString(), item.getActionCommand()));
            Map.ofEntries(
                            Map.entry("F5", "run"),
                            Map.entry("shift F5", "stop"),
                            Map.entry("F6", "step"),
                            Map.entry("ctrl 3", "palette"),
                            Map.entry("ctrl Z", "undo"),
                            Map.entry("ctrl Y", "redo"),
                            Map.entry("ctrl S", "save"),
                            Map.entry("ctrl shift E", "export-figure"),
                            Map.entry("ctrl shift X", "export-workbook"),
                            Map.entry("F1", "help"),
                            Map.entry("ctrl N", "new-model"))
                    .forEach((key, command) -> assertEquals(
                            command, keys.get(KeyStroke.getKeyStroke(key).toString()), key));
        }
    }

    @Test
    void everyEntryOfTheMenusHasALetterOfItsOwn() throws Exception {
        for (String language : List.of("en", "de")) {
            try (WorkbenchFixture workbench = new WorkbenchFixture(folder.resolve(language), language)) {
                JMenuBar bar = Screen.see(() -> ((JFrame) workbench.frame()).getJMenuBar());
                List<String> wrong = Screen.see(() -> {
                    List<String> found = new ArrayList<>();
                    unmarked(List.of(bar.getComponents()), found);
                    return found;
                });
                assertEquals(List.of(), wrong, language);
            }
        }
    }

    /** Entries of one menu without a letter, or with the letter of another. */
    private static void unmarked(List<Component> entries, List<String> found) {
        Set<Integer> letters = new HashSet<>();
        for (Component entry : entries) {
            if (entry instanceof JMenuItem item) {
                if (item.getMnemonic() == 0 || !letters.add(item.getMnemonic())) {
                    found.add(item.getName() + " '" + (char) item.getMnemonic() + "'");
                }
            }
            if (entry instanceof JMenu menu) {
                unmarked(List.of(menu.getMenuComponents()), found);
            }
        }
    }

    @Test
    void aStudyIsRunSteppedAndComparedByKeysAlone() throws Exception {
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            assertTrue(workbench.frame().isShowing());
            Screen.focus("welcome.run");
            Screen.key("SPACE");
            Screen.await("live.curve", Component::isShowing);
            Screen.await("tool.export-workbook", Component::isEnabled);
            Screen.focus("live.position");
            Screen.key("shift F5"); // to the start
            String start = slider();
            Screen.key("F6");
            Screen.await("live.position", position -> !value(position).equals(start));
            Screen.key("shift F6");
            Screen.await("live.position", position -> value(position).equals(start));

            Screen.key("ctrl 3");
            Screen.await("palette.words", Component::isFocusOwner);
            assertTrue(Screen.find("palette.list").isPresent());
            for (char letter : "COMPARE".toCharArray()) {
                Screen.key(String.valueOf(letter));
            }
            Screen.key("ENTER");
            Screen.await("compare", Component::isShowing);
            Screen.key("DOWN");
            Screen.key("ENTER");
            JTabbedPane tabs = Screen.await("experiment", JTabbedPane.class);
            Screen.see(() -> {
                tabs.setSelectedIndex(1);
                return true;
            });
            JTextComponent yaml = Screen.await("experiment.yaml", JTextComponent.class);
            String changed = Screen.see(yaml::getText);
            Screen.focus("experiment.yaml");
            Screen.key("ctrl Z");
            Screen.await(
                    "experiment.yaml",
                    text -> !((JTextComponent) text).getText().equals(changed));
            Screen.key("ctrl Y");
            Screen.await(
                    "experiment.yaml", text -> ((JTextComponent) text).getText().equals(changed));
            Screen.key("ctrl S");
            Screen.await("tool.save", save -> !save.isEnabled());
        }
    }

    private static String slider() {
        return value(Screen.await("live.position", component -> true));
    }

    private static String value(Component slider) {
        return Screen.see(() -> slider.getAccessibleContext()
                .getAccessibleValue()
                .getCurrentAccessibleValue()
                .toString());
    }

    @Test
    void everyControlIsReachedAndLeftByTheKeyboard() throws Exception {
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            assertTrue(workbench.frame().isShowing());
            Screen.press("welcome.dataset.karate");
            Screen.await("dataset.analyse", Component::isEnabled);
            walk("data", "workbench");
            Screen.choose("perspective-experiment");
            Screen.choose("welcome");
            Screen.press("welcome.ready.window-map");
            Screen.await("experiment.model[0]", Component::isShowing);
            walk("experiment", "workbench");
            Screen.choose("perspective-results");
            Screen.choose("welcome");
            Screen.press("welcome.run");
            Screen.await("tool.export-workbook", Component::isEnabled);
            walk("results, live", "workbench");
            Screen.choose("guide");
            Screen.await("guide.page", Component::isShowing);
            walk("guide", "workbench");
            Screen.openFromNavigator("karate");
            Screen.press("dataset.transform");
            Screen.await("transform.name", Component::isShowing);
            leave("transform", "transform");
            Screen.choose("export-figure");
            leave("figure", "figure");
            Path file = Files.writeString(folder.resolve("friends.csv"), "from,to,weight\nann,bob,1\nann,cleo,3\n");
            Screen.choose("import");
            Screen.type(Screen.await("import.file", JTextComponent.class), file.toString());
            Screen.await("import.follows", Component::isShowing);
            leave("import", "import");
            Map.of("preferences", "preferences", "plug-ins", "plug-ins", "new-model", "new-plug-in")
                    .forEach((command, dialog) -> {
                        Screen.choose(command);
                        leave(command, dialog);
                    });
            assertEquals(Set.of(), faults);
        }
    }

    /** Enter does what a dialog is for, where it is for something; Escape closes it. */
    private void leave(String where, String name) {
        walk(where, name);
        JDialog dialog = Screen.await(name, JDialog.class);
        boolean asks = Screen.showing().stream()
                .anyMatch(shown -> shown instanceof JButton && (name + ".cancel").equals(shown.getName()));
        if (asks && Screen.see(dialog.getRootPane()::getDefaultButton) == null) {
            faults.add(where + ": Enter does nothing");
        }
        Screen.key("ESCAPE");
        Screen.await(where + " closed", () -> Screen.find(name).isPresent() ? null : true);
    }

    /** Tab goes round through all controls of the window in front, and each has a name and a tooltip. */
    private void walk(String where, String name) {
        Window window = (Window) Screen.await(name, found -> ((Window) found).isFocused());
        Set<Component> wanted = Screen.see(() -> {
            Set<Component> controls = new HashSet<>();
            collect(window, controls);
            return controls;
        });
        assertTrue(!wanted.isEmpty(), where);
        Component first = wanted.iterator().next();
        Screen.see(first::requestFocusInWindow);
        Set<Component> reached = new HashSet<>();
        for (int i = 0; i < 3 * wanted.size() && !reached.containsAll(wanted); i++) {
            Component owner = Screen.see(
                    () -> KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner());
            wanted.stream()
                    .filter(control -> SwingUtilities.isDescendingFrom(owner, control)
                            && (control == owner || control instanceof JSpinner))
                    .forEach(reached::add);
            Screen.key(owner instanceof JTextComponent text && !isLeftByTab(text) ? "ctrl TAB" : "TAB");
        }
        Set<Component> missed = new HashSet<>(wanted);
        missed.removeAll(reached);
        Set<Component> buttons = Screen.see(() -> reached.stream()
                .filter(JRadioButton.class::isInstance)
                .map(Component::getParent)
                .map(Component::getParent)
                .collect(Collectors.toSet()));
        missed.removeIf(control -> control instanceof JRadioButton // arrow keys lead on within a group
                && buttons.contains(control.getParent().getParent()));
        missed.removeIf(control -> !control.isShowing()); // a view that was filled again has others now
        missed.forEach(control -> faults.add(where + ": not reached by Tab: " + label(control)));
        Screen.unnamed().forEach(control -> faults.add(where + ": without a name: " + control));
        Screen.see(() -> wanted.stream().filter(KeyboardWindowTest::isMute).toList())
                .forEach(control -> faults.add(where + ": without a tooltip: " + label(control)));
    }

    private static boolean isMute(Component control) {
        String tip = ((JComponent) control).getToolTipText();
        return !(control instanceof JTabbedPane) && (tip == null || tip.isBlank());
    }

    private static String label(Component component) {
        return component.getClass().getSimpleName() + " " + component.getName();
    }

    private static boolean isLeftByTab(JTextComponent text) {
        return !(text instanceof javax.swing.JTextArea) || !text.isEditable();
    }

    private static void collect(Component component, Set<Component> found) {
        if (!component.isShowing() || component.getWidth() == 0) {
            return;
        }
        if (component instanceof JComponent
                && component.isEnabled()
                && component.isFocusable()
                && !(component instanceof JMenuItem) // F10 and letters lead to these
                && Screen.isControl(component)) {
            found.add(component);
        }
        if (component instanceof Container container) {
            for (Component child : container.getComponents()) {
                collect(child, found);
            }
        }
    }
}
