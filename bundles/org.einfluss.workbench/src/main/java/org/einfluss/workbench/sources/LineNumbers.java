package org.einfluss.workbench.sources;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.util.Set;
import javax.swing.JComponent;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import org.einfluss.workbench.widgets.Sizes;

/** Numbers beside the lines of a text that does not wrap; lines with mistakes stand out. */
final class LineNumbers extends JComponent {
    private static final long serialVersionUID = 1L;

    private final JTextArea text;
    private transient Set<Integer> wrong = Set.of();

    LineNumbers(JTextArea text) {
        this.text = text;
        setFont(text.getFont());
    }

    void mark(Set<Integer> lines) {
        wrong = lines;
        repaint();
    }

    @Override
    public Dimension getPreferredSize() {
        String widest = String.valueOf(Math.max(100, text.getLineCount()));
        return new Dimension(
                getFontMetrics(getFont()).stringWidth(widest) + Sizes.em(1), text.getPreferredSize().height);
    }

    @Override
    protected void paintComponent(Graphics g) {
        g.setColor(UIManager.getColor("Panel.background"));
        Rectangle clip = g.getClipBounds();
        g.fillRect(clip.x, clip.y, clip.width, clip.height);
        FontMetrics font = g.getFontMetrics(getFont());
        g.setFont(getFont());
        int top = text.getInsets().top;
        int height = font.getHeight();
        int first = Math.max(0, (clip.y - top) / height);
        int last = Math.min(text.getLineCount() - 1, (clip.y + clip.height - top) / height);
        for (int line = first; line <= last; line++) {
            boolean isWrong = wrong.contains(line + 1);
            Color ink = UIManager.getColor(isWrong ? "Actions.Red" : "Label.disabledForeground");
            String number = String.valueOf(line + 1);
            if (isWrong) {
                g.setColor(ink);
                g.fillRect(0, top + line * height, getWidth(), height);
                ink = UIManager.getColor("Panel.background");
            }
            g.setColor(ink);
            g.drawString(
                    number,
                    getWidth() - Sizes.em(0.5) - font.stringWidth(number),
                    top + line * height + font.getAscent());
        }
    }
}
