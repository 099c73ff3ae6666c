package org.einfluss.charts.internal;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemSource;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.Size2D;

/**
 * A legend below the plot, in as many columns as fit the chart's width; long names are wrapped, never cut. Where it would take more than
 * its share of the height its type becomes smaller; where that is not enough, the last place says how many series it does not name.
 */
public final class FittedLegend extends LegendTitle {
    private static final long serialVersionUID = 1L;
    private static final float[] SCALES = {1, 0.94f, 0.88f, 0.82f, 0.75f};
    private static final double GRAPHIC = 30;
    private static final double LEAST_GRAPHIC = 20;
    /** Height that is left for the plot, in any case. */
    private static final double PLOT = 55;

    private static final double GAP = 10;
    private static final double SHARE = 0.45;

    private transient Layout layout = new Layout(getItemFont(), List.of(), new double[0], 0);
    private transient double graphic = GRAPHIC;

    /**
     * Makes a legend.
     *
     * @param sources what it names
     */
    public FittedLegend(LegendItemSource... sources) {
        super(sources[0]);
        setSources(sources);
    }

    /** One entry with its name broken into lines; without item: a remark. */
    private record Entry(LegendItem item, List<String> lines) {}

    /** Entries row by row. */
    private record Layout(Font font, List<Entry> entries, double[] columns, double height) {
        double rowHeight(int first) {
            int lines = 1;
            for (int i = first; i < Math.min(entries.size(), first + columns.length); i++) {
                lines = Math.max(lines, entries.get(i).lines().size());
            }
            return lines * TextFit.lineHeight(font) + 1;
        }
    }

    @Override
    public Size2D arrange(Graphics2D g2, RectangleConstraint constraint) {
        double width = constraint.getWidthRange() == null
                ? constraint.getWidth()
                : constraint.getWidthRange().getUpperBound();
        double height = constraint.getHeightRange() == null
                ? constraint.getHeight()
                : constraint.getHeightRange().getUpperBound();
        List<LegendItem> items = new ArrayList<>();
        for (LegendItemSource source : getSources()) {
            for (int i = 0; i < source.getLegendItems().getItemCount(); i++) {
                items.add(source.getLegendItems().get(i));
            }
        }
        if (items.isEmpty()) {
            layout = new Layout(getItemFont(), List.of(), new double[0], 0);
            return new Size2D(0, 0);
        }
        double inner = Math.max(2 * GRAPHIC, trimToContentWidth(width));
        graphic = Math.min(GRAPHIC, Math.max(LEAST_GRAPHIC, inner / 7));
        layout = fit(items, inner, Math.min(height * SHARE, height - PLOT));
        return new Size2D(width, calculateTotalHeight(layout.height()));
    }

    private Layout fit(List<LegendItem> items, double width, double most) {
        Layout best = null;
        StringBuilder names = new StringBuilder();
        items.forEach(item -> names.append(item.getLabel()));
        Font wanted = TextFit.suited(getItemFont(), names.toString());
        for (float scale : SCALES) {
            Font font = wanted.deriveFont(wanted.getSize2D() * scale);
            best = lowest(items, font, width);
            if (best.height() <= most) {
                return best;
            }
        }
        for (int shown = items.size() - 1; shown >= 0 && best.height() > most; shown--) {
            best = shorter(items, shown, best);
        }
        return best;
    }

    /** The first entries of a layout, then how many more there are. */
    private static Layout shorter(List<LegendItem> items, int shown, Layout full) {
        List<Entry> entries = new ArrayList<>(full.entries().subList(0, shown));
        String rest = shown > 0
                ? "… and " + (items.size() - shown) + " more"
                : items.size() + " series, named where there is more room";
        entries.add(new Entry(null, List.of(rest)));
        return heighten(new Layout(full.font(), entries, full.columns(), 0));
    }

    /** The layout of least height; with names in one line each where that is as low. */
    private Layout lowest(List<LegendItem> items, Font font, double width) {
        int n = items.size();
        Layout best = null;
        for (int columns = Math.min(n, 6); columns >= 1; columns--) {
            double[] natural = new double[columns];
            double sum = (columns - 1) * GAP;
            for (int i = 0; i < n; i++) {
                double one = graphic + TextFit.width(items.get(i).getLabel(), font) + 0.1;
                natural[i % columns] = Math.max(natural[i % columns], one);
            }
            for (double one : natural) {
                sum += one;
            }
            boolean wrapped = sum > width;
            if (wrapped) {
                java.util.Arrays.fill(natural, (width - (columns - 1) * GAP) / columns);
            }
            if (wrapped && columns > 1 && natural[0] < 110) {
                continue;
            }
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                entries.add(new Entry(
                        items.get(i), TextFit.wrap(items.get(i).getLabel(), font, natural[i % columns] - graphic)));
            }
            Layout layout = heighten(new Layout(font, entries, natural, 0));
            if (best == null || layout.height() < best.height() - 1e-9) {
                best = layout;
            }
            if (!wrapped) {
                // Fewer columns are higher, unless wrapped names made rows high.
                break;
            }
        }
        return best;
    }

    private static Layout heighten(Layout layout) {
        double height = 0;
        for (int i = 0; i < layout.entries().size(); i += layout.columns().length) {
            height += layout.rowHeight(i);
        }
        return new Layout(layout.font(), layout.entries(), layout.columns(), height);
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area) {
        draw(g2, area, null);
    }

    @Override
    public Object draw(Graphics2D g2, Rectangle2D area, Object parameters) {
        Rectangle2D inner = trimPadding(trimMargin((Rectangle2D) area.clone()));
        Font font = layout.font();
        double y = inner.getY();
        for (int i = 0; i < layout.entries().size(); i += layout.columns().length) {
            double x = inner.getX();
            for (int c = 0;
                    c < layout.columns().length && i + c < layout.entries().size();
                    c++) {
                Entry entry = layout.entries().get(i + c);
                double base = y + 0.5 + TextFit.ascent(font);
                if (entry.item() != null) {
                    draw(g2, entry.item(), x + (graphic - 4) / 2, base - 0.36 * font.getSize2D());
                }
                g2.setFont(font);
                g2.setPaint(getItemPaint());
                for (String line : entry.lines()) {
                    g2.drawString(line, (float) (x + (entry.item() == null ? 0 : graphic)), (float) base);
                    base += TextFit.lineHeight(font);
                }
                x += layout.columns()[c] + GAP;
            }
            y += layout.rowHeight(i);
        }
        return null;
    }

    private void draw(Graphics2D g2, LegendItem item, double x, double y) {
        Stroke stroke = g2.getStroke();
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        if (item.isLineVisible() && item.getLine() != null) {
            g2.setPaint(item.getLinePaint());
            g2.setStroke(item.getLineStroke());
            AffineTransform line = new AffineTransform(place);
            line.scale((graphic - 4) / (GRAPHIC - 4), 1);
            g2.draw(line.createTransformedShape(item.getLine()));
        }
        if (item.isShapeVisible() && item.getShape() != null) {
            Rectangle2D bounds = item.getShape().getBounds2D();
            place.translate(-bounds.getCenterX(), -bounds.getCenterY());
            if (item.isShapeFilled()) {
                g2.setPaint(item.getFillPaint());
                g2.fill(place.createTransformedShape(item.getShape()));
            }
            if (item.isShapeOutlineVisible()) {
                g2.setPaint(item.getOutlinePaint());
                g2.setStroke(item.getOutlineStroke() == null ? new BasicStroke(0.5f) : item.getOutlineStroke());
                g2.draw(place.createTransformedShape(item.getShape()));
            }
        }
        g2.setStroke(stroke);
    }
}
