package org.einfluss.workbench.results;

import java.awt.BorderLayout;
import java.awt.Component;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JTabbedPane;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.study.Plan;
import org.einfluss.engine.experiment.Workload;
import org.einfluss.engine.study.StudyFolder;
import org.einfluss.workbench.jobs.Job;
import org.einfluss.workbench.jobs.Jobs;
import org.einfluss.workbench.live.LiveView;
import org.einfluss.workbench.session.Editor;
import org.einfluss.workbench.session.Intents;
import org.einfluss.workbench.session.Properties;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.Picture;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;

/** A study: its summary, its runs live, and its findings. One that is not complete can be resumed. */
public final class StudyEditor implements Editor {
    private final Session session;
    private final Intents intents;
    private final Texts texts;
    private final StudyFolder study;
    private final JTabbedPane tabs = new JTabbedPane();
    private final JPanel summary = new JPanel(new BorderLayout());
    private final LiveView live;
    private Optional<Job> job;
    private boolean startedElsewhere;
    private Optional<StudyWork.Result> result = Optional.empty();
    private Optional<RunsPane> runs = Optional.empty();
    private Optional<PointsPane> points = Optional.empty();
    private boolean liveStarted;
    private boolean runsStarted;
    private boolean pointsStarted;
    private boolean opened;
    private boolean closed;

    /**
     * Makes an editor.
     *
     * @param session what all views share
     * @param intents told when the study's state changes
     * @param study its folder
     */
    public StudyEditor(Session session, Intents intents, StudyFolder study) {
        this.session = session;
        this.intents = intents;
        this.texts = session.texts();
        this.study = study;
        live = new LiveView(session, study, intents::changed);
        Widgets.named(tabs, "study", title(), "");
        tabs.setTabLayoutPolicy(JTabbedPane.SCROLL_TAB_LAYOUT);
        tabs.addTab(texts.text("study.summary"), Picture.TABLE, summary);
        tabs.addTab(texts.text("live.title"), Picture.RUN, live);
        tabs.addChangeListener(event -> {
            if (tabs.getSelectedComponent() == live && !liveStarted) {
                liveStarted = true;
                live.start();
            }
            fill();
            intents.changed();
        });
        job = session.jobs().about(key());
        startedElsewhere = job.isPresent();
        showSummary();
        if (study.isComplete() && !startedElsewhere) {
            open();
        }
    }

    /**
     * Returns the key of the editor of a study.
     *
     * @param folder the study's folder
     */
    public static String key(Path folder) {
        return "study:" + folder.toAbsolutePath().normalize();
    }

    /** Runs what is missing, and shows the runs live meanwhile. */
    public void run() {
        tabs.setSelectedComponent(live);
        if (study.isComplete() || isRunning()) {
            return;
        }
        job = Optional.of(session.jobs()
                .submitOnce(
                        key(),
                        Jobs.Lane.STUDY,
                        texts.translate(study.plan().title()),
                        progress -> StudyWork.run(session, study, progress),
                        this::done,
                        this::ended));
        showSummary();
    }

    /** What the command line finished meanwhile is shown as what was finished here. */
    @Override
    public void filesChanged() {
        boolean isMine = job.filter(one -> !one.state().isOver() || one.state() == Job.State.DONE)
                .isPresent();
        if (!isMine && !opened && study.isComplete()) {
            open();
            showSummary();
        }
    }

    private void open() {
        opened = true;
        session.jobs()
                .submit(
                        Jobs.Lane.QUICK,
                        texts.text("study.opening", study.path().getFileName()),
                        progress -> StudyWork.open(session, study, progress),
                        this::show);
    }

    private boolean isRunning() {
        return job.filter(one -> !one.state().isOver()).isPresent();
    }

    /** A job that an editor started which is closed by now, as for a change of language, tells its outcome to nobody. */
    @Override
    public void jobsChanged() {
        if (startedElsewhere && !isRunning()) {
            startedElsewhere = false;
            showSummary();
            if (study.isComplete()) {
                open();
            }
        }
    }

    private void done(StudyWork.Result found) {
        session.log()
                .tell(texts.text(
                        "study.done",
                        texts.translate(study.plan().title()),
                        found.outcome().runs(),
                        found.outcome().digest()));
        show(found);
        intents.changed();
    }

