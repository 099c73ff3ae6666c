package org.einfluss.workbench.network;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.einfluss.charts.ChartTheme;
import org.einfluss.workbench.texts.Texts;

/** A network whose nodes change their colours from picture to picture, drawn off the screen. Not thread-safe. */
public final class NetworkFrames {
    private static final int MOST_LINKS = 40_000;
    private static final float LEAST_TEXT = 11;

    private final NetworkDrawing.Content content;
    private final NetworkDrawing.View view;
    private final NetworkDrawing.Look look;
    private final Texts texts;
    private final BufferedImage links;

    NetworkFrames(NetworkDrawing.Content content, int width, int height, Texts texts) {
        this.content = content;
        this.texts = texts;
        look = NetworkDrawing.Look.paper(ChartTheme.font(Math.max(LEAST_TEXT, height / 42f)));
        view = NetworkDrawing.View.fitting(content.places(), width, height, look.em());
        links = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = links.createGraphics();
        g.setColor(look.ground());
        g.fillRect(0, 0, width, height);
        new NetworkDrawing(content, view, look).links(g, MOST_LINKS, texts);
        g.dispose();
    }

    /**
     * Draws a picture.
     *
     * @param colours the colours of the nodes, told in a legend
     * @param fresh nodes to be marked; empty for none
     * @param said what stands above, such as the time
     * @return a new image
     */
    public BufferedImage draw(Colouring colours, boolean[] fresh, String said) {
        BufferedImage image = new BufferedImage(links.getWidth(), links.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.drawImage(links, 0, 0, null);
        NetworkDrawing drawing = new NetworkDrawing(
                new NetworkDrawing.Content(
                        content.graph(),
                        content.places(),
                        Optional.of(colours),
                        content.sizes(),
                        fresh,
                        -1,
                        content.label()),
                view,
                look);
        drawing.nodes(g);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        drawing.legend(g, colours, texts);
        g.setFont(look.font());
        g.setColor(look.ink());
        g.drawString(said, (float) (0.6 * look.em()), (float) (1.4 * look.em()));
        g.dispose();
        return image;
    }
}
