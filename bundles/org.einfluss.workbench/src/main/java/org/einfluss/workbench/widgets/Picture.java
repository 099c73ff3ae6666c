package org.einfluss.workbench.widgets;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import javax.swing.Icon;
import javax.swing.UIManager;

/** Pictures on buttons, drawn in the colours of the theme and in the size of the text. */
public enum Picture implements Icon {
    /** A triangle. */
    RUN {
        @Override
        void draw(Graphics2D g) {
            fill(g, 3, 2, 14, 8, 3, 14);
        }
    },
    /** Two bars. */
    PAUSE {
        @Override
        void draw(Graphics2D g) {
            g.fill(new Rectangle2D.Double(3, 2, 4, 12));
            g.fill(new Rectangle2D.Double(9, 2, 4, 12));
        }
    },
    /** A square. */
    STOP {
        @Override
        void draw(Graphics2D g) {
            g.fill(new Rectangle2D.Double(3, 3, 10, 10));
        }
    },
    /** A bar and a triangle. */
    STEP {
        @Override
        void draw(Graphics2D g) {
            g.fill(new Rectangle2D.Double(2, 2, 3, 12));
            fill(g, 7, 2, 15, 8, 7, 14);
        }
    },
    /** A triangle and a bar. */
    BACK {
        @Override
        void draw(Graphics2D g) {
            g.fill(new Rectangle2D.Double(11, 2, 3, 12));
            fill(g, 9, 2, 1, 8, 9, 14);
        }
    },
    /** To the beginning. */
    REWIND {
        @Override
        void draw(Graphics2D g) {
            g.fill(new Rectangle2D.Double(1, 2, 2, 12));
            fill(g, 9, 2, 3, 8, 9, 14);
            fill(g, 15, 2, 9, 8, 15, 14);
        }
    },
    /** An arrow to the left. */
    UNDO {
        @Override
        void draw(Graphics2D g) {
            g.draw(new Arc2D.Double(3, 5, 10, 8, -60, 200, Arc2D.OPEN));
            fill(g, 1, 7, 8, 5, 4, 11);
        }
    },
    /** An arrow to the right. */
    REDO {
        @Override
        void draw(Graphics2D g) {
            g.draw(new Arc2D.Double(3, 5, 10, 8, 40, 200, Arc2D.OPEN));
            fill(g, 15, 7, 8, 5, 12, 11);
        }
    },
    /** An arrow into a tray. */
    SAVE {
        @Override
        void draw(Graphics2D g) {
            g.fill(new Rectangle2D.Double(7, 1, 2, 7));
            fill(g, 3, 6, 13, 6, 8, 11);
            g.draw(path(2, 10, 2, 14, 14, 14, 14, 10));
        }
    },
    /** Two sheets. */
    COPY {
        @Override
        void draw(Graphics2D g) {
            g.draw(new Rectangle2D.Double(5, 5, 9, 9));
            g.draw(path(3, 11, 2, 11, 2, 2, 11, 2, 11, 3));
        }
    },
    /** A plus. */
    LARGER {
        @Override
        void draw(Graphics2D g) {
            g.draw(path(8, 3, 8, 13));
            g.draw(path(3, 8, 13, 8));
        }
    },
    /** A minus. */
    SMALLER {
        @Override
        void draw(Graphics2D g) {
            g.draw(path(3, 8, 13, 8));
        }
    },
    /** Rows and columns. */
    TABLE {
        @Override
        void draw(Graphics2D g) {
            g.draw(new Rectangle2D.Double(2, 2, 12, 12));
            g.draw(path(2, 6, 14, 6));
            g.draw(path(2, 10, 14, 10));
            g.draw(path(6, 2, 6, 14));
        }
    },
    /** Three nodes and their links. */
    NETWORK {
        @Override
        void draw(Graphics2D g) {
            g.draw(path(4, 4, 12, 6, 6, 13, 4, 4));
            for (double[] node : new double[][] {{4, 4}, {12, 6}, {6, 13}}) {
                g.fill(new Ellipse2D.Double(node[0] - 2.4, node[1] - 2.4, 4.8, 4.8));
            }
        }
    },
    /** A flask. */
    EXPERIMENT {
        @Override
        void draw(Graphics2D g) {
            g.draw(path(6, 1, 6, 6, 2, 14, 14, 14, 10, 6, 10, 1));
            fill(g, 4.4, 9.5, 11.6, 9.5, 13.4, 13.4, 2.6, 13.4);
        }
    },
    /** A curve over axes. */
    STUDY {
        @Override
        void draw(Graphics2D g) {
            g.draw(path(2, 1, 2, 14, 15, 14));
            g.draw(path(3, 12, 6, 11, 9, 5, 13, 3));
        }
    },
    /** A head of an arrow to the left. */
    LEFT {
        @Override
        void draw(Graphics2D g) {
            g.draw(path(10, 2, 4, 8, 10, 14));
        }
    },
    /** A head of an arrow to the right. */
    RIGHT {
        @Override
        void draw(Graphics2D g) {
            g.draw(path(6, 2, 12, 8, 6, 14));
        }
    },
    /** A question mark. */
    HELP {
        @Override
        void draw(Graphics2D g) {
            g.draw(new Arc2D.Double(4, 1.5, 8, 7, 180, -230, Arc2D.OPEN));
            g.draw(path(8.6, 8.3, 8, 9.2, 8, 11));
            g.fill(new Ellipse2D.Double(7, 12.5, 2, 2));
        }
    },
    /** Corners of a frame. */
    FIT {
        @Override
        void draw(Graphics2D g) {
            g.draw(path(2, 6, 2, 2, 6, 2));
            g.draw(path(10, 2, 14, 2, 14, 6));
            g.draw(path(14, 10, 14, 14, 10, 14));
            g.draw(path(6, 14, 2, 14, 2, 10));
        }
    },
    /** A cross. */
    CLOSE {
        @Override
        void draw(Graphics2D g) {
            g.draw(path(4, 4, 12, 12));
            g.draw(path(12, 4, 4, 12));
        }
    },
    /** A frame. */
    MAXIMISE {
        @Override
        void draw(Graphics2D g) {
            g.draw(new Rectangle2D.Double(3, 3, 10, 10));
        }
    },
    /** A frame that leaves another. */
    FLOAT {
        @Override
        void draw(Graphics2D g) {
            g.draw(path(6, 4, 2, 4, 2, 14, 12, 14, 12, 10));
            g.draw(new Rectangle2D.Double(7, 2, 7, 7));
        }
    };

    private static final double UNITS = 16;

    abstract void draw(Graphics2D g);

    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.translate(x, y);
        double scale = getIconWidth() / UNITS;
        g.scale(scale, scale);
        g.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Color ink = component.isEnabled() ? component.getForeground() : UIManager.getColor("Label.disabledForeground");
        g.setColor(ink == null ? Color.GRAY : ink);
        draw(g);
        g.dispose();
    }

    @Override
    public int getIconWidth() {
        return Sizes.em(1.15);
    }

    @Override
    public int getIconHeight() {
        return getIconWidth();
    }

    private static Path2D path(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        return path;
    }

    private static void fill(Graphics2D g, double... corners) {
        Path2D path = path(corners);
        path.closePath();
        g.fill(path);
    }
}
