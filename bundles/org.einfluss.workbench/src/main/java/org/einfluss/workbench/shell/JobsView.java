package org.einfluss.workbench.shell;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JTextArea;
import org.einfluss.engine.run.ProgressMonitor;
import org.einfluss.workbench.jobs.Job;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.Picture;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;

/** The jobs with progress and remaining time; each can be held, resumed and cancelled. */
final class JobsView extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Session session;
    private final transient Texts texts;
    private final Widgets.Column list = new Widgets.Column();
    private final List<Row> rows = new ArrayList<>();

    JobsView(Session session) {
        super(new BorderLayout());
        this.session = session;
        this.texts = session.texts();
        list.setLayout(new BoxLayout(list, BoxLayout.Y_AXIS));
        JPanel top = new JPanel(new BorderLayout());
        top.add(list, BorderLayout.NORTH);
        Widgets.Column page = new Widgets.Column();
        page.setLayout(new BorderLayout());
        page.add(top, BorderLayout.CENTER);
        add(Widgets.scroll(page), BorderLayout.CENTER);
        Widgets.named(this, "jobs", texts.text("view.jobs"), "");
        refresh();
    }

    void refresh() {
        List<Job> jobs = session.jobs().all();
        if (!jobs.equals(rows.stream().map(row -> row.job).toList())) {
            rows.clear();
            list.removeAll();
            for (Job job : jobs) {
                Row row = new Row(job);
                rows.add(row);
                list.add(row);
            }
            if (jobs.isEmpty()) {
                JLabel none = new JLabel(texts.text("jobs.none"));
                none.setBorder(Sizes.padding(0.5, 0.7));
                list.add(none);
            }
            list.revalidate();
            list.repaint();
        }
        rows.forEach(Row::refresh);
    }

    /** One job. */
    private final class Row extends JPanel {
        private static final long serialVersionUID = 1L;

        private final transient Job job;
        private final JTextArea text = Widgets.paragraph("");
        private final JProgressBar bar;
        private final JButton pause;
        private final JButton cancel;

        Row(Job job) {
            super(new BorderLayout(Sizes.em(0.7), 0));
            this.job = job;
            Widgets.named(text, "jobs.job", texts.text("view.jobs"), "");
            setBorder(Sizes.padding(0.3, 0.7));
            bar = Widgets.named(
                    new JProgressBar(0, 1000), "jobs.progress", texts.text("jobs.progress", job.title()), "");
            bar.setStringPainted(true);
            bar.setPreferredSize(Sizes.size(24, 1.3));
            pause = Widgets.button("jobs.pause", Picture.PAUSE, texts.text("jobs.pause"), () -> {
                if (job.state() == Job.State.PAUSED) {
                    job.resume();
                } else {
                    job.pause();
                }
            });
            cancel = Widgets.button("jobs.cancel", Picture.STOP, texts.text("jobs.cancel"), job::cancel);
            JPanel right = new JPanel(new FlowLayout(FlowLayout.TRAILING, Sizes.em(0.3), 0));
            right.add(bar);
            right.add(pause);
            right.add(cancel);
            add(text, BorderLayout.CENTER);
            add(right, BorderLayout.EAST);
            refresh();
        }

        void refresh() {
            Job.State state = job.state();
            Optional<ProgressMonitor.Status> status = job.status();
            String what = status.map(news -> texts.translate(news.what())).orElse("");
            text.setText(
                    job.title() + "  –  " + texts.text("job." + state.name().toLowerCase(java.util.Locale.ROOT)));
            boolean known = status.isPresent() && status.get().total() > 0;
            bar.setIndeterminate(state == Job.State.RUNNING && !known);
            if (known) {
                ProgressMonitor.Status news = status.get();
                bar.setValue((int) (1000.0 * news.done() / news.total()));
                String left = news.remaining()
                        .filter(time -> news.done() < news.total())
                        .map(time -> "  " + texts.text("jobs.left", texts.duration(time)))
                        .orElse("");
                bar.setString(texts.text("jobs.done", what, news.done(), news.total()) + left);
            } else {
                bar.setString(what);
            }
            bar.setVisible(!state.isOver());
            pause.setVisible(!state.isOver());
            pause.setIcon(state == Job.State.PAUSED ? Picture.RUN : Picture.PAUSE);
            String pauseText = texts.text(state == Job.State.PAUSED ? "jobs.resume" : "jobs.pause");
            Widgets.named(pause, "jobs.pause", pauseText, pauseText);
            cancel.setVisible(!state.isOver());
        }
    }
}
