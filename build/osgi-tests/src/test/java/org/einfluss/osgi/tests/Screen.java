package org.einfluss.osgi.tests;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JProgressBar;
import javax.swing.JScrollBar;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTree;
import javax.swing.JViewport;
import javax.swing.KeyStroke;
import javax.swing.MenuElement;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.TreePath;

/** What a test sees and does on the display: components by their names, on the event thread. */
final class Screen {
    private static final long LIMIT_NANOS = 30_000_000_000L;

    private static final Map<Integer, Integer> MODIFIERS = Map.of(
            InputEvent.CTRL_DOWN_MASK, KeyEvent.VK_CONTROL,
            InputEvent.SHIFT_DOWN_MASK, KeyEvent.VK_SHIFT,
            InputEvent.ALT_DOWN_MASK, KeyEvent.VK_ALT);

    private Screen() {}

    /** Calls something on the event thread and returns what it returns. */
    static <T> T see(Callable<T> question) {
        FutureTask<T> task = new FutureTask<>(question);
        try {
            if (EventQueue.isDispatchThread()) {
                task.run();
            } else {
                EventQueue.invokeAndWait(task);
            }
            return task.get();
        } catch (InterruptedException | InvocationTargetException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** All components that are showing, of all windows. */
    static List<Component> showing() {
        return see(() -> {
            List<Component> found = new ArrayList<>();
            for (Window window : Window.getWindows()) {
                if (window.isShowing()) {
                    collect(window, found);
                }
            }
            return found;
        });
    }

    private static void collect(Component component, List<Component> found) {
        if (component.isShowing()) {
            found.add(component);
            if (component instanceof Container container) {
                for (Component child : container.getComponents()) {
                    collect(child, found);
                }
            }
        }
    }

    static Optional<Component> find(String name) {
        return showing().stream()
                .filter(component -> name.equals(component.getName()))
                .findFirst();
    }

    /** Controls that say nothing to those who cannot see them: without accessible name, or a button without tooltip. */
    static List<String> unnamed() {
        List<Component> all = showing();
        return see(() -> all.stream()
                .filter(Screen::isControl)
                .filter(control -> isBlank(control.getAccessibleContext().getAccessibleName())
                        || control instanceof JButton button && isBlank(button.getToolTipText()))
                .map(control -> control.getClass().getSimpleName() + " " + control.getName())
                .distinct()
                .toList());
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /** Controls of the window; the arrows that a look and feel puts into them have their own names. */
    static boolean isControl(Component component) {
        boolean inner = SwingUtilities.getAncestorOfClass(JSpinner.class, component) != null
                || SwingUtilities.getAncestorOfClass(JComboBox.class, component) != null
                || SwingUtilities.getAncestorOfClass(JScrollBar.class, component) != null
                || component.getParent() instanceof JTextComponent
                || component.getParent() instanceof JTabbedPane;
        return !inner
                && (component instanceof AbstractButton
                        || component instanceof JTextComponent
                        || component instanceof JComboBox
                        || component instanceof JSpinner
                        || component instanceof JSlider
                        || component instanceof JTable
                        || component instanceof JTree
                        || component instanceof JProgressBar);
    }

    /** Controls that are not shown whole, though nothing scrolls to them. */
    static List<String> cutOff() {
        List<Component> all = showing();
        return see(() -> all.stream()
                .filter(Screen::isControl)
                .filter(control -> SwingUtilities.getAncestorOfClass(JViewport.class, control) == null
                                && !((JComponent) control)
                                        .getVisibleRect()
                                        .getSize()
                                        .equals(control.getSize())
                        || control instanceof AbstractButton && control.getWidth() < control.getPreferredSize().width)
                .map(control -> control.getClass().getSimpleName() + " " + control.getName() + " " + control.getSize())
                .toList());
    }

    /** Waits until a component shows, and returns it. */
    static <C extends Component> C await(String name, Class<C> type) {
        return type.cast(await(name, component -> true));
    }

    /** Waits until a component shows and is as wanted, and returns it. */
    static Component await(String name, Predicate<Component> wanted) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < LIMIT_NANOS) {
            Optional<Component> found = find(name).filter(component -> see(() -> wanted.test(component)));
            if (found.isPresent()) {
                return found.get();
            }
            pause();
        }
        throw new AssertionError("'" + name + "' does not show as wanted; there are "
                + showing().stream()
                        .map(Component::getName)
                        .filter(other -> other != null)
                        .collect(Collectors.toList()));
    }

    private static void pause() {
        try {
            Thread.sleep(50); // the window works on its own time
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until a button shows and can be pressed, and presses it. */
    static void press(String name) {
        Component button = await(name, Component::isEnabled);
        EventQueue.invokeLater(((AbstractButton) button)::doClick); // it may open a dialog and stay in it
        see(() -> null);
    }

    /** Chooses a command from the menus of the window. */
    static void choose(String command) {
        JMenuItem item = see(() -> {
            JFrame frame = (JFrame) find("workbench").orElseThrow();
            return items(frame.getJMenuBar())
                    .filter(one -> ("menu." + command).equals(one.getName()))
                    .findFirst()
                    .orElseThrow();
        });
        EventQueue.invokeLater(item::doClick); // it may open a dialog and stay in it
        see(() -> null);
    }

    /** All entries below a menu that lead no further. */
    static Stream<JMenuItem> items(MenuElement menu) {
        return menu instanceof JMenuItem item && !(menu instanceof JMenu)
                ? Stream.of(item)
                : Stream.of(menu.getSubElements()).flatMap(Screen::items);
    }

    /** Waits until something is there, and returns it. */
    static <T> T await(String what, Callable<T> question) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < LIMIT_NANOS) {
            T answer = see(question);
            if (answer != null) {
                return answer;
            }
            pause();
        }
        throw new AssertionError("There is not " + what);
    }

    /** Puts the keyboard into a component. */
    static void focus(String name) {
        Component component = await(name, Component::isFocusable);
        see(component::requestFocusInWindow);
        await(name, Component::isFocusOwner);
    }

    /** What a label or a text says. */
    static String text(Component component) {
        return component instanceof JLabel label ? label.getText() : ((JTextComponent) component).getText();
    }

    /** Replaces the text of a field, as if it was typed. */
    static void type(JTextComponent field, String text) {
        see(() -> {
            field.setText(text);
            return true;
        });
    }

    /** Opens a line of the navigator as Enter does. */
    static void openFromNavigator(String label) {
        JTree tree = (JTree) await(
                "navigator.tree", component -> line((JTree) component, label).isPresent());
        EventQueue.invokeLater(() -> {
            tree.setSelectionPath(line(tree, label).orElseThrow());
            tree.getActionMap()
                    .get("open")
                    .actionPerformed(new ActionEvent(tree, ActionEvent.ACTION_PERFORMED, "open"));
        });
        see(() -> null);
    }

    private static Optional<TreePath> line(JTree tree, String label) {
        Enumeration<?> lines = ((DefaultMutableTreeNode) tree.getModel().getRoot()).depthFirstEnumeration();
        while (lines.hasMoreElements()) {
            DefaultMutableTreeNode line = (DefaultMutableTreeNode) lines.nextElement();
            if (line.toString().equals(label)) {
                return Optional.of(new TreePath(line.getPath()));
            }
        }
        return Optional.empty();
    }

    /** Presses a key, as {@link KeyStroke#getKeyStroke(String)} reads it, and lets it go. */
    static void key(String key) {
        KeyStroke stroke = KeyStroke.getKeyStroke(key);
        try {
            Robot robot = new Robot();
            List<Integer> codes = new ArrayList<>();
            MODIFIERS.forEach((mask, code) -> {
                if ((stroke.getModifiers() & mask) != 0) {
                    codes.add(code);
                }
            });
            codes.add(stroke.getKeyCode());
            codes.forEach(robot::keyPress);
            Collections.reverse(codes);
            codes.forEach(robot::keyRelease);
            robot.waitForIdle();
        } catch (AWTException e) {
            throw new AssertionError(e);
        }
        see(() -> null);
    }

    /** Keeps a picture of the display, to be looked at. */
    static void shoot(String name) throws IOException {
        see(() -> null);
        File folder = new File(System.getProperty("einfluss.screenshots"));
        if (!folder.isDirectory() && !folder.mkdirs()) {
            throw new IOException(folder + " cannot be made");
        }
        try {
            Robot robot = new Robot();
            robot.waitForIdle();
            Rectangle all = new Rectangle(java.awt.Toolkit.getDefaultToolkit().getScreenSize());
            ImageIO.write(robot.createScreenCapture(all), "png", new File(folder, name + ".png"));
        } catch (AWTException e) {
            throw new AssertionError(e);
        }
    }
}
