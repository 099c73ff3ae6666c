package org.einfluss.workbench.results;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.JTextField;
import javax.swing.SpinnerNumberModel;
import org.einfluss.charts.ChartFile;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.FormDialog;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Typed;
import org.einfluss.workbench.widgets.Widgets;
import org.jfree.chart.JFreeChart;

/** Asks for format and size in millimetres and writes a figure, with the same writers as the command line. */
public final class FigureExport {
    private static final String[] FORMATS = {"png", "svg", "pdf"};

    private final Session session;
    private final Texts texts;
    private final Path folder;

    /**
     * Prepares an export.
     *
     * @param session what all views share
     * @param folder where files are suggested
     */
    public FigureExport(Session session, Path folder) {
        this.session = session;
        this.texts = session.texts();
        this.folder = folder;
    }

    /**
     * Asks and writes.
     *
     * @param over the window it belongs to
     * @param shown the figure
     */
    public void open(Component over, FindingsPane.Shown shown) {
        FormDialog dialog = new FormDialog(over, texts, "figure", texts.text("command.export-figure"));
        JComboBox<String> format = dialog.field("format", new JComboBox<>(FORMATS));
        JSpinner width = dialog.field("width", new JSpinner(new SpinnerNumberModel(160, 40, 1000, 10)));
        JSpinner height = dialog.field("height", new JSpinner(new SpinnerNumberModel(100, 30, 1000, 10)));
        JSpinner dpi = dialog.field("dpi", new JSpinner(new SpinnerNumberModel(300, 72, 1200, 50)));
        JTextField file = dialog.field(
                "file", new JTextField(folder.resolve(shown.name() + ".png").toString(), 28));
        Preview preview = new Preview(shown.chart(), width, height);
        Widgets.named(preview, "figure.preview", texts.text("figure.preview"), texts.text("figure.preview.tip"));
        JLabel replaces = new JLabel(" ");
        Runnable check = () ->
                replaces.setText(Files.exists(Path.of(file.getText().strip())) ? texts.text("figure.replaces") : " ");
        file.getDocument().addDocumentListener(new Typed(check));
        check.run();
        dialog.across(replaces);
        format.addActionListener(event -> dpi.setEnabled("png".equals(format.getSelectedItem())));
        format.addActionListener(event ->
                file.setText(file.getText().replaceFirst("\\.(png|svg|pdf)$", "." + format.getSelectedItem())));
        JButton write =
                Widgets.button("figure.write", texts.text("figure.write"), texts.text("figure.write.tip"), () -> {
                    dialog.window().dispose();
                    write(
                            shown.chart(),
                            Path.of(file.getText().strip()),
                            (String) format.getSelectedItem(),
                            (Integer) width.getValue(),
                            (Integer) height.getValue(),
                            (Integer) dpi.getValue());
                });
        dialog.beside(preview);
        dialog.buttons(write);
        dialog.open();
    }

    /** The chart on screen is also the chart that is written, so it is written on the event thread: a fraction of a second. */
    private void write(JFreeChart chart, Path file, String format, int width, int height, int dpi) {
        try {
            switch (format) {
                case "svg" -> ChartFile.writeSvg(chart, file, width, height);
                case "pdf" -> ChartFile.writePdf(chart, file, width, height);
                default -> ChartFile.writePng(chart, file, width, height, dpi);
            }
            session.log().tell(texts.text("export.done", file));
        } catch (IOException unwritable) {
            session.failed(texts.text("command.export-figure"), unwritable);
        }
    }

    /** The figure on its paper, as large as there is room. */
    private static final class Preview extends JPanel {
        private static final long serialVersionUID = 1L;
        private static final double POINTS_PER_MM = 72 / 25.4;

        private final transient JFreeChart chart;
        private final JSpinner width;
        private final JSpinner height;

        Preview(JFreeChart chart, JSpinner width, JSpinner height) {
            this.chart = chart;
            this.width = width;
            this.height = height;
            setPreferredSize(Sizes.size(34, 24));
            width.addChangeListener(event -> repaint());
            height.addChangeListener(event -> repaint());
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            super.paintComponent(graphics);
            Graphics2D g = (Graphics2D) graphics.create();
            double paperWidth = ((Number) width.getValue()).doubleValue() * POINTS_PER_MM;
            double paperHeight = ((Number) height.getValue()).doubleValue() * POINTS_PER_MM;
            double margin = Sizes.em(1);
            double zoom = Math.min((getWidth() - 2 * margin) / paperWidth, (getHeight() - 2 * margin) / paperHeight);
            if (zoom > 0) {
                g.translate((getWidth() - paperWidth * zoom) / 2, (getHeight() - paperHeight * zoom) / 2);
                g.scale(zoom, zoom);
                Rectangle2D paper = new Rectangle2D.Double(0, 0, paperWidth, paperHeight);
                g.clip(paper);
                chart.draw(g, paper);
            }
            g.dispose();
        }
    }
}
