package org.einfluss.workbench.widgets;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.FlowLayout;
import javax.swing.JPanel;

/** Controls side by side, which go on in further lines where there is no room. */
public final class Line extends JPanel {
    private static final long serialVersionUID = 1L;

    /** Makes an empty line with the usual distances. */
    public Line() {
        this(0.5, 0.3);
    }

    /**
     * Makes an empty line.
     *
     * @param horizontal distance of controls and ends, in ems
     * @param vertical distance of lines and edges, in ems
     */
    public Line(double horizontal, double vertical) {
        super(new Wrapping(horizontal, vertical));
    }

    @Override
    public void setBounds(int x, int y, int width, int height) {
        boolean other = width != getWidth();
        super.setBounds(x, y, width, height);
        if (other) {
            revalidate(); // more lines, or fewer
        }
    }

    /** Unlike its parent it asks for the height of all lines at the present width. */
    private static final class Wrapping extends FlowLayout {
        private static final long serialVersionUID = 1L;

        Wrapping(double horizontal, double vertical) {
            super(LEADING, Sizes.em(horizontal), Sizes.em(vertical));
        }

        @Override
        public Dimension preferredLayoutSize(Container line) {
            Dimension inOne = super.preferredLayoutSize(line);
            int room = line.getWidth() - 2 * getHgap();
            if (room <= 0) {
                return inOne;
            }
            int x = 0;
            int tallest = 0;
            int height = getVgap();
            for (Component control : line.getComponents()) {
                if (control.isVisible()) {
                    Dimension size = control.getPreferredSize();
                    if (x > 0 && x + size.width > room) {
                        height += tallest + getVgap();
                        x = 0;
                        tallest = 0;
                    }
                    x += (x > 0 ? getHgap() : 0) + size.width;
                    tallest = Math.max(tallest, size.height);
                }
            }
            return new Dimension(inOne.width, height + tallest + getVgap());
        }

        @Override
        public Dimension minimumLayoutSize(Container line) {
            return new Dimension(0, preferredLayoutSize(line).height);
        }
    }
}
