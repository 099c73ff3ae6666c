package org.einfluss.workbench.results;

import java.awt.BorderLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.JTextArea;
import org.einfluss.api.Variable;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.study.Study;
import org.einfluss.workbench.jobs.Job;
import org.einfluss.workbench.jobs.Jobs;
import org.einfluss.workbench.results.FigurePane.Drawn;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.DataTable;
import org.einfluss.workbench.widgets.Line;
import org.einfluss.workbench.widgets.Picture;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;

/** The design points of a study as table and chart; one of them can be pinned as the baseline of paired differences. */
final class PointsPane extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Session session;
    private final transient Texts texts;
    private final transient Study study;
    private final transient Path folder;
    private final JComboBox<String> variable;
    private final JComboBox<String> baseline;
    private final JButton pin;
    private final JButton show;
    private final JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT);
    private final JTextArea note = Widgets.paragraph(" ");
    private transient Optional<Job> comparing = Optional.empty();
    private transient Optional<FigurePane> figure = Optional.empty();
    private int selected = -1;

    /**
     * Makes the pane; {@link #start} fills it.
     *
     * @param session what all views share
     * @param study the study, complete
     * @param folder where files are suggested
     * @param replay shows a run again
     */
    PointsPane(Session session, Study study, Path folder, RunsPane.Replay replay) {
        super(new BorderLayout());
        this.session = session;
        this.texts = session.texts();
        this.study = study;
        this.folder = folder;
        variable = choice(
                "variable",
                study.plan().variables().stream().map(Variable::name).toList());
        List<String> points = new ArrayList<>();
        points.add(texts.text("points.no-baseline"));
        study.plan().points().forEach(point -> points.add(PointComparison.label(point, texts)));
        baseline = choice("baseline", points);
        baseline.setPrototypeDisplayValue("x".repeat(26));
        int reach =
                study.plan().variables().stream().map(Variable::name).toList().indexOf("reach");
        variable.setSelectedIndex(Math.min(Math.max(0, reach), variable.getItemCount() - 1));
        pin = button("pin", () -> baseline.setSelectedIndex(selected + 1));
        show = button("replay", () -> replay.show(selected, 0, 0));
        show.setIcon(Picture.RUN);
        variable.addActionListener(event -> start());
        baseline.addActionListener(event -> start());
        split.setBorder(null);
        split.setResizeWeight(0.45);
        Widgets.named(note, "points.note", texts.text("points.note"), "");
        note.setBorder(Sizes.padding(0.2, 0.8));
        JPanel head = new JPanel(new BorderLayout());
        head.add(choices(), BorderLayout.CENTER);
        head.add(note, BorderLayout.SOUTH);
        add(head, BorderLayout.NORTH);
        add(split, BorderLayout.CENTER);
    }

    private JComboBox<String> choice(String id, List<String> items) {
        return Widgets.named(
                new JComboBox<>(items.toArray(String[]::new)),
                "points." + id,
                texts.text("points." + id),
                texts.text("points." + id + ".tip"));
    }

    private JButton button(String id, Runnable action) {
        JButton button =
                Widgets.button("points." + id, texts.text("points." + id), texts.text("points." + id + ".tip"), action);
        button.setEnabled(false);
        return button;
    }

    private JComponent choices() {
        Line line = new Line();
        for (JComboBox<String> one : List.of(variable, baseline)) {
            JLabel label = new JLabel(one.getAccessibleContext().getAccessibleName());
            label.setLabelFor(one);
            line.add(label);
            line.add(one);
        }
        line.add(pin);
        line.add(show);
        return line;
    }

    /** Compares what the controls ask for. */
    void start() {
        comparing.ifPresent(Job::cancel);
        Variable asked = study.plan().variables().get(variable.getSelectedIndex());
        Optional<Integer> other = Optional.of(baseline.getSelectedIndex() - 1).filter(index -> index >= 0);
        comparing = Optional.of(session.jobs()
                .submit(
                        Jobs.Lane.VIEW,
                        texts.text("study.points"),
                        progress -> {
                            Findings found = PointComparison.of(study, asked, other, texts, progress);
                            return new Found(found, Drawn.of(found.figures().get(0)));
                        },
                        this::show));
    }

    /** What came out, with its chart. */
    private record Found(Findings findings, Drawn drawn) {}

    private void show(Found found) {
        select(-1);
        DataTable table = new DataTable(
                "points",
                texts.text("study.points"),
                found.findings().tables().get(0).columns(),
                session);
        table.onSelect(this::select);
        FigurePane shown = new FigurePane(session, found.drawn(), folder);
        figure = Optional.of(shown);
        int divider = split.getDividerLocation();
        boolean first = split.getTopComponent() == null || split.getBottomComponent() == null;
        split.setTopComponent(table);
        split.setBottomComponent(shown);
        if (first) {
            split.setDividerLocation(0.4);
        } else {
            split.setDividerLocation(divider);
        }
        note.setText(
                found.findings().notes().isEmpty()
                        ? texts.text("points.pin-hint")
                        : String.join(" ", found.findings().notes()));
    }

    private void select(int point) {
        selected = point;
        pin.setEnabled(point >= 0);
        show.setEnabled(point >= 0);
    }

    /** Returns the chart, once it is there. */
    Optional<FindingsPane.Shown> front() {
        return figure.map(FigurePane::shown);
    }

    /** Ends what is being computed. */
    void close() {
        comparing.ifPresent(Job::cancel);
    }
}
