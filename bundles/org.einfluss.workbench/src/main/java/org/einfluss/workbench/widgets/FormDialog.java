package org.einfluss.workbench.widgets;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.GraphicsEnvironment;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.KeyEvent;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.einfluss.workbench.texts.Texts;

/** A dialog with a form: labels before their controls, below them a button that goes on and one that cancels, as Escape does. */
public final class FormDialog {
    private final JDialog dialog;
    private final Component over;
    private final Texts texts;
    private final String id;
    private final JPanel form = new JPanel(new GridBagLayout());
    private final JComponent scrolled;

    /**
     * Makes a dialog without fields.
     *
     * @param over the window it belongs to, or a component in it
     * @param texts messages in the user's language
     * @param id its name in tests, and how the keys of its messages begin
     * @param title its title
     */
    public FormDialog(Component over, Texts texts, String id, String title) {
        this.over = over;
        this.texts = texts;
        this.id = id;
        dialog = new JDialog(over instanceof Window window ? window : SwingUtilities.getWindowAncestor(over), title);
        dialog.setName(id);
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        form.setBorder(Sizes.padding(1, 1.2));
        Widgets.Column column = new Widgets.Column();
        column.setLayout(new BorderLayout());
        column.add(form, BorderLayout.NORTH);
        scrolled = Widgets.scroll(column);
        dialog.add(scrolled, BorderLayout.CENTER);
    }

    /**
     * Opens a dialog over the component it belongs to, no larger than the screen; Escape closes it.
     *
     * @param dialog the dialog, of the size it shall have where there is room
     * @param over what it belongs to
     */
    public static void open(JDialog dialog, Component over) {
        dialog.getRootPane()
                .registerKeyboardAction(
                        event -> dialog.dispose(),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        dialog.setSize(Math.min(dialog.getWidth(), screen.width), Math.min(dialog.getHeight(), screen.height));
        dialog.setLocationRelativeTo(over);
        dialog.setVisible(true);
    }

    /** Returns its window. */
    public JDialog window() {
        return dialog;
    }

    /**
     * Adds a control with its label.
     *
     * @param field its name; label and tooltip are the messages {@code id.field} and {@code id.field.tip}
     * @param control the control
     * @param <C> its type
     * @return the same control
     */
    public <C extends JComponent> C field(String field, C control) {
        String key = id + "." + field;
        Widgets.named(control, key, texts.text(key), texts.text(key + ".tip"));
        JLabel label = new JLabel(texts.text(key));
        label.setLabelFor(control);
        GridBagConstraints at = new GridBagConstraints();
        at.gridx = 0;
        at.anchor = GridBagConstraints.LINE_START;
        at.insets = Sizes.insets(0.3, 0.4);
        form.add(label, at);
        at.gridx = 1;
        at.weightx = 1;
        form.add(control, at);
        return control;
    }

    /**
     * Adds what takes the whole width.
     *
     * @param content what is added below the fields so far
     */
    public void across(JComponent content) {
        GridBagConstraints at = new GridBagConstraints();
        at.gridx = 0;
        at.gridwidth = 2;
        at.fill = GridBagConstraints.HORIZONTAL;
        at.insets = Sizes.insets(0.3, 0.4);
        form.add(content, at);
    }

    /**
     * Puts something beside the form, which takes the room there is.
     *
     * @param content what is shown
     */
    public void beside(JComponent content) {
        dialog.add(scrolled, BorderLayout.WEST);
        dialog.add(content, BorderLayout.CENTER);
    }

    /**
     * Adds the buttons.
     *
     * @param goOn does what was asked for, on Enter too
     */
    public void buttons(JButton goOn) {
        buttons(new JPanel(), goOn);
    }

    /**
     * Adds the buttons.
     *
     * @param verdict what is said beside them about what was entered
     * @param goOn does what was asked for, on Enter too
     */
    public void buttons(JComponent verdict, JButton goOn) {
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING));
        buttons.add(goOn);
        String cancel = texts.text("button.cancel");
        buttons.add(Widgets.button(id + ".cancel", cancel, cancel, dialog::dispose));
        JPanel below = new JPanel(new BorderLayout());
        below.add(verdict, BorderLayout.CENTER);
        below.add(buttons, BorderLayout.SOUTH);
        dialog.add(below, BorderLayout.SOUTH);
        dialog.getRootPane().setDefaultButton(goOn);
    }

    /** Opens it as large as its content. */
    public void open() {
        dialog.pack();
        open(dialog, over);
    }

    /**
     * Opens it.
     *
     * @param size how large, for a form that changes
     */
    public void open(Dimension size) {
        dialog.setSize(size);
        open(dialog, over);
    }
}
