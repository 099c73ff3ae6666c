package org.einfluss.workbench.live;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JSplitPane;
import javax.swing.SpinnerNumberModel;
import javax.swing.Timer;
import org.einfluss.api.model.Model;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.charts.FigureChart;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.study.StudyFolder;
import org.einfluss.workbench.jobs.Job;
import org.einfluss.workbench.jobs.Jobs;
import org.einfluss.workbench.network.AnimationExport;
import org.einfluss.workbench.network.Colouring;
import org.einfluss.workbench.network.ForceLayout.Positions;
import org.einfluss.workbench.network.LayoutWork;
import org.einfluss.workbench.network.NetworkFrames;
import org.einfluss.workbench.network.NetworkPicture;
import org.einfluss.workbench.network.Palette;
import org.einfluss.workbench.results.ChartPane;
import org.einfluss.workbench.session.Editor.Act;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.Line;
import org.einfluss.workbench.widgets.Picture;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;

/**
 * One run of a study, executed again and animated over its network, and beside it the courses of many runs as a curve with a band that
 * grows. Works while the study itself still runs.
 */
public final class LiveView extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final int MOST_RUNS = 200;
    private static final int MOST_MARKED = 5000;
    private static final int BATCH = 10;
    private static final int FASTEST = 25;
    private static final int REST_MILLIS = 1500;
    private static final long CHART_NANOS = 200_000_000L;

    private final transient Session session;
    private final transient Texts texts;
    private final transient StudyFolder study;
    private final transient Runnable changed;
    private final NetworkPicture picture;
    private final ChartPane curve;
    private final JComboBox<String> point;
    private final JSpinner draw;
    private final JSpinner run;
    private final JSlider position;
    private final JSlider speed;
    private final JCheckBox goOn;
    private final JButton save;
    private final JLabel time = new JLabel(" ");
    private final Timer timer;
    private final transient List<Job> jobs = new ArrayList<>();
    private transient Optional<Film> film = Optional.empty();
    private transient List<String> states = List.of();
    private transient List<Color> colours = List.of();
    private transient Courses courses = new Courses(false);
    private byte[] classes = new byte[0];
    private int frame;
    private boolean adjusting;
    private boolean resting;
    private long chartDue;

    /** What a model says of its states. */
    private record Shown(List<String> states, List<Color> colours) {}

    /**
     * Makes the view; {@link #start} fills it.
     *
     * @param session what all views share
     * @param study the study, complete or not
     * @param changed told when what can be done has changed
     */
    public LiveView(Session session, StudyFolder study, Runnable changed) {
        super(new BorderLayout());
        this.session = session;
        this.texts = session.texts();
        this.study = study;
        this.changed = changed;
        picture = new NetworkPicture(texts);
        curve = new ChartPane("live.curve", texts.text("live.curve"), texts.text("chart.tip"));
        String[] labels = study.plan().points().stream()
                .map(one -> texts.text("live.point.item", one.index(), one.label()))
                .toArray(String[]::new);
        point = Widgets.named(
                new JComboBox<>(labels), "live.point", texts.text("live.point"), texts.text("live.point.tip"));
        point.setPrototypeDisplayValue("x".repeat(30));
        draw = spinner("live.draw");
        run = spinner("live.number");
        position = slider("live.position", 0, 0, 0);
        speed = slider("live.speed", 1, FASTEST, 5);
        goOn = Widgets.named(
                new JCheckBox(texts.text("live.go-on"), true),
                "live.go-on",
                texts.text("live.go-on"),
                texts.text("live.go-on.tip"));
        save = Widgets.button("live.export", Picture.SAVE, texts.text("live.export"), this::export);
        save.setEnabled(false);
        timer = new Timer(200, event -> tick());
        JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, picture, curve);
        split.setResizeWeight(0.6);
        split.setBorder(null);
        add(choices(), BorderLayout.NORTH);
        add(split, BorderLayout.CENTER);
        add(transport(), BorderLayout.SOUTH);
        limits();
        listen();
    }

    private JSpinner spinner(String id) {
        JSpinner spinner = new JSpinner(new SpinnerNumberModel(0, 0, 0, 1));
        return Widgets.named(spinner, id, texts.text(id), texts.text(id + ".tip"));
    }

    private JSlider slider(String id, int low, int high, int value) {
        return Widgets.named(new JSlider(low, high, value), id, texts.text(id), texts.text(id + ".tip"));
    }

    private JComponent choices() {
        Line line = new Line();
        line.add(label("live.point", point));
        line.add(point);
        line.add(label("live.draw", draw));
        line.add(draw);
        line.add(label("live.number", run));
        line.add(run);
        line.add(goOn);
        return line;
    }

    private JLabel label(String key, JComponent of) {
        JLabel label = new JLabel(texts.text(key));
        label.setLabelFor(of);
        return label;
    }

    private JComponent transport() {
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING, Sizes.em(0.2), Sizes.em(0.2)));
        buttons.add(button(Act.STOP, Picture.REWIND, "live.rewind"));
        buttons.add(button(Act.BACK, Picture.BACK, "command.back"));
        buttons.add(button(Act.RUN, Picture.RUN, "live.play"));
        buttons.add(button(Act.PAUSE, Picture.PAUSE, "command.pause"));
        buttons.add(button(Act.STEP, Picture.STEP, "command.step"));
        JPanel right = new JPanel(new FlowLayout(FlowLayout.TRAILING, Sizes.em(0.5), Sizes.em(0.2)));
        time.setPreferredSize(Sizes.size(9, 1.4));
        right.add(time);
        right.add(label("live.speed", speed));
        speed.setPreferredSize(Sizes.size(8, 1.8));
        right.add(speed);
        right.add(save);
        right.add(Widgets.button("live.fit", Picture.FIT, texts.text("live.fit"), picture::fit));
        JPanel bar = new JPanel(new BorderLayout());
        bar.setBorder(Sizes.padding(0.1, 0.4));
        bar.add(buttons, BorderLayout.WEST);
        bar.add(position, BorderLayout.CENTER);
        bar.add(right, BorderLayout.EAST);
        return bar;
    }

    private JComponent button(Act act, Picture image, String key) {
        return Widgets.button("live." + act.name().toLowerCase(java.util.Locale.ROOT), image, texts.text(key), () -> {
            if (can(act)) {
                act(act);
            }
        });
    }

    private void listen() {
        point.addActionListener(event -> {
            limits();
            start();
        });
        draw.addChangeListener(event -> restart());
        run.addChangeListener(event -> restart());
        speed.addChangeListener(event -> timer.setDelay(1000 / speed.getValue()));
        position.addChangeListener(event -> {
            if (!adjusting) {
                pause();
                show(position.getValue());
            }
        });
    }

    private void restart() {
        if (!adjusting) {
            shoot();
        }
    }

    /** A point's network draws and runs bound what can be chosen. */
    private void limits() {
        NetworkConfiguration configuration = configuration();
        adjusting = true;
        draw.setModel(new SpinnerNumberModel(0, 0, configuration.draws() - 1, 1));
        run.setModel(new SpinnerNumberModel(0, 0, configuration.runs() - 1, 1));
        draw.setEnabled(configuration.draws() > 1);
        run.setEnabled(configuration.runs() > 1);
        adjusting = false;
    }

    private DesignPoint chosen() {
        return study.plan().points().get(Math.max(0, point.getSelectedIndex()));
    }

    private NetworkConfiguration configuration() {
        return study.plan().network(chosen());
    }

    /** Executes the chosen run again and plays it, and executes others for the band. */
    public void start() {
        stopJobs();
        String model = chosen().model().id();
        keep(session.jobs()
                .submit(Jobs.Lane.VIEW, texts.text("live.title"), progress -> shown(session, model), found -> {
                    states = found.states();
                    colours = found.colours();
                    courses = new Courses(states.isEmpty());
                    shoot();
                    gather();
                }));
    }

    private static Shown shown(Session session, String model) {
        Model<?> found = session.catalog().find(Kind.MODEL, model).component(Model.class);
        return new Shown(
                found.states().stream().map(session.texts()::translate).toList(),
                found.colours().stream().map(Color::decode).toList());
    }

    /** Films the chosen run. */
    private void shoot() {
        int ofPoint = chosen().index();
        int ofDraw = (Integer) draw.getValue();
        int ofRun = (Integer) run.getValue();
        boolean numbers = states.isEmpty();
        keep(session.jobs()
                .submit(
                        Jobs.Lane.VIEW,
                        texts.text("live.title"),
                        progress -> {
                            Film.Camera camera = new Film.Camera(numbers);
                            study.watch(ofPoint, ofDraw, ofRun, ofRun + 1, camera, progress);
                            return camera.film();
                        },
                        this::play));
    }

    /** Watches runs for the band: of one network where it is fixed, else the first run of each network. */
    private void gather() {
        boolean numbers = states.isEmpty();
        NetworkConfiguration configuration = configuration();
        int ofPoint = chosen().index();
        Courses into = courses;
        keep(session.jobs()
                .submit(
                        Jobs.Lane.VIEW,
                        texts.text("live.title"),
                        progress -> {
                            int most = Math.min(
                                    MOST_RUNS, configuration.fixed() ? configuration.runs() : configuration.draws());
                            int done = 0;
                            while (done < most) {
                                Courses batch = new Courses(numbers);
                                int end = Math.min(most, done + (configuration.fixed() ? BATCH : 1));
                                study.watch(
                                        ofPoint,
                                        configuration.fixed() ? 0 : done,
                                        configuration.fixed() ? done : 0,
                                        configuration.fixed() ? end : 1,
                                        batch,
                                        progress);
                                batch.finish();
                                done = end;
                                EventQueue.invokeLater(() -> {
                                    into.add(batch);
                                    draw(false);
                                });
                            }
                            return done;
                        },
                        done -> draw(true)));
    }

    private void play(Film shot) {
        boolean sameNetwork = film.filter(
                        before -> before.network().graph().equals(shot.network().graph()))
                .isPresent();
        film = Optional.of(shot);
        classes = shot.start();
        frame = 0;
        if (!sameNetwork) {
            picture.show(shot.network().graph(), shot.network()::label);
            save.setEnabled(false); // until nodes have places
            if (LayoutWork.isDrawn(shot.network().graph())) {
                keep(session.jobs()
                        .submit(
                                Jobs.Lane.VIEW,
                                texts.text("network.name"),
                                progress -> LayoutWork.run(
                                        shot.network().graph(),
                                        places -> EventQueue.invokeLater(() -> place(places)),
                                        progress),
                                this::place));
            }
        }
        adjusting = true;
        position.setMaximum(shot.frames().size() - 1);
        adjusting = false;
        show(0);
        timer.setDelay(1000 / speed.getValue());
        timer.start();
        changed.run();
    }

    private void tick() {
        if (resting) {
            resting = false;
            next();
            return;
        }
        int last = film.map(shot -> shot.frames().size() - 1).orElse(0);
        if (frame < last) {
            show(frame + 1);
            return;
        }
        timer.stop();
        if (goOn.isSelected() && isShowing()) {
            resting = true;
            timer.setInitialDelay(REST_MILLIS);
            timer.start();
        }
        changed.run();
    }

    /** Goes on with the next run, or with the next network where there is one run on each. */
    private void next() {
        timer.stop();
        for (JSpinner spinner : List.of(run, draw)) {
            if (spinner.isEnabled()) {
                Object next = spinner.getNextValue();
                if (next != null) {
                    spinner.setValue(next);
                    return;
                }
            }
        }
    }

    private void pause() {
        timer.stop();
        resting = false;
        changed.run();
    }

    private void show(int target) {
        if (film.isEmpty()) {
            return;
        }
        Film shot = film.get();
        int bounded = Math.max(0, Math.min(shot.frames().size() - 1, target));
        shot.move(classes, frame, bounded);
        frame = bounded;
        adjusting = true;
        position.setValue(frame);
        adjusting = false;
        Film.Frame now = shot.frames().get(frame);
        picture.colour(colouring(shot, classes));
        picture.mark(fresh(shot, frame));
        time.setText(texts.text("live.at", texts.number(now.time())));
        draw(frame == shot.frames().size() - 1 || !timer.isRunning());
    }

    private void place(Positions places) {
        picture.place(places);
        save.setEnabled(true);
    }

    /** The nodes that have just changed, where there are few enough to be seen. */
    private static boolean[] fresh(Film shot, int at) {
        if (shot.network().nodes() > MOST_MARKED) {
            return new boolean[0];
        }
        boolean[] fresh = new boolean[shot.network().nodes()];
        for (int node : shot.frames().get(at).nodes()) {
            fresh[node] = true;
        }
        return fresh;
    }

    /** Asks how the animation is to be written. */
    private void export() {
        Film shot = film.orElseThrow();
        String name = "run-" + chosen().index() + "-" + draw.getValue() + "-" + run.getValue();
        new AnimationExport(session, study.path())
                .open(this, name, shot.frames().size(), (width, height) -> frames(shot, width, height));
    }

    private IntFunction<BufferedImage> frames(Film shot, int width, int height) {
        NetworkFrames frames = picture.frames(width, height).orElseThrow();
        byte[] group = shot.start();
        Colouring colours = colouring(shot, group);
        AtomicInteger at = new AtomicInteger();
        return target -> {
            shot.move(group, at.getAndSet(target), target);
            String said =
                    texts.text("live.at", texts.number(shot.frames().get(target).time()));
            return frames.draw(colours, fresh(shot, target), said);
        };
    }

    private Colouring colouring(Film shot, byte[] group) {
        List<String> names = new ArrayList<>();
        List<Color> shades = new ArrayList<>();
        if (states.isEmpty()) {
            double width = (shot.high() - shot.low()) / Palette.SHADES;
            for (int i = 0; i < Palette.SHADES; i++) {
                names.add(texts.text(
                        "live.range",
                        texts.number(shot.low() + i * width),
                        texts.number(shot.low() + (i + 1) * width)));
                shades.add(Palette.shade(i));
            }
        } else {
            for (int i = 0; i < states.size(); i++) {
                names.add(states.get(i));
                shades.add(i < colours.size() ? colours.get(i) : Palette.group(i));
            }
        }
        return new Colouring(chosen().model().id(), group, names, shades);
    }

    /** Draws the curve again, not too often unless it must be now. */
    private void draw(boolean now) {
        if (film.isEmpty() || !now && System.nanoTime() - chartDue < 0) {
            return;
        }
        chartDue = System.nanoTime() + CHART_NANOS;
        String quantity = states.isEmpty() ? texts.text("live.mean-number") : texts.text("live.share", states.get(0));
        String sampled = configuration().fixed() ? texts.text("live.one-network") : texts.text("live.networks");
        curve.show(FigureChart.draw(courses.figure(film.get(), frame, quantity, sampled, texts)));
    }

    /**
     * Returns whether something can be done now.
     *
     * @param act what
     */
    public boolean can(Act act) {
        if (film.isEmpty()) {
            return false;
        }
        int last = film.get().frames().size() - 1;
        return switch (act) {
            case RUN -> !timer.isRunning();
            case PAUSE -> timer.isRunning();
            case STEP -> frame < last;
            case BACK, STOP -> frame > 0;
            default -> false;
        };
    }

    /**
     * Plays, holds or moves the animation.
     *
     * @param act what to do
     */
    public void act(Act act) {
        switch (act) {
            case RUN -> {
                if (frame == position.getMaximum()) {
                    show(0);
                }
                timer.setInitialDelay(1000 / speed.getValue());
                timer.start();
            }
            case PAUSE -> pause();
            case STEP -> {
                pause();
                show(frame + 1);
            }
            case BACK -> {
                pause();
                show(frame - 1);
            }
            case STOP -> {
                pause();
                show(0);
            }
            default -> throw new IllegalArgumentException("The animation cannot do " + act);
        }
        changed.run();
    }

    /** Shows a run of the study. */
    public void show(int ofPoint, int ofDraw, int ofRun) {
        adjusting = true;
        point.setSelectedIndex(ofPoint);
        limits();
        adjusting = true;
        draw.setValue(ofDraw);
        run.setValue(ofRun);
        adjusting = false;
        start();
    }

    /** Remembers a job that the view may have to cancel; those that are over are forgotten, as a view may play for hours. */
    private void keep(Job job) {
        jobs.removeIf(one -> one.state().isOver());
        jobs.add(job);
    }

    private void stopJobs() {
        jobs.forEach(Job::cancel);
        jobs.clear();
        timer.stop();
        resting = false;
    }

    /** Ends animation and background work. */
    public void close() {
        stopJobs();
    }
}
