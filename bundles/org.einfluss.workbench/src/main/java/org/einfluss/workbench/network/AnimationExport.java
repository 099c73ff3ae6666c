package org.einfluss.workbench.network;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.FlowLayout;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
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
import org.einfluss.workbench.jobs.Jobs;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.FileChoice;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;

/** Asks for format, size and speed of a moving picture and writes it in the background. */
public final class AnimationExport {
    private static final int HUNDREDTHS = 100;

    private final Session session;
    private final Texts texts;
    private final Path folder;
    private final JPanel form = new JPanel(new GridBagLayout());

    /**
     * Prepares an export.
     *
     * @param session what all views share
     * @param folder where a file is suggested
     */
    public AnimationExport(Session session, Path folder) {
        this.session = session;
        this.texts = session.texts();
        this.folder = folder;
    }

    /**
     * Asks and writes.
     *
     * @param over the window it belongs to
     * @param name name of the file that is suggested
     * @param frames number of frames
     * @param drawer gives, for a width and height in dots, what draws the frames in order; asked on the event thread
     */
    public void open(
            Component over, String name, int frames, BiFunction<Integer, Integer, IntFunction<BufferedImage>> drawer) {
        JDialog dialog = new JDialog(SwingUtilities.getWindowAncestor(over), texts.text("animation.title"));
        dialog.setName("animation");
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        String[] formats = {texts.text("animation.gif"), texts.text("animation.png")};
        JComboBox<String> format = field("format", new JComboBox<>(formats));
        JSpinner width = field("width", new JSpinner(new SpinnerNumberModel(800, 200, 4000, 100)));
        JSpinner height = field("height", new JSpinner(new SpinnerNumberModel(600, 200, 4000, 100)));
        JSpinner speed = field("speed", new JSpinner(new SpinnerNumberModel(4, 1, 25, 1)));
        JTextField file =
                field("file", new JTextField(folder.resolve(name + ".gif").toString(), 36));
        format.addActionListener(event -> {
            speed.setEnabled(format.getSelectedIndex() == 0);
            file.setText(
                    file.getText().replaceFirst("\\.(gif|png)$", format.getSelectedIndex() == 0 ? ".gif" : ".png"));
        });
        JButton write = Widgets.button(
                "animation.write", texts.text("animation.write"), texts.text("animation.write.tip", frames), () -> {
                    Path target = Path.of(file.getText().strip());
                    boolean gif = format.getSelectedIndex() == 0;
                    if (!FileChoice.mayWrite(dialog, texts, gif ? target : AnimationFile.png(target, 0))) {
                        return;
                    }
                    dialog.dispose();
                    IntFunction<BufferedImage> drawn =
                            drawer.apply((Integer) width.getValue(), (Integer) height.getValue());
                    write(target, gif, frames, drawn, HUNDREDTHS / (Integer) speed.getValue());
                });
        JButton cancel = Widgets.button(
                "animation.cancel", texts.text("button.cancel"), texts.text("button.cancel"), dialog::dispose);
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
        String label = texts.text("animation." + id);
        Widgets.named(control, "animation." + id, label, texts.text("animation." + id + ".tip"));
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

    private void write(Path file, boolean gif, int frames, IntFunction<BufferedImage> drawn, int delay) {
        session.jobs()
                .submit(
                        Jobs.Lane.QUICK,
                        texts.text("animation.title"),
                        progress -> {
                            if (gif) {
                                AnimationFile.writeGif(file, frames, drawn, delay, progress);
                            } else {
                                AnimationFile.writePngs(file, frames, drawn, progress);
                            }
                            return file;
                        },
                        written -> session.log().tell(texts.text("export.done", written)));
    }
}
