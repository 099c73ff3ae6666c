package org.einfluss.workbench.shell;

import java.awt.BorderLayout;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import org.einfluss.workbench.session.Properties;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;

/** What is known of what is selected. Its texts can be selected and copied. */
final class PropertiesView extends JPanel {
    private static final long serialVersionUID = 1L;

    private transient Properties shown = Properties.NONE;
    private final Widgets.Column page = new Widgets.Column();

    PropertiesView() {
        super(new BorderLayout());
        page.setLayout(new BoxLayout(page, BoxLayout.Y_AXIS));
        page.setBorder(Sizes.padding(0.7, 0.8));
        Widgets.Column top = new Widgets.Column();
        top.setLayout(new BorderLayout());
        top.add(page, BorderLayout.NORTH);
        add(Widgets.scroll(top), BorderLayout.CENTER);
        setName("properties");
    }

    /** Shows later news of what is shown; what the user selected meanwhile stays. */
    void refresh(Properties properties) {
        if (properties.title().equals(shown.title())) {
            show(properties);
        }
    }

    void show(Properties properties) {
        if (properties.equals(shown)) {
            return; // whoever reads keeps focus and selection
        }
        shown = properties;
        page.removeAll();
        if (!properties.title().isEmpty()) {
            page.add(Widgets.title(properties.title(), 1.1));
        }
        properties.rows().forEach((label, value) -> {
            page.add(Box.createVerticalStrut(Sizes.em(0.6)));
            page.add(Widgets.title(label, 1));
            JTextArea text = Widgets.paragraph(value);
            text.setFocusable(true);
            Widgets.named(text, "properties." + label, label, label);
            page.add(text);
        });
        page.revalidate();
        page.repaint();
    }
}