    private void ended() {
        showSummary();
        intents.changed();
    }

    private void show(StudyWork.Result found) {
        if (closed) {
            return;
        }
        result = Optional.of(found);
        found.impossible().forEach(sentence -> session.log().tell(texts.translate(sentence)));
        showSummary();
        while (tabs.getTabCount() > 2) {
            tabs.removeTabAt(2);
        }
        runs = Optional.of(new RunsPane(session, new RunPages(found.rows()), study.path(), this::replay));
        points = Optional.of(new PointsPane(session, found.rows(), study.path(), this::replay));
        tabs.addTab(texts.text("study.runs"), Picture.TABLE, runs.get(), texts.text("study.runs.tip"));
        tabs.addTab(texts.text("study.points"), Picture.STUDY, points.get(), texts.text("study.points.tip"));
        for (int i = 0; i < found.findings().size(); i++) {
            Findings one = found.findings().get(i);
            tabs.addTab(
                    one.kind(),
                    Picture.STUDY,
                    new FindingsPane(session, one, found.charts().get(i), study.path()),
                    texts.translate(one.title()));
        }
        intents.changed();
    }

    /** Reads rows once a table of them is looked at. */
    private void fill() {
        if (!runsStarted
                && runs.filter(pane -> tabs.getSelectedComponent() == pane).isPresent()) {
            runsStarted = true;
            runs.get().start();
        }
        if (!pointsStarted
                && points.filter(pane -> tabs.getSelectedComponent() == pane).isPresent()) {
            pointsStarted = true;
            points.get().start();
        }
    }

    /** Shows a run live. */
    private void replay(int point, int draw, int run) {
        liveStarted = true;
        live.show(point, draw, run);
        tabs.setSelectedComponent(live);
    }

    private void showSummary() {
        Plan plan = study.plan();
        Workload work = Workload.of(plan);
        Widgets.Column page = new Widgets.Column();
        page.setLayout(new BoxLayout(page, BoxLayout.Y_AXIS));
        page.setBorder(Sizes.padding(1.2, 1.5));
        page.add(Widgets.title(texts.translate(plan.title()), 1.5));
        page.add(Box.createVerticalStrut(Sizes.em(0.4)));
        page.add(Widgets.paragraph(texts.text("study.size", work.points(), work.networks(), work.runs(), plan.key())));
        page.add(Box.createVerticalStrut(Sizes.em(1)));
        if (result.isPresent()) {
            headlines(page, result.get());
        } else if (isRunning() || study.isComplete()) {
            JProgressBar bar = Widgets.named(
                    new JProgressBar(), "study.progress", texts.text("study.working"), texts.text("study.working"));
            bar.setIndeterminate(true);
            bar.setAlignmentX(Component.LEFT_ALIGNMENT);
            bar.setMaximumSize(Sizes.size(20, 0.6));
            page.add(new JLabel(texts.text("study.working")));
            page.add(bar);
        } else {
            page.add(Widgets.paragraph(texts.text("study.unfinished")));
            page.add(Box.createVerticalStrut(Sizes.em(0.6)));
            JButton resume = Widgets.button(
                    "study.resume", texts.text("study.resume"), texts.text("study.resume.tip"), this::run);
            resume.setIcon(Picture.RUN);
            resume.setAlignmentX(Component.LEFT_ALIGNMENT);
            page.add(resume);
        }
        page.add(Box.createVerticalGlue());
        summary.removeAll();
        summary.add(Widgets.scroll(page), BorderLayout.CENTER);
        summary.revalidate();
        summary.repaint();
    }

    private void headlines(JComponent page, StudyWork.Result found) {
        for (Findings one : found.findings()) {
            if (one.headlines().isEmpty()) {
                continue;
            }
            page.add(Widgets.title(texts.translate(one.title()), 1.1));
            for (Findings.Headline headline : one.headlines()) {
                page.add(Box.createVerticalStrut(Sizes.em(0.25)));
                page.add(Widgets.paragraph(FindingsPane.text(headline, texts)));
            }
            page.add(Box.createVerticalStrut(Sizes.em(0.9)));
        }
        if (found.outcome().failed() > 0) {
            page.add(
                    Widgets.paragraph(texts.text("study.failed", found.outcome().failed())));
            page.add(Box.createVerticalStrut(Sizes.em(0.5)));
        }
        found.impossible().forEach(sentence -> page.add(Widgets.paragraph(texts.translate(sentence))));
        for (String note : study.plan().notes()) {
            page.add(Widgets.remark(texts.translate(note)));
            page.add(Box.createVerticalStrut(Sizes.em(0.3)));
        }
        page.add(Widgets.remark(texts.text("study.digest", found.outcome().digest())));
        page.add(Widgets.remark(texts.text("study.folder", study.path())));
    }

