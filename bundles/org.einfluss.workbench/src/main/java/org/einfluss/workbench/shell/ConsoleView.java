package org.einfluss.workbench.shell;

import java.awt.BorderLayout;
import java.awt.Font;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;

/** What happened, line by line. */
final class ConsoleView extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Session session;
    private final JTextArea text = new JTextArea();

    ConsoleView(Session session) {
        super(new BorderLayout());
        this.session = session;
        text.setEditable(false);
        text.setFont(new Font(Font.MONOSPACED, Font.PLAIN, Sizes.font().getSize()));
        text.setMargin(Sizes.insets(0.3, 0.5));
        Widgets.named(text, "console", session.texts().text("view.console"), "");
        add(Widgets.scroll(text), BorderLayout.CENTER);
        refresh();
    }

    void refresh() {
        text.setText(String.join("\n", session.log().lines()));
    }
}
