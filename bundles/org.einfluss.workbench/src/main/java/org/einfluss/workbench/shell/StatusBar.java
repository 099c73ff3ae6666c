package org.einfluss.workbench.shell;

import java.awt.BorderLayout;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.einfluss.workbench.jobs.Job;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;

/** What is selected, what was said last, and how many jobs run. */
final class StatusBar extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Session session;
    private final JLabel said;
    private final JLabel jobs;

    StatusBar(Session session) {
        super(new BorderLayout(Sizes.em(1), 0));
        this.session = session;
        setBorder(BorderFactory.createCompoundBorder(Widgets.line(1, 0, 0), Sizes.padding(0.2, 0.7)));
        said = Widgets.named(new JLabel(" "), "status.said", session.texts().text("status.said"), "");
        jobs = Widgets.named(new JLabel(" "), "status.jobs", session.texts().text("view.jobs"), "");
        add(said, BorderLayout.CENTER);
        add(jobs, BorderLayout.EAST);
    }

    void say(String text) {
        said.setText(text.isEmpty() ? " " : text);
    }

    void refresh() {
        List<Job> running = session.jobs().running();
        jobs.setText(
                running.isEmpty()
                        ? " "
                        : session.texts()
                                .text(
                                        "status.running",
                                        running.size(),
                                        running.get(0).title()));
    }
}
