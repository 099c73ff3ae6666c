package org.einfluss.workbench.network;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import javax.swing.UIManager;
import org.einfluss.graph.Graph;
import org.einfluss.workbench.network.ForceLayout.Positions;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.Sizes;

/**
 * Draws a network into an area: of the window, of a page, of a frame of an animation. Links lie below, nodes above, the legend in a corner.
 *
 * @param content what is drawn
 * @param view where
 * @param look in which size and colours
 */
record NetworkDrawing(Content content, View view, Look look) {
    private static final int SMOOTH_LINKS = 15_000;
    private static final int FEW_LINKS = 4_000;
    private static final int SMOOTH_NODES = 6_000;

    /**
     * What is drawn. The arrays are read only.
     *
     * @param graph the network
     * @param places where its nodes are
     * @param colouring which colour they have; one for all where empty
     * @param sizes how much larger than usual they are; alike where empty
     * @param fresh which of them are marked; none where empty
     * @param selection the selected node, −1 for none
     * @param label gives a node's label
     */
    record Content(
            Graph graph,
            Positions places,
            Optional<Colouring> colouring,
            Optional<float[]> sizes,
            boolean[] fresh,
            int selection,
            IntFunction<String> label) {}

    /**
     * From places to the area.
     *
     * @param scale units of the area for each unit of places
     * @param shiftX added to horizontal places
     * @param shiftY added to vertical places
     * @param width of the area
     * @param height of the area
     */
    record View(double scale, double shiftX, double shiftY, double width, double height) {
        /** All of the network in the middle of the area. */
        static View fitting(Positions places, double width, double height, double em) {
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
            double room = 3 * em;
            double scale = Math.min(
                    (width - room) / Math.max(1e-3, highX - lowX), (height - room) / Math.max(1e-3, highY - lowY));
            scale = Math.max(1e-3, Math.min(scale, 8 * em));
            return new View(
                    scale,
                    width / 2 - scale * (lowX + highX) / 2,
                    height / 2 - scale * (lowY + highY) / 2,
                    width,
                    height);
        }

        double x(Positions places, int node) {
            return places.x()[node] * scale + shiftX;
        }

        double y(Positions places, int node) {
            return places.y()[node] * scale + shiftY;
        }
    }

    /**
     * Sizes and colours.
     *
     * @param em size of text in units of the area
     * @param font of text
     * @param ink of text and links
     * @param weak of remarks
     * @param ground behind all
     */
    record Look(double em, Font font, Color ink, Color weak, Color ground) {
        /** That of the window. */
        static Look screen() {
            return new Look(
                    Sizes.font().getSize2D(),
                    Sizes.font(),
                    UIManager.getColor("Label.foreground"),
                    UIManager.getColor("Label.disabledForeground"),
                    UIManager.getColor("TextArea.background"));
        }

        /** That of a page: black on white. */
        static Look paper(Font font) {
            return new Look(font.getSize2D(), font, new Color(0x222222), new Color(0x666666), Color.WHITE);
        }
    }

    /**
     * Draws links, evenly chosen where there are more than may be drawn, and says so.
     *
     * @param g where to
     * @param most how many may be drawn
     * @param texts the language
     */
    void links(Graphics2D g, int most, Texts texts) {
        int stride = stride(most);
        boolean smooth = count() / stride <= SMOOTH_LINKS;
        g.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING,
                smooth ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
        g.setStroke(new BasicStroke((float) Math.max(0.5, 0.06 * look.em())));
        g.setColor(thin());
        Line2D.Double line = new Line2D.Double();
        each(stride, (x, y, toX, toY) -> {
            line.setLine(x, y, toX, toY);
            g.draw(line);
        });
        tellLinks(g, stride, texts);
    }

    /**
     * Draws links into an image; many of them without smoothing, as fast as the hand moves.
     *
     * @param image of type ARGB, transparent
     * @param pixels pixels of the image for a unit of the area
     * @param most how many may be drawn
     * @param texts the language
     */
    void links(BufferedImage image, double pixels, int most, Texts texts) {
        Graphics2D g = image.createGraphics();
        g.scale(pixels, pixels);
        int stride = stride(most);
        if (count() <= FEW_LINKS) {
            links(g, most, texts);
        } else {
            LinkRaster raster = new LinkRaster(image, thin());
            each(stride, (x, y, toX, toY) -> raster.line(x * pixels, y * pixels, toX * pixels, toY * pixels));
            tellLinks(g, stride, texts);
        }
        g.dispose();
    }

    /** Receives the ends of a link. */
    @FunctionalInterface
    private interface Ends {
        void line(double x, double y, double toX, double toY);
    }

    private void each(int stride, Ends ends) {
        Graph shown = content.graph();
        Positions places = content.places();
        int count = 0;
        for (int u = 0; u < shown.nodes(); u++) {
            for (int a = shown.arcBegin(u), end = shown.arcEnd(u); a < end; a++) {
                int v = shown.target(a);
                if ((shown.isDirected() || u < v) && count++ % stride == 0) {
                    ends.line(view.x(places, u), view.y(places, u), view.x(places, v), view.y(places, v));
                }
            }
        }
    }

