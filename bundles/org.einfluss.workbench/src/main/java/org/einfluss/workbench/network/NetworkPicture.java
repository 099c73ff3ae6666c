package org.einfluss.workbench.network;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javax.swing.AbstractAction;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.Timer;
import javax.swing.UIManager;
import org.einfluss.graph.Graph;
import org.einfluss.workbench.network.ForceLayout.Positions;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;
import org.jfree.chart.JFreeChart;

/**
 * Draws a network: links below, nodes above, the legend in a corner. Wheel and + - zoom, dragging and arrow keys move, 0 fits, a click
 * selects.
 *
 * <p>Level of detail: at most {@value #MOST_LINKS} links are drawn ({@value #MOST_MOVING_LINKS} while the view moves), evenly chosen, and the
 * picture says so; links are drawn again only when nodes or the view move; small nodes are squares without smoothing.
 */
public final class NetworkPicture extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final int MOST_LINKS = 40_000;
    private static final int MOST_MOVING_LINKS = 6_000;
    private static final int REST_MILLIS = 150;

    private final transient Texts texts;
    private transient Optional<Graph> graph = Optional.empty();
    private transient Optional<Positions> positions = Optional.empty();
    private transient Optional<Colouring> colouring = Optional.empty();
    private transient Optional<float[]> sizes = Optional.empty();
    private transient boolean[] fresh = new boolean[0];
    private transient IntFunction<String> label = String::valueOf;
    private transient IntConsumer selected = node -> {};
    private transient Optional<BufferedImage> links = Optional.empty();
    private final Timer moving = new Timer(REST_MILLIS, event -> rest());
    private int selection = -1;
    private double scale = 1;
    private double shiftX;
    private double shiftY;
    private boolean fitted = true;
    private int dragX;
    private int dragY;

    /**
     * Makes an empty picture.
     *
     * @param texts the language
     */
    public NetworkPicture(Texts texts) {
        this.texts = texts;
        Widgets.named(this, "network", texts.text("network.name"), "");
        setFocusable(true);
        moving.setRepeats(false);
        setPreferredSize(Sizes.size(40, 30));
        setToolTipText("");
        Mouse mouse = new Mouse();
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        addMouseWheelListener(mouse);
        key("PLUS", () -> zoom(1.25, getWidth() / 2.0, getHeight() / 2.0));
        key("ADD", () -> zoom(1.25, getWidth() / 2.0, getHeight() / 2.0));
        key("MINUS", () -> zoom(0.8, getWidth() / 2.0, getHeight() / 2.0));
        key("SUBTRACT", () -> zoom(0.8, getWidth() / 2.0, getHeight() / 2.0));
        key("0", this::fit);
        key("LEFT", () -> shift(Sizes.em(3), 0));
        key("RIGHT", () -> shift(-Sizes.em(3), 0));
        key("UP", () -> shift(0, Sizes.em(3)));
        key("DOWN", () -> shift(0, -Sizes.em(3)));
    }

    private void key(String stroke, Runnable action) {
        getInputMap().put(KeyStroke.getKeyStroke(stroke), stroke);
        getActionMap().put(stroke, new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                action.run();
            }
        });
    }

    /**
     * Shows another network; its nodes appear once they have {@link #place places}.
     *
     * @param shown the network
     * @param labels gives a node's label
     */
    public void show(Graph shown, IntFunction<String> labels) {
        graph = Optional.of(shown);
        label = labels;
        positions = Optional.empty();
        colouring = Optional.empty();
        sizes = Optional.empty();
        fresh = new boolean[0];
        selection = -1;
        fitted = true;
        links = Optional.empty();
        repaint();
    }

    /**
     * Moves the nodes.
     *
     * @param places where they are
     */
    public void place(Positions places) {
        positions = Optional.of(places);
        links = Optional.empty();
        if (fitted) {
            fit();
        }
        repaint();
    }

    /**
     * Colours the nodes.
     *
     * @param colours a class per node
     */
    public void colour(Colouring colours) {
        colouring = Optional.of(colours);
        repaint();
    }

    /**
     * Marks nodes with a ring, such as those that have just changed.
     *
     * @param marked per node; empty for none
     */
    public void mark(boolean[] marked) {
        fresh = marked;
        repaint();
    }

    /**
     * Makes nodes larger or smaller than usual.
     *
     * @param times a factor per node
     */
    public void size(float[] times) {
        sizes = Optional.of(times);
        repaint();
    }

    /**
     * Selects a node.
     *
     * @param node the node, -1 for none
     */
    public void select(int node) {
        selection = node;
        repaint();
    }

    /**
     * Has a listener told which node was clicked.
     *
     * @param listener told the node, -1 for none
     */
    public void onSelect(IntConsumer listener) {
        selected = listener;
    }

    /** Shows the whole network. */
    public void fit() {
        fitted = true;
        links = Optional.empty();
        positions.filter(places -> places.x().length > 0 && getWidth() > 0).ifPresent(places -> {
            NetworkDrawing.View view = NetworkDrawing.View.fitting(
                    places, getWidth(), getHeight(), Sizes.font().getSize2D());
            scale = view.scale();
            shiftX = view.shiftX();
            shiftY = view.shiftY();
        });
        repaint();
    }

    private void zoom(double times, double x, double y) {
        fitted = false;
        shiftX = x - (x - shiftX) * times;
        shiftY = y - (y - shiftY) * times;
        scale *= times;
        move();
    }

    private void shift(double byX, double byY) {
        fitted = false;
        shiftX += byX;
        shiftY += byY;
        move();
    }

    /** While the view moves, fewer links are drawn, so that it follows the hand; all once it rests. */
    private void move() {
        moving.restart();
        links = Optional.empty();
        repaint();
    }

    private void rest() {
        links = Optional.empty();
        repaint();
    }

    @Override
    public void setBounds(int x, int y, int width, int height) {
        boolean other = width != getWidth() || height != getHeight();
        super.setBounds(x, y, width, height);
        if (other) {
            links = Optional.empty();
            if (fitted) {
                fit();
            }
        }
    }

    @Override
    public void updateUI() {
        super.updateUI();
        links = Optional.empty();
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        int node = nodeAt(event.getX(), event.getY());
        if (node < 0) {
            return null; // Swing: no tooltip here
        }
        String state = colouring
                .map(colours -> " – " + colours.names().get(colours.group()[node]))
                .orElse("");
        return texts.text("network.node", label.apply(node), graph.orElseThrow().outDegree(node)) + state;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setColor(UIManager.getColor("TextArea.background"));
        g.fillRect(0, 0, getWidth(), getHeight());
        if (graph.isEmpty() || positions.isEmpty()) {
            g.setColor(UIManager.getColor("Label.disabledForeground"));
            g.setFont(Sizes.font());
            g.drawString(texts.text("network.wait"), Sizes.em(1), Sizes.em(2));
        } else {
            draw(g, graph.get(), positions.get());
        }
        g.dispose();
    }

    private void draw(Graphics2D g, Graph shown, Positions places) {
        double pixels = g.getTransform().getScaleX();
        NetworkDrawing drawing = drawing(shown, places);
        if (links.isEmpty()) {
            links = Optional.of(drawLinks(drawing, pixels));
        }
        g.drawImage(links.get(), 0, 0, getWidth(), getHeight(), null);
        drawing.nodes(g);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        colouring.ifPresent(colours -> drawing.legend(g, colours, texts));
        if (hasFocus()) {
            g.setColor(UIManager.getColor("Component.focusedBorderColor"));
            g.drawRect(0, 0, getWidth() - 1, getHeight() - 1);
        }
    }

    private BufferedImage drawLinks(NetworkDrawing drawing, double pixels) {
        BufferedImage image = new BufferedImage(
                Math.max(1, (int) Math.ceil(getWidth() * pixels)),
                Math.max(1, (int) Math.ceil(getHeight() * pixels)),
                BufferedImage.TYPE_INT_ARGB);
        drawing.links(image, pixels, moving.isRunning() ? MOST_MOVING_LINKS : MOST_LINKS, texts);
        return image;
    }

    private NetworkDrawing drawing(Graph shown, Positions places) {
        return new NetworkDrawing(
                content(shown, places),
                new NetworkDrawing.View(scale, shiftX, shiftY, getWidth(), getHeight()),
                NetworkDrawing.Look.screen());
    }

    private NetworkDrawing.Content content(Graph shown, Positions places) {
        return new NetworkDrawing.Content(shown, places, colouring, sizes, fresh, selection, label);
    }

    /**
     * Returns all of the network as a chart, with its legend; empty where nodes have no places yet.
     *
     * @param title what it shows
     * @param caption what a reader must know
     */
    public Optional<JFreeChart> chart(String title, String caption) {
        return graph.isEmpty() || positions.isEmpty()
                ? Optional.empty()
                : Optional.of(NetworkPlot.chart(content(graph.get(), positions.get()), title, caption, texts));
    }

    /**
     * Returns what draws all of the network off the screen; empty where nodes have no places yet.
     *
     * @param width width in dots
     * @param height height in dots
     */
    public Optional<NetworkFrames> frames(int width, int height) {
        return graph.isEmpty() || positions.isEmpty()
                ? Optional.empty()
                : Optional.of(new NetworkFrames(content(graph.get(), positions.get()), width, height, texts));
    }

    private int nodeAt(int x, int y) {
        if (positions.isEmpty() || graph.isEmpty()) {
            return -1;
        }
        Positions places = positions.get();
        NetworkDrawing.View view = drawing(graph.get(), places).view();
        double nearest = Math.pow(drawing(graph.get(), places).radius() + Sizes.em(0.35), 2);
        int found = -1;
        for (int u = 0; u < places.x().length; u++) {
            double dx = view.x(places, u) - x;
            double dy = view.y(places, u) - y;
            if (dx * dx + dy * dy < nearest) {
                nearest = dx * dx + dy * dy;
                found = u;
            }
        }
        return found;
    }

    /** Wheel, dragging and clicks. */
    private final class Mouse extends MouseAdapter {
        @Override
        public void mousePressed(MouseEvent event) {
            requestFocusInWindow();
            dragX = event.getX();
            dragY = event.getY();
        }

        @Override
        public void mouseDragged(MouseEvent event) {
            shift(event.getX() - dragX, event.getY() - dragY);
            dragX = event.getX();
            dragY = event.getY();
        }

        @Override
        public void mouseClicked(MouseEvent event) {
            selection = nodeAt(event.getX(), event.getY());
            selected.accept(selection);
            repaint();
        }

        @Override
        public void mouseWheelMoved(MouseWheelEvent event) {
            zoom(Math.pow(1.15, -event.getPreciseWheelRotation()), event.getX(), event.getY());
        }
    }
}
