package org.einfluss.workbench.results;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.function.Consumer;

/**
 * Shows on a dark ground what was drawn for white paper: lightness is turned round, hue and saturation stay. So it works for any chart, also of
 * plug-ins, and the chart itself stays as it will be printed.
 */
final class DarkGround {
    private static final int MOST = 255;

    private DarkGround() {}

    /**
     * Draws.
     *
     * @param to where
     * @param width in the units of {@code to}
     * @param height likewise
     * @param ground what white becomes
     * @param drawing draws as on paper
     */
    static void draw(Graphics2D to, int width, int height, Color ground, Consumer<Graphics2D> drawing) {
        double zoom = to.getTransform().getScaleX(); // more than one dot for each unit on dense screens
        BufferedImage image = new BufferedImage(
                Math.max(1, (int) Math.ceil(width * zoom)),
                Math.max(1, (int) Math.ceil(height * zoom)),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = image.createGraphics();
        paper.scale(zoom, zoom);
        drawing.accept(paper);
        paper.dispose();
        int[] dots = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < dots.length; i++) {
            dots[i] = turned(dots[i], ground);
        }
        to.drawImage(image, AffineTransform.getScaleInstance(1 / zoom, 1 / zoom), null);
    }

    /** White becomes the ground, black white, and a colour the one of its hue that is as far from black as it was from white. */
    static int turned(int colour, Color ground) {
        int red = colour >> 16 & MOST;
        int green = colour >> 8 & MOST;
        int blue = colour & MOST;
        int shift = MOST - Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
        return above(ground.getRed(), red + shift) << 16
                | above(ground.getGreen(), green + shift) << 8
                | above(ground.getBlue(), blue + shift);
    }

    private static int above(int ground, int value) {
        return ground + value * (MOST - ground) / MOST;
    }
}
