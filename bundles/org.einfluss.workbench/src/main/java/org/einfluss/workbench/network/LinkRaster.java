package org.einfluss.workbench.network;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * Draws very many thin translucent lines into an image, without smoothing: one pixel for each step along the longer direction, its opacity
 * joined with what is there as o + (1 − o) · p. Some ten times as fast as the general way of drawing, which is why pictures of large networks
 * follow the hand. Not thread-safe.
 */
final class LinkRaster {
    private static final int OPAQUE = 255;

    private final int[] pixels;
    private final int width;
    private final int height;
    private final int ink;
    private final int opacity;

    /**
     * Draws into an image.
     *
     * @param image of type ARGB, transparent or drawn into in the same colour
     * @param colour colour of lines with its opacity
     */
    LinkRaster(BufferedImage image, Color colour) {
        pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        width = image.getWidth();
        height = image.getHeight();
        ink = colour.getRGB() & 0xFFFFFF;
        opacity = colour.getAlpha();
    }

    /** Draws a line; what lies outside the image is left out. */
    void line(double fromX, double fromY, double toX, double toY) {
        double dx = toX - fromX;
        double dy = toY - fromY;
        // Liang and Barsky 1984: the part of the line, from 0 to 1, that lies within the image.
        double begin = 0;
        double end = 1;
        for (int side = 0; side < 4; side++) {
            double along = side == 0 ? -dx : side == 1 ? dx : side == 2 ? -dy : dy;
            double room = side == 0 ? fromX : side == 1 ? width - 1 - fromX : side == 2 ? fromY : height - 1 - fromY;
            if (along == 0) {
                if (room < 0) {
                    return;
                }
            } else if (along < 0) {
                begin = Math.max(begin, room / along);
            } else {
                end = Math.min(end, room / along);
            }
        }
        if (!(begin <= end)) {
            return;
        }
        double x = fromX + begin * dx;
        double y = fromY + begin * dy;
        double length = (end - begin) * Math.max(Math.abs(dx), Math.abs(dy));
        int steps = (int) length;
        double stepX = steps == 0 ? 0 : (end - begin) * dx / length;
        double stepY = steps == 0 ? 0 : (end - begin) * dy / length;
        for (int i = 0; i <= steps; i++) {
            int column = (int) (x + 0.5);
            int row = (int) (y + 0.5);
            int at = row * width + column;
            int there = pixels[at] >>> 24;
            pixels[at] = there + (OPAQUE - there) * opacity / OPAQUE << 24 | ink;
            x += stepX;
            y += stepY;
        }
    }
}
