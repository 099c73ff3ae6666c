package org.einfluss.workbench.widgets;

import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import javax.swing.AbstractButton;
import javax.swing.Action;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.Scrollable;
import javax.swing.UIManager;
import javax.swing.border.Border;
import javax.swing.border.MatteBorder;
import javax.swing.text.DefaultCaret;

/** Small parts that every view is made of; each has a name for tests and an accessible name for those who cannot see it. */
public final class Widgets {
    private Widgets() {}

    /**
     * Names a control.
     *
     * @param component the control
     * @param name its name in tests
     * @param label what it is, for people
     * @param tip what it does or which values it takes
     * @param <C> the control's type
     * @return the same control
     */
    public static <C extends JComponent> C named(C component, String name, String label, String tip) {
        component.setName(name);
        component.getAccessibleContext().setAccessibleName(label);
        if (!tip.isEmpty()) {
            component.setToolTipText(tip);
            component.getAccessibleContext().setAccessibleDescription(tip);
        }
        return component;
    }

    /**
     * Makes a button of a command with its label.
     *
     * @param action the command
     */
    public static JButton button(Action action) {
        return named(
                new JButton(action),
                (String) action.getValue(Action.ACTION_COMMAND_KEY),
                (String) action.getValue(Action.NAME),
                (String) action.getValue(Action.SHORT_DESCRIPTION));
    }

    /**
     * Makes a button.
     *
     * @param name its name in tests
     * @param label its label
     * @param tip what it does
     * @param action does it
     */
    public static JButton button(String name, String label, String tip, Runnable action) {
        JButton button = named(new JButton(label), name, label, tip);
        button.addActionListener(event -> action.run());
        return button;
    }

    /**
     * Makes a button that is a picture.
     *
     * @param name its name in tests
     * @param icon the picture
     * @param label what it is called
     * @param action does it
     */
    public static JButton button(String name, Icon icon, String label, Runnable action) {
        JButton button = flat(named(new JButton(icon), name, label, label));
        button.addActionListener(event -> action.run());
        return button;
    }

    /**
     * Takes border and ground from a button, as in a tool bar.
     *
     * @param button the button
     * @param <B> its type
     */
    public static <B extends AbstractButton> B flat(B button) {
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        return button;
    }

    /**
     * Makes a heading.
     *
     * @param text its text
     * @param times how much larger than text
     */
    public static JLabel heading(String text, double times) {
        JLabel label = new JLabel(text);
        label.setFont(Sizes.heading(times));
        label.setAlignmentX(Component.LEFT_ALIGNMENT);
        return label;
    }

    /**
     * Makes a heading that wraps.
     *
     * @param text its text
     * @param times how much larger than text
     */
    public static JTextArea title(String text, double times) {
        JTextArea area = paragraph(text);
        area.setFont(Sizes.heading(times));
        return area;
    }

    /**
     * Makes a text that wraps and can be selected and copied.
     *
     * @param text the text
     */
    public static JTextArea paragraph(String text) {
        return paragraph(new JTextArea(text));
    }

    private static JTextArea paragraph(JTextArea area) {
        area.setCaret(new StillCaret());
        area.setEditable(false);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setOpaque(false);
        area.setBorder(BorderFactory.createEmptyBorder());
        area.setFont(Sizes.font());
        area.setFocusable(false);
        area.setAlignmentX(Component.LEFT_ALIGNMENT);
        area.getAccessibleContext().setAccessibleName(area.getText());
        return area;
    }

    /** A caret that never scrolls: a page that is filled later stays where its reader is. */
    private static final class StillCaret extends DefaultCaret {
        private static final long serialVersionUID = 1L;

        @Override
        protected void adjustVisibility(Rectangle place) {}
    }

    /**
     * Makes a weaker text that wraps.
     *
     * @param text the text
     */
    public static JTextArea remark(String text) {
        return paragraph(new JTextArea(text) {
            private static final long serialVersionUID = 1L;

            @Override
            public void updateUI() {
                super.updateUI();
                setForeground(UIManager.getColor("Label.disabledForeground"));
            }
        });
    }

    /**
     * Lets Tab lead out of a table; the arrow keys lead to its cells.
     *
     * @param table the table
     */
    public static JTable leftByTab(JTable table) {
        table.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null); // those of the window
        table.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        return table;
    }

    /**
     * Returns a border of thin lines in the colour of the theme.
     *
     * @param top width in pixels
     * @param left width in pixels
     * @param bottom width in pixels
     */
    public static Border line(int top, int left, int bottom) {
        return new MatteBorder(top, left, bottom, 0, Color.GRAY) {
            private static final long serialVersionUID = 1L;

            @Override
            public void paintBorder(Component c, Graphics g, int x, int y, int width, int height) {
                color = UIManager.getColor("Component.borderColor");
                super.paintBorder(c, g, x, y, width, height);
            }
        };
    }

    /**
     * Puts content into a scroll pane without border, as wide as the pane.
     *
     * @param content what scrolls
     */
    public static JScrollPane scroll(JComponent content) {
        JScrollPane pane = new JScrollPane(content);
        pane.setBorder(BorderFactory.createEmptyBorder());
        pane.getVerticalScrollBar().setUnitIncrement(Sizes.em(1.5));
        return pane;
    }

    /** A panel that is as wide as the scroll pane it is in, so that its texts wrap. */
    public static class Column extends JPanel implements Scrollable {
        private static final long serialVersionUID = 1L;

        @Override
        public Dimension getPreferredScrollableViewportSize() {
            return getPreferredSize();
        }

        @Override
        public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
            return Sizes.em(1.5);
        }

        @Override
        public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
            return visible.height;
        }

        @Override
        public boolean getScrollableTracksViewportWidth() {
            return true;
        }

        @Override
        public boolean getScrollableTracksViewportHeight() {
            return getParent() != null
                    && getPreferredSize().height < getParent().getHeight();
        }
    }
}
