package org.einfluss.charts.internal;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines; the same on screen, in pictures and in vector files, as it asks the font alone. */
public final class TextFit {
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    /** Letters after which a word too long for its line may be broken. */
    private static final String BREAKS = ",;=/-_.:|){}\u200b";

    private TextFit() {}

    /**
     * Returns the width of one line.
     *
     * @param text the text
     * @param font its font
     */
    public static double width(String text, Font font) {
        return text.isEmpty() ? 0 : font.getStringBounds(text, EXACT).getWidth();
    }

    /**
     * Returns the distance from line to line.
     *
     * @param font the font
     */
    public static double lineHeight(Font font) {
        return 1.16 * font.getSize2D();
    }

    /**
     * Returns how far the letters reach above the line they stand on.
     *
     * @param font the font
     */
    public static double ascent(Font font) {
        return 0.93 * font.getSize2D();
    }

    /**
     * Returns the font if it has all letters of a text, else a font of the machine that may have more.
     *
     * @param font the font wanted
     * @param text the text, or null
     */
    static Font suited(Font font, String text) {
        return text == null || font.canDisplayUpTo(text) < 0
                ? font
                : new Font(Font.SANS_SERIF, font.getStyle(), 1).deriveFont(font.getSize2D());
    }

    /**
     * Breaks text at spaces, and words that are longer than a line after commas and the like, or anywhere.
     *
     * @param text the text; line ends in it are kept
     * @param font its font
     * @param width greatest width of a line
     * @return the lines, none for blank text
     */
    public static List<String> wrap(String text, Font font, double width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            String line = "";
            for (String word : paragraph.trim().split(" +", -1)) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (width(longer, font) <= width) {
                    line = longer;
                    continue;
                }
                if (!line.isEmpty()) {
                    lines.add(line);
                }
                line = word;
                while (width(line, font) > width && line.length() > 1) {
                    int end = breakAt(line, font, width);
                    lines.add(line.substring(0, end));
                    line = line.substring(end);
                }
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static int breakAt(String word, Font font, double width) {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length() && width(word.substring(0, word.offsetByCodePoints(end, 1)), font) <= width) {
            end = word.offsetByCodePoints(end, 1);
        }
        for (int i = end; i > end / 2; i--) {
            if (BREAKS.indexOf(word.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return end;
    }

    /** Returns whether wrapping to a width keeps every word whole. */
    static boolean keepsWords(String text, Font font, double width) {
        for (String word : text.split("[ \n]+", -1)) {
            if (width(word, font) > width) {
                return false;
            }
        }
        return true;
    }

    /**
     * Wraps text to at most some lines; what does not fit is cut and marked by an ellipsis.
     *
     * @param text the text
     * @param font its font
     * @param width greatest width of a line
     * @param most most lines, at least 1
     */
    public static List<String> wrap(String text, Font font, double width, int most) {
        List<String> lines = wrap(text, font, width);
        if (lines.size() <= most) {
            return lines;
        }
        List<String> kept = new ArrayList<>(lines.subList(0, most));
        String last = kept.get(most - 1);
        while (!last.isEmpty() && width(last + "…", font) > width) {
            last = last.substring(0, last.offsetByCodePoints(last.length(), -1));
        }
        kept.set(most - 1, last.stripTrailing() + "…");
        return kept;
    }
}