    @Override
    public String key() {
        return key(study.path());
    }

    @Override
    public String title() {
        return study.path().getFileName().toString();
    }

    @Override
    public String help() {
        return "studies.md";
    }

    @Override
    public Icon icon() {
        return Picture.STUDY;
    }

    @Override
    public JComponent component() {
        return tabs;
    }

    @Override
    public Properties properties() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put(texts.text("properties.title"), texts.translate(study.plan().title()));
        rows.put(
                texts.text("properties.state"),
                texts.text(isRunning() ? "job.running" : study.isComplete() ? "study.complete" : "study.incomplete"));
        result.ifPresent(found ->
                rows.put(texts.text("properties.digest"), found.outcome().digest()));
        rows.put(texts.text("properties.plan"), study.plan().id());
        rows.put(
                texts.text("properties.inputs"),
                String.join("\n", study.plan().inputs().keySet()));
        rows.put(texts.text("properties.folder"), study.path().toString());
        return new Properties(title(), rows);
    }

    @Override
    public boolean can(Act act) {
        return switch (act) {
            case RUN -> tabs.getSelectedComponent() == live ? live.can(act) : !study.isComplete() && !isRunning();
            case PAUSE, STEP, BACK -> tabs.getSelectedComponent() == live && live.can(act);
            case STOP -> isRunning() || tabs.getSelectedComponent() == live && live.can(act);
            case EXPORT_WORKBOOK -> result.isPresent();
            case EXPORT_FIGURE -> front().isPresent();
            case COMPARE, COPY_COMMAND -> true;
            default -> false;
        };
    }

    @Override
    public void act(Act act) {
        switch (act) {
            case RUN, PAUSE, STEP, BACK, STOP -> {
                if (act == Act.STOP && isRunning()) {
                    job.ifPresent(Job::cancel);
                } else if (tabs.getSelectedComponent() == live) {
                    live.act(act);
                } else {
                    run();
                }
            }
            case EXPORT_WORKBOOK -> exportWorkbook();
            case EXPORT_FIGURE -> front().ifPresent(shown -> new FigureExport(session, study.path()).open(tabs, shown));
            case COMPARE -> experiment().ifPresent(text -> intents.compare(name(), text));
            case COPY_COMMAND ->
                Clipboards.copy(
                        session,
                        "einfluss run "
                                + Clipboards.quoted(
                                        study.path().resolve("experiment.yaml").toString()));
            default -> throw new IllegalArgumentException("A study cannot do " + act);
        }
    }

    private Optional<FindingsPane.Shown> front() {
        return tabs.getSelectedComponent() instanceof PointsPane pane
                ? pane.front()
                : tabs.getSelectedComponent() instanceof FindingsPane pane ? pane.front() : Optional.empty();
    }

    private void exportWorkbook() {
        Path file = study.path().resolve("study.xlsx");
        List<Findings> findings = result.map(StudyWork.Result::findings).orElse(List.of());
        session.jobs()
                .submit(
                        Jobs.Lane.QUICK,
                        texts.text("command.export-workbook"),
                        progress -> StudyWork.workbook(session, study, findings, file, progress),
                        written -> session.log().tell(texts.text("export.done", written)));
    }

    /** The name of the experiment: the folder's without the plan's id. */
    private String name() {
        return title().replaceFirst("-[0-9a-f]{8}$", "");
    }

    private Optional<String> experiment() {
        try {
            return Optional.of(Files.readString(study.path().resolve("experiment.yaml"), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            session.failed(title(), unreadable);
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        closed = true;
        live.close();
        runs.ifPresent(RunsPane::close);
        points.ifPresent(PointsPane::close);
    }
}
