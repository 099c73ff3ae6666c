package org.einfluss.workbench.sources;

import java.awt.BorderLayout;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.text.BadLocationException;
import org.einfluss.plugins.Plugin;
import org.einfluss.plugins.Problem;
import org.einfluss.workbench.session.Editor;
import org.einfluss.workbench.session.Intents;
import org.einfluss.workbench.session.Properties;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.undo.TextDocument;
import org.einfluss.workbench.widgets.Picture;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Typed;
import org.einfluss.workbench.widgets.Widgets;

/** The source of a plug-in as text with numbered lines; below, what became of it when it was saved last. */
public final class SourceEditor implements Editor {
    private final Session session;
    private final Intents intents;
    private final Texts texts;
    private final TextDocument document;
    private final JTextArea text = new JTextArea();
    private final LineNumbers numbers = new LineNumbers(text);
    private final JTextArea verdict = Widgets.paragraph(" ");
    private final JPanel panel = new JPanel(new BorderLayout());
    private final Runnable unheard;
    private boolean showing;

    /**
     * Makes an editor.
     *
     * @param session what all views share
     * @param intents told when the text changed
     * @param document the source
     */
    public SourceEditor(Session session, Intents intents, TextDocument document) {
        this.session = session;
        this.intents = intents;
        this.texts = session.texts();
        this.document = document;
        text.setFont(new Font(Font.MONOSPACED, Font.PLAIN, Sizes.font().getSize()));
        text.setMargin(Sizes.insets(0.3, 0.5));
        text.setTabSize(4);
        Widgets.named(text, "source.text", document.fileName(), "");
        Widgets.named(verdict, "source.verdict", texts.text("source.verdict"), "");
        verdict.setBorder(Sizes.padding(0.4, 0.8));
        JScrollPane scroll = Widgets.scroll(text);
        scroll.setRowHeaderView(numbers);
        panel.add(scroll, BorderLayout.CENTER);
        panel.add(verdict, BorderLayout.SOUTH);
        text.getDocument().addDocumentListener(new Typed(this::typed));
        unheard = document.onChange(this::show);
        show();
        pluginsChanged();
    }

    /**
     * Returns the key of the editor of a source.
     *
     * @param file the source
     */
    public static String key(Path file) {
        return "source:" + file;
    }

    private void typed() {
        if (!showing) {
            document.type(texts.text("experiment.typing"), text.getText(), true);
        }
    }

    private void show() {
        if (!text.getText().equals(document.text())) {
            showing = true;
            int caret = text.getCaretPosition();
            text.setText(document.text());
            text.setCaretPosition(Math.min(caret, text.getDocument().getLength()));
            showing = false;
        }
        numbers.revalidate();
        numbers.repaint();
        intents.changed();
    }

    /**
     * Puts the caret where something is wrong.
     *
     * @param line line, from 1; 0 leaves the caret where it is
     * @param column column, from 1
     */
    public void go(int line, int column) {
        text.requestFocusInWindow();
        if (line < 1 || line > text.getLineCount()) {
            return;
        }
        try {
            int start = text.getLineStartOffset(line - 1);
            int end = text.getLineEndOffset(line - 1);
            text.setCaretPosition(Math.min(Math.max(start, end - 1), start + Math.max(0, column - 1)));
        } catch (BadLocationException changed) {
            throw new IllegalStateException(changed);
        }
        SwingUtilities.invokeLater(numbers::repaint);
    }

    @Override
    public void pluginsChanged() {
        Optional<Plugin> plugin = session.plugins().all().stream()
                .filter(one -> one.file().equals(document.file()))
                .findFirst();
        Set<Integer> wrong = plugin.stream()
                .flatMap(one -> one.problems().stream())
                .map(problem -> problem.place().line())
                .collect(Collectors.toSet());
        numbers.mark(wrong);
        Optional<Problem> first = plugin.flatMap(one -> one.problems().stream().findFirst());
        String sentence = first.map(problem -> problem.place() + ": " + texts.translate(problem.message()))
                .orElseGet(() -> plugin.map(one -> texts.text("source.live", String.join(", ", one.contributes())))
                        .orElse(texts.text("source.unseen")));
        verdict.setText(sentence);
        verdict.setForeground(UIManager.getColor(first.isPresent() ? "Actions.Red" : "Label.foreground"));
        intents.changed();
    }

    @Override
    public void themeChanged() {
        pluginsChanged();
    }

    @Override
    public String key() {
        return key(document.file());
    }

    @Override
    public String title() {
        return (document.isChanged() ? "* " : "") + document.fileName();
    }

    @Override
    public String help() {
        return "plug-ins.md";
    }

    @Override
    public Icon icon() {
        return Picture.TABLE;
    }

    @Override
    public JComponent component() {
        return panel;
    }

    @Override
    public Properties properties() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put(texts.text("properties.file"), document.file().toString());
        rows.put(texts.text("experiment.hint"), texts.text("source.hint"));
        return new Properties(document.fileName(), rows);
    }

    @Override
    public boolean can(Act act) {
        return act == Act.SAVE && document.isChanged();
    }

    @Override
    public void act(Act act) {
        if (act != Act.SAVE) {
            throw new IllegalArgumentException("A source cannot do " + act);
        }
        try {
            document.save();
            session.log().tell(texts.text("export.done", document.file()));
        } catch (IOException unwritable) {
            session.failed(document.fileName(), unwritable);
        }
    }

    @Override
    public void focus() {
        text.requestFocusInWindow();
    }

    @Override
    public void close() {
        unheard.run();
    }
}
