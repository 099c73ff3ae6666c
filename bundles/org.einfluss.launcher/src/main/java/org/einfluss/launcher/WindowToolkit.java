package org.einfluss.launcher;

import java.awt.AWTError;
import java.awt.Graphics;
import java.awt.HeadlessException;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Java's own part of a window, loaded on a thread of its own while the framework starts on another. Neither needs the other, and each takes
 * a good part of the time until the window is there.
 */
final class WindowToolkit {

    private static final Logger LOG = LoggerFactory.getLogger(WindowToolkit.class);

    /** What every window of some size is made of; each brings its supertypes and what its static part needs. */
    private static final List<String> CLASSES = List.of(
            "javax.swing.JFrame",
            "javax.swing.JMenuBar",
            "javax.swing.JCheckBoxMenuItem",
            "javax.swing.JToolBar",
            "javax.swing.JToggleButton",
            "javax.swing.JComboBox",
            "javax.swing.JTabbedPane",
            "javax.swing.JSplitPane",
            "javax.swing.JScrollPane",
            "javax.swing.JTree",
            "javax.swing.JTable",
            "javax.swing.JTextArea",
            "javax.swing.plaf.basic.BasicMenuItemUI",
            "javax.swing.plaf.basic.BasicTabbedPaneUI",
            "javax.swing.plaf.basic.BasicTableUI",
            "javax.swing.plaf.basic.BasicTextAreaUI",
            "javax.swing.plaf.basic.BasicTreeUI",
            "javax.swing.plaf.metal.MetalLookAndFeel",
            "javax.swing.text.PlainDocument");

    private WindowToolkit() {}

    /** Begins to load and returns. */
    static void load() {
        Thread thread = new Thread(WindowToolkit::loadAll, "einfluss-window");
        thread.setDaemon(true);
        thread.start();
    }

    private static void loadAll() {
        try {
            Toolkit.getDefaultToolkit();
            for (String name : CLASSES) {
                Class.forName(name);
            }
            Graphics graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
            graphics.drawString("Einfluss", 0, 0); // fonts
            graphics.dispose();
        } catch (AWTError | HeadlessException | LinkageError | ClassNotFoundException noWindow) {
            LOG.debug("No window toolkit; the main service will say so", noWindow);
        }
    }
}
