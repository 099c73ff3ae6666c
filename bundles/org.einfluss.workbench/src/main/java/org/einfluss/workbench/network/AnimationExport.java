package org.einfluss.workbench.network;

import java.awt.Component;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JSpinner;
import javax.swing.JTextField;
import javax.swing.SpinnerNumberModel;
import org.einfluss.workbench.jobs.Jobs;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.FileChoice;
import org.einfluss.workbench.widgets.FormDialog;
import org.einfluss.workbench.widgets.Widgets;

/** Asks for format, size and speed of a moving picture and writes it in the background. */
public final class AnimationExport {
    private static final int HUNDREDTHS = 100;

    private final Session session;
    private final Texts texts;
    private final Path folder;

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
        FormDialog dialog = new FormDialog(over, texts, "animation", texts.text("animation.title"));
        String[] formats = {texts.text("animation.gif"), texts.text("animation.png")};
        JComboBox<String> format = dialog.field("format", new JComboBox<>(formats));
        JSpinner width = dialog.field("width", new JSpinner(new SpinnerNumberModel(800, 200, 4000, 100)));
        JSpinner height = dialog.field("height", new JSpinner(new SpinnerNumberModel(600, 200, 4000, 100)));
        JSpinner speed = dialog.field("speed", new JSpinner(new SpinnerNumberModel(4, 1, 25, 1)));
        JTextField file = dialog.field(
                "file", new JTextField(folder.resolve(name + ".gif").toString(), 36));
        format.addActionListener(event -> {
            speed.setEnabled(format.getSelectedIndex() == 0);
            file.setText(
                    file.getText().replaceFirst("\\.(gif|png)$", format.getSelectedIndex() == 0 ? ".gif" : ".png"));
        });
        JButton write = Widgets.button(
                "animation.write", texts.text("animation.write"), texts.text("animation.write.tip", frames), () -> {
                    Path target = Path.of(file.getText().strip());
                    boolean gif = format.getSelectedIndex() == 0;
                    if (!FileChoice.mayWrite(dialog.window(), texts, gif ? target : AnimationFile.png(target, 0))) {
                        return;
                    }
                    dialog.window().dispose();
                    IntFunction<BufferedImage> drawn =
                            drawer.apply((Integer) width.getValue(), (Integer) height.getValue());
                    write(target, gif, frames, drawn, HUNDREDTHS / (Integer) speed.getValue());
                });
        dialog.buttons(write);
        dialog.open();
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
