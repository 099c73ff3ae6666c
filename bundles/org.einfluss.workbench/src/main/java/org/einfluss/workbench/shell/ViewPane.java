package org.einfluss.workbench.shell;

import io.github.andrewauclair.moderndocking.Dockable;
import io.github.andrewauclair.moderndocking.app.Docking;
import io.github.andrewauclair.moderndocking.ui.DockingHeaderUI;
import io.github.andrewauclair.moderndocking.ui.HeaderController;
import io.github.andrewauclair.moderndocking.ui.HeaderModel;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.FlowLayout;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.Picture;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;

/** A view that can be docked elsewhere, floated, maximised and closed; the editor area cannot be closed. */
final class ViewPane extends JPanel implements Dockable {
    private static final long serialVersionUID = 1L;

    private final String id;
    private final String title;
    private final boolean closable;
    private final transient Texts texts;

    /**
     * Makes a view.
     *
     * @param id its id in layouts; its title is the text {@code view.ID}
     * @param content what it shows
     */
    ViewPane(String id, JComponent content, boolean closable, Texts texts) {
        super(new BorderLayout());
        this.id = id;
        this.title = texts.text("view." + id);
        this.closable = closable;
        this.texts = texts;
        add(content, BorderLayout.CENTER);
        Widgets.named(this, "view." + id, title, "");
        Docking.registerDockable(this);
    }

    @Override
    public String getPersistentID() {
        return id;
    }

    @Override
    public String getTabText() {
        return title;
    }

    @Override
    public boolean isClosable() {
        return closable;
    }

    @Override
    public boolean isFloatingAllowed() {
        return closable;
    }

    @Override
    public boolean isMinMaxAllowed() {
        return true;
    }

    @Override
    public boolean isWrappableInScrollpane() {
        return false;
    }

    @Override
    public DockingHeaderUI createHeaderUI(HeaderController controller, HeaderModel model) {
        return new Header(controller, model);
    }

    /** Title and buttons above a view. */
    private final class Header extends JPanel implements DockingHeaderUI {
        private static final long serialVersionUID = 1L;

        private final JLabel label = new JLabel(title);

        Header(HeaderController controller, HeaderModel model) {
            super(new BorderLayout());
            controller.setUI(this);
            setBorder(BorderFactory.createCompoundBorder(Widgets.line(0, 0, 1), Sizes.padding(0.1, 0.5)));
            add(label, BorderLayout.CENTER);
            JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 0, 0));
            buttons.setOpaque(false);
            buttons.add(button("maximise", Picture.MAXIMISE, () -> {
                if (model.isMaximized()) {
                    controller.minimize();
                } else {
                    controller.maximize();
                }
            }));
            if (closable) {
                buttons.add(button("float", Picture.FLOAT, controller::newWindow));
                buttons.add(button("close", Picture.CLOSE, controller::close));
            }
            add(buttons, BorderLayout.EAST);
        }

        private JButton button(String what, Picture picture, Runnable action) {
            JButton button =
                    Widgets.button("view." + id + "." + what, picture, texts.text("view." + what, title), action);
            button.setFocusable(false); // the menu Window does the same by keyboard
            return button;
        }

        @Override
        public void update() {
            label.setText(title);
        }

        @Override
        public void displaySettingsMenu(JButton settings) {
            // Its commands are the buttons and the menu Window.
        }

        @Override
        public void setBackgroundOverride(Color colour) {
            setBackground(colour);
        }

        @Override
        public void setForegroundOverride(Color colour) {
            label.setForeground(colour);
        }
    }
}
