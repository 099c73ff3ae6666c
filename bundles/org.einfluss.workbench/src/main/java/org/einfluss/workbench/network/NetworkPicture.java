package org.einfluss.workbench.network;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javax.swing.AbstractAction;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.UIManager;
import org.einfluss.graph.Graph;
import org.einfluss.workbench.network.ForceLayout.Positions;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;

/**
 * Draws a network: links below, nodes above, the legend in a corner. Wheel and + - zoom, dragging and arrow keys move, 0 fits, a click
 * selects.
 *
 * <p>Level of detail: at most {@value #MOST_LINKS} links are drawn, evenly chosen, and the picture says so; links are drawn again only when
 * nodes or the view move; small nodes are squares without smoothing.
 */
public final class NetworkPicture extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final int MOST_LINKS = 40_000;
    private static final int SMOOTH_LINKS = 15_000;
    private static final int SMOOTH_NODES = 6_000;

    private final transient Texts texts;
    private transient Optional<Graph> graph = Optional.empty();
    private transient Optional<Positions> positions = Optional.empty();
    private transient Optional<Colouring> colouring = Optional.empty();
    private transient Optional<float[]> sizes = Optional.empty();
    private transient boolean[] fresh = new boolean[0];
    private transient IntFunction<String> label = String::valueOf;
    private transient IntConsumer selected = node -> {};
    private transient Optional<BufferedImage> links = Optional.empty();
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
            float lowX = Float.POSITIVE_INFINITY;
            float lowY = Float.POSITIVE_INFINITY;
            float highX = Float.NEGATIVE_INFINITY;
            float highY = Float.NEGATIVE_INFINITY;
            for (int i = 0; i < places.x().length; i++) {
                lowX = Math.min(lowX, places.x()[i]);
                highX = Math.max(highX, places.x()[i]);
                lowY = Math.min(lowY, places.y()[i]);
                highY = Math.max(highY, places.y()[i]);
            }
            double room = 2.0 * Sizes.em(1.5);
            scale = Math.min(
                    (getWidth() - room) / Math.max(1e-3, highX - lowX),
                    (getHeight() - room) / Math.max(1e-3, highY - lowY));
            scale = Math.max(1e-3, Math.min(scale, Sizes.em(8)));
            shiftX = getWidth() / 2.0 - scale * (lowX + highX) / 2;
            shiftY = getHeight() / 2.0 - scale * (lowY + highY) / 2;
        });
        repaint();
    }

    private void zoom(double times, double x, double y) {
        fitted = false;
        shiftX = x - (x - shiftX) * times;
        shiftY = y - (y - shiftY) * times;
        scale *= times;
        links = Optional.empty();
        repaint();
    }

    private void shift(double byX, double byY) {
        fitted = false;
        shiftX += byX;
        shiftY += byY;
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
        g.setColor(ground());
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
        if (links.isEmpty()) {
            links = Optional.of(drawLinks(shown, places, pixels));
        }
        g.drawImage(links.get(), 0, 0, getWidth(), getHeight(), null);
        drawNodes(g, shown, places);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        colouring.ifPresent(colours -> drawLegend(g, colours));
        if (hasFocus()) {
            g.setColor(UIManager.getColor("Component.focusedBorderColor"));
            g.drawRect(0, 0, getWidth() - 1, getHeight() - 1);
        }
    }

    private BufferedImage drawLinks(Graph shown, Positions places, double pixels) {
        BufferedImage image = new BufferedImage(
                Math.max(1, (int) Math.ceil(getWidth() * pixels)),
                Math.max(1, (int) Math.ceil(getHeight() * pixels)),
                BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.scale(pixels, pixels);
        long all = shown.isDirected() ? shown.arcs() : shown.edges();
        int stride = (int) (1 + (all - 1) / MOST_LINKS);
        boolean smooth = all / stride <= SMOOTH_LINKS;
        g.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING,
                smooth ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
        g.setStroke(new BasicStroke((float) Math.max(0.5, Sizes.em(0.06))));
        Color ink = UIManager.getColor("Label.foreground");
        int opacity = all > 20_000 ? 28 : all > 3_000 ? 45 : 85;
        g.setColor(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), opacity));
        int count = 0;
        Line2D.Double line = new Line2D.Double();
        for (int u = 0; u < shown.nodes(); u++) {
            for (int a = shown.arcBegin(u), end = shown.arcEnd(u); a < end; a++) {
                int v = shown.target(a);
                if ((shown.isDirected() || u < v) && count++ % stride == 0) {
                    line.setLine(screenX(places, u), screenY(places, u), screenX(places, v), screenY(places, v));
                    g.draw(line);
                }
            }
        }
        if (stride > 1) {
            g.setColor(UIManager.getColor("Label.disabledForeground"));
            g.setFont(Sizes.font());
            String text = texts.text("network.detail", all / stride, all);
            FontMetrics metrics = g.getFontMetrics();
            g.drawString(text, getWidth() - metrics.stringWidth(text) - Sizes.em(0.6), Sizes.em(1.4));
        }
        g.dispose();
        return image;
    }

    private void drawNodes(Graphics2D g, Graph shown, Positions places) {
        int n = shown.nodes();
        double usual = radius();
        boolean smooth = n <= SMOOTH_NODES || usual > 3;
        g.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING,
                smooth ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
        byte[] group = colouring.map(Colouring::group).orElse(new byte[n]);
        List<Color> colours = colouring.map(Colouring::colours).orElse(List.of(Palette.group(0)));
        Color ring = UIManager.getColor("Label.foreground");
        for (int layer = 0; layer < colours.size(); layer++) {
            g.setColor(colours.get(layer));
            for (int u = 0; u < n; u++) {
                if (group[u] == layer) {
                    drawNode(g, u, places, usual, smooth, ring);
                }
            }
        }
        if (selection >= 0 && selection < n) {
            double r = radius(selection, usual) + Sizes.em(0.35);
            double x = screenX(places, selection);
            double y = screenY(places, selection);
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setColor(ring);
            g.setStroke(new BasicStroke((float) Math.max(1.5, Sizes.em(0.15))));
            g.draw(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
            g.setFont(Sizes.font());
            g.drawString(label.apply(selection), (float) (x + r + 2), (float) (y + Sizes.em(0.35)));
        }
    }

    private void drawNode(Graphics2D g, int u, Positions places, double usual, boolean smooth, Color ring) {
        double x = screenX(places, u);
        double y = screenY(places, u);
        double r = radius(u, usual);
        if (x < -r || y < -r || x > getWidth() + r || y > getHeight() + r) {
            return;
        }
        boolean marked = u < fresh.length && fresh[u];
        if (marked) {
            r *= 1.5;
        }
        if (!smooth) {
            int side = Math.max(1, (int) Math.round(2 * r));
            g.fillRect((int) (x - r), (int) (y - r), side, side);
            return;
        }
        Ellipse2D.Double dot = new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
        g.fill(dot);
        if (marked) {
            Color colour = g.getColor();
            g.setColor(ring);
            g.draw(dot);
            g.setColor(colour);
        }
    }

    /** Classes without a name are left out. */
    private void drawLegend(Graphics2D g, Colouring colours) {
        int[] counts = colours.counts();
        g.setFont(Sizes.font());
        FontMetrics metrics = g.getFontMetrics();
        int line = metrics.getHeight() + Sizes.em(0.15);
        int width = metrics.stringWidth(colours.title());
        int rows = colours.title().isEmpty() ? 0 : 1;
        for (int i = 0; i < counts.length; i++) {
            if (!colours.names().get(i).isEmpty()) {
                width = Math.max(width, metrics.stringWidth(legend(colours, i, counts[i])) + Sizes.em(1.4));
                rows++;
            }
        }
        int pad = Sizes.em(0.5);
        int x = Sizes.em(0.6);
        int y = getHeight() - rows * line - 2 * pad - Sizes.em(0.6);
        Color ground = ground();
        g.setColor(new Color(ground.getRed(), ground.getGreen(), ground.getBlue(), 225));
        g.fillRoundRect(x, y, width + 2 * pad, rows * line + 2 * pad, pad, pad);
        int base = y + pad + metrics.getAscent();
        if (!colours.title().isEmpty()) {
            g.setColor(UIManager.getColor("Label.foreground"));
            g.drawString(colours.title(), x + pad, base);
            base += line;
        }
        for (int i = 0; i < counts.length; i++) {
            if (!colours.names().get(i).isEmpty()) {
                double side = Sizes.em(0.8);
                g.setColor(colours.colours().get(i));
                g.fill(new Ellipse2D.Double(x + pad, base - side + Sizes.em(0.05), side, side));
                g.setColor(UIManager.getColor("Label.foreground"));
                g.drawString(legend(colours, i, counts[i]), x + pad + Sizes.em(1.3), base);
                base += line;
            }
        }
    }

    private String legend(Colouring colours, int group, int count) {
        return texts.text("network.legend", colours.names().get(group), count);
    }

    private static Color ground() {
        return UIManager.getColor("TextArea.background");
    }

    private double radius() {
        return Math.max(Sizes.em(0.1), Math.min(Sizes.em(0.5), 0.16 * scale));
    }

    private double radius(int node, double usual) {
        return sizes.map(times -> usual * times[node]).orElse(usual);
    }

    private double screenX(Positions places, int node) {
        return places.x()[node] * scale + shiftX;
    }

    private double screenY(Positions places, int node) {
        return places.y()[node] * scale + shiftY;
    }

    private int nodeAt(int x, int y) {
        if (positions.isEmpty() || graph.isEmpty()) {
            return -1;
        }
        Positions places = positions.get();
        double nearest = Math.pow(radius() + Sizes.em(0.35), 2);
        int found = -1;
        for (int u = 0; u < places.x().length; u++) {
            double dx = screenX(places, u) - x;
            double dy = screenY(places, u) - y;
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