    private long count() {
        return content.graph().isDirected()
                ? content.graph().arcs()
                : content.graph().edges();
    }

    private int stride(int most) {
        return (int) (1 + (count() - 1) / most);
    }

    /** The colour of links, the clearer the more there are. */
    private Color thin() {
        return clear(look.ink(), count() > 20_000 ? 28 : count() > 3_000 ? 45 : 85);
    }

    private void tellLinks(Graphics2D g, int stride, Texts texts) {
        if (stride > 1) {
            g.setColor(look.weak());
            g.setFont(look.font());
            String text = texts.text("network.detail", count() / stride, count());
            int width = g.getFontMetrics().stringWidth(text);
            g.drawString(text, (float) (view.width() - width - 0.6 * look.em()), (float) (1.4 * look.em()));
        }
    }

    private static Color clear(Color colour, int opacity) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), opacity);
    }

    /** Draws nodes; small ones of large networks are squares without smoothing. */
    void nodes(Graphics2D g) {
        int n = content.graph().nodes();
        double usual = radius();
        boolean smooth = n <= SMOOTH_NODES || usual > 3;
        g.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING,
                smooth ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
        byte[] group = content.colouring().map(Colouring::group).orElse(new byte[n]);
        List<Color> colours = content.colouring().map(Colouring::colours).orElse(List.of(Palette.group(0)));
        for (int layer = 0; layer < colours.size(); layer++) {
            g.setColor(colours.get(layer));
            for (int u = 0; u < n; u++) {
                if (group[u] == layer) {
                    node(g, u, usual, smooth);
                }
            }
        }
        int selection = content.selection();
        if (selection >= 0 && selection < n) {
            double r = radius(selection, usual) + 0.35 * look.em();
            double x = view.x(content.places(), selection);
            double y = view.y(content.places(), selection);
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setColor(look.ink());
            g.setStroke(new BasicStroke((float) Math.max(1.5, 0.15 * look.em())));
            g.draw(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
            g.setFont(look.font());
            g.drawString(content.label().apply(selection), (float) (x + r + 2), (float) (y + 0.35 * look.em()));
        }
    }

    private void node(Graphics2D g, int u, double usual, boolean smooth) {
        double x = view.x(content.places(), u);
        double y = view.y(content.places(), u);
        double r = radius(u, usual);
        if (x < -r || y < -r || x > view.width() + r || y > view.height() + r) {
            return;
        }
        boolean marked = u < content.fresh().length && content.fresh()[u];
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
            g.setColor(look.ink());
            g.draw(dot);
            g.setColor(colour);
        }
    }

    /** Draws the legend into the lower left corner; classes without a name are left out. */
    void legend(Graphics2D g, Colouring colours, Texts texts) {
        int[] counts = colours.counts();
        g.setFont(look.font());
        FontMetrics metrics = g.getFontMetrics();
        int line = metrics.getHeight() + em(0.15);
        int width = metrics.stringWidth(colours.title());
        int rows = colours.title().isEmpty() ? 0 : 1;
        for (int i = 0; i < counts.length; i++) {
            if (!colours.names().get(i).isEmpty()) {
                width = Math.max(width, metrics.stringWidth(legend(colours, i, counts[i], texts)) + em(1.4));
                rows++;
            }
        }
        int pad = em(0.5);
        int x = em(0.6);
        int y = (int) view.height() - rows * line - 2 * pad - em(0.6);
        g.setColor(clear(look.ground(), 225));
        g.fillRoundRect(x, y, width + 2 * pad, rows * line + 2 * pad, pad, pad);
        int base = y + pad + metrics.getAscent();
        if (!colours.title().isEmpty()) {
            g.setColor(look.ink());
            g.drawString(colours.title(), x + pad, base);
            base += line;
        }
        for (int i = 0; i < counts.length; i++) {
            if (!colours.names().get(i).isEmpty()) {
                double side = 0.8 * look.em();
                g.setColor(colours.colours().get(i));
                g.fill(new Ellipse2D.Double(x + pad, base - side + 0.05 * look.em(), side, side));
                g.setColor(look.ink());
                g.drawString(legend(colours, i, counts[i], texts), x + pad + em(1.3), base);
                base += line;
            }
        }
    }

    private int em(double times) {
        return (int) Math.round(times * look.em());
    }

    /** What stands beside the colour of a class. */
    static String legend(Colouring colours, int group, int count, Texts texts) {
        return texts.text("network.legend", colours.names().get(group), count);
    }

    /** Returns the usual radius of a node. */
    double radius() {
        return Math.max(0.1 * look.em(), Math.min(0.5 * look.em(), 0.16 * view.scale()));
    }

    private double radius(int node, double usual) {
        return content.sizes().map(times -> usual * times[node]).orElse(usual);
    }
}
