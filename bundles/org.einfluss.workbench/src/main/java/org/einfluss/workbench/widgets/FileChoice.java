package org.einfluss.workbench.widgets;

import java.awt.Component;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import org.einfluss.workbench.texts.Texts;

/** Lets the user choose a file, in the window's language. */
public final class FileChoice {
    private FileChoice() {}

    /**
     * Asks which file to open.
     *
     * @param over the window it belongs to
     * @param texts the language
     */
    public static Optional<Path> open(Component over, Texts texts) {
        JFileChooser chooser = chooser(texts);
        return chooser.showOpenDialog(over) == JFileChooser.APPROVE_OPTION
                ? Optional.of(chooser.getSelectedFile().toPath())
                : Optional.empty();
    }

    /**
     * Asks where to write a file, and again before one that is there is replaced.
     *
     * @param over the window it belongs to
     * @param texts the language
     * @param suggestion the file that is suggested
     */
    public static Optional<Path> save(Component over, Texts texts, Path suggestion) {
        JFileChooser chooser = chooser(texts);
        chooser.setSelectedFile(suggestion.toFile());
        while (chooser.showSaveDialog(over) == JFileChooser.APPROVE_OPTION) {
            Path file = chooser.getSelectedFile().toPath();
            if (mayWrite(over, texts, file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /**
     * Asks before a file that is there is replaced.
     *
     * @param over the window it belongs to
     * @param texts the language
     * @param file the file to be written
     * @return true where there is none, or it may be replaced
     */
    public static boolean mayWrite(Component over, Texts texts, Path file) {
        if (!Files.exists(file)) {
            return true;
        }
        Object[] answers = {texts.text("file.replace.yes"), texts.text("button.cancel")};
        return JOptionPane.showOptionDialog(
                        over,
                        texts.text("file.replace", file),
                        texts.text("file.save"),
                        JOptionPane.YES_NO_OPTION,
                        JOptionPane.WARNING_MESSAGE,
                        null,
                        answers,
                        answers[1])
                == JOptionPane.YES_OPTION;
    }

    private static JFileChooser chooser(Texts texts) {
        JFileChooser chooser = new JFileChooser();
        chooser.setLocale(texts.locale());
        chooser.updateUI(); // takes its words in that language
        chooser.setName("file-chooser");
        return chooser;
    }
}
