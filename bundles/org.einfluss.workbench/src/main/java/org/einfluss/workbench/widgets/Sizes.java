package org.einfluss.workbench.widgets;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.Insets;
import javax.swing.BorderFactory;
import javax.swing.UIManager;
import javax.swing.border.Border;

/** Lengths in the size of the text, so that everything grows with it. */
public final class Sizes {
    private Sizes() {}

    /**
     * Returns a length in pixels.
     *
     * @param ems multiples of the size of text
     */
    public static int em(double ems) {
        return (int) Math.round(font().getSize2D() * ems);
    }

    /** Returns the font of text. */
    public static Font font() {
        Font font = UIManager.getFont("Label.font");
        return font == null ? new Font(Font.DIALOG, Font.PLAIN, 13) : font;
    }

    /**
     * Returns the font of a heading.
     *
     * @param times how much larger than text
     */
    public static Font heading(double times) {
        return font().deriveFont(Font.BOLD, (float) (font().getSize2D() * times));
    }

    /**
     * Returns a size.
     *
     * @param width in ems
     * @param height in ems
     */
    public static Dimension size(double width, double height) {
        return new Dimension(em(width), em(height));
    }

    /**
     * Returns an empty border.
     *
     * @param vertical above and below, in ems
     * @param horizontal left and right, in ems
     */
    public static Border padding(double vertical, double horizontal) {
        return BorderFactory.createEmptyBorder(em(vertical), em(horizontal), em(vertical), em(horizontal));
    }

    /**
     * Returns distances for a grid.
     *
     * @param vertical above and below, in ems
     * @param horizontal left and right, in ems
     */
    public static Insets insets(double vertical, double horizontal) {
        return new Insets(em(vertical), em(horizontal), em(vertical), em(horizontal));
    }
}
