package org.einfluss.workbench.network;

import java.awt.Color;
import org.einfluss.charts.ChartTheme;

/** Colours of nodes: safe for colour-blind readers, on light and on dark ground. */
public final class Palette {
    private static final Color REST = new Color(0x9AA5B1);
    private static final int[] SEQUENCE = {0x00224E, 0x2F4A6C, 0x575D6D, 0x7C7B78, 0xA59C74, 0xD2C060, 0xFDE737};

    /** Number of shades of a sequence. */
    public static final int SHADES = SEQUENCE.length;

    private Palette() {}

    /**
     * Returns the colour of a class of nodes: the first is at rest, the others stand out.
     *
     * @param index number of the class
     */
    public static Color group(int index) {
        return switch (index) {
            case 0 -> REST;
            case 1 -> new Color(0xD55E00); // vermilion, far from grey in lightness and hue
            default -> ChartTheme.colour(index - 2 + (index > 3 ? 1 : 0));
        };
    }

    /**
     * Returns a shade from low to high (cividis).
     *
     * @param index number of the shade, from 0
     */
    public static Color shade(int index) {
        return new Color(SEQUENCE[Math.max(0, Math.min(SEQUENCE.length - 1, index))]);
    }
}
