package org.einfluss.workbench.results;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.FlowLayout;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SpinnerNumberModel;
import javax.swing.SwingUtilities;
import org.einfluss.charts.ChartFile;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;
import org.jfree.chart.JFreeChart;

/** Asks for format and size in millimetres and writes a figure, with the same writers as the command line. */
final class FigureExport {
    private static final String[] FORMATS = {"png", "svg", "pdf"};

    private final Session session;
    private final Texts texts;
    private final Path folder;
    private final JPanel form = new JPanel(new GridBagLayout());

    FigureExport(Session session, Path folder) {
        this.session = session;
        this.texts = session.texts();
        this.folder = folder;
    }

    void open(Component over, FindingsPane.Shown shown) {
        JDialog dialog = new JDialog(SwingUtilities.getWindowAncestor(over), texts.text("command.export-figure"));
        dialog.setName("export-figure");
        JComboBox<String> format = field("format", new JComboBox<>(FORMATS));
        JSpinner width = field("width", new JSpinner(new SpinnerNumberModel(160, 40, 1000, 10)));
        JSpinner height = field("height", new JSpinner(new SpinnerNumberModel(100, 30, 1000, 10)));
        JSpinner dpi = field("dpi", new JSpinner(new SpinnerNumberModel(300, 72, 1200, 50)));
        JTextField file = field(
                "file", new JTextField(folder.resolve(shown.name() + ".png").toString(), 40));
        format.addActionListener(event ->
                file.setText(file.getText().replaceFirst("\\.(png|svg|pdf)$", "." + format.getSelectedItem())));
        JButton write =
                Widgets.button("figure.write", texts.text("figure.write"), texts.text("figure.write.tip"), () -> {
                    dialog.dispose();
                    write(
                            shown.chart(),
                            Path.of(file.getText().strip()),
                            (String) format.getSelectedItem(),
                            (Integer) width.getValue(),
                            (Integer) height.getValue(),
                            (Integer) dpi.getValue());
                });
        JButton cancel = Widgets.button(
                "figure.cancel", texts.text("button.cancel"), texts.text("button.cancel"), dialog::dispose);
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING));
        buttons.add(write);
        buttons.add(cancel);
        form.setBorder(Sizes.padding(1, 1.2));
        dialog.add(form, BorderLayout.CENTER);
        dialog.add(buttons, BorderLayout.SOUTH);
        dialog.getRootPane().setDefaultButton(write);
        dialog.getRootPane()
                .registerKeyboardAction(
                        event -> dialog.dispose(),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        dialog.pack();
        dialog.setLocationRelativeTo(over);
        dialog.setVisible(true);
    }

    private <C extends JComponent> C field(String id, C control) {
        String label = texts.text("figure." + id);
        Widgets.named(control, "figure." + id, label, texts.text("figure." + id + ".tip"));
        JLabel name = new JLabel(label);
        name.setLabelFor(control);
        GridBagConstraints at = new GridBagConstraints();
        at.gridx = 0;
        at.anchor = GridBagConstraints.LINE_START;
        at.insets = Sizes.insets(0.3, 0.4);
        form.add(name, at);
        at.gridx = 1;
        at.weightx = 1;
        form.add(control, at);
        return control;
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
}
