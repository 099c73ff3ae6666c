package org.einfluss.workbench.shell;

import java.awt.BorderLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import org.einfluss.workbench.session.Editor;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;

/** The open editors as tabs. */
final class EditorArea {
    private final JTabbedPane tabs;
    private final JPanel panel = new JPanel(new BorderLayout());
    private final List<Editor> editors = new ArrayList<>();
    private final Runnable changed;

    EditorArea(Texts texts, Runnable changed) {
        this.changed = changed;
        tabs = Widgets.named(new JTabbedPane(), "editors", texts.text("view.editors"), "");
        tabs.setTabLayoutPolicy(JTabbedPane.SCROLL_TAB_LAYOUT);
        tabs.putClientProperty("JTabbedPane.tabClosable", true);
        tabs.putClientProperty("JTabbedPane.minimumTabWidth", Sizes.em(11));
        tabs.putClientProperty("JTabbedPane.tabCloseToolTipText", texts.text("editor.close"));
        tabs.putClientProperty("JTabbedPane.tabCloseCallback", (IntConsumer) this::close);
        tabs.addChangeListener(event -> changed.run());
        panel.add(tabs, BorderLayout.CENTER);
    }

    JComponent component() {
        return panel;
    }

    /** Brings the editor of a key to the front, making it when it is not open. */
    Editor open(String key, Supplier<Editor> make) {
        if (bring(key)) {
            return present().orElseThrow();
        }
        Editor editor = make.get();
        editors.add(editor);
        tabs.addTab(editor.title(), editor.icon(), editor.component());
        tabs.setSelectedIndex(tabs.getTabCount() - 1);
        changed.run();
        editor.focus();
        return editor;
    }

    /** Brings the editor of a key to the front; false when it is not open. */
    boolean bring(String key) {
        for (int i = 0; i < editors.size(); i++) {
            if (editors.get(i).key().equals(key)) {
                tabs.setSelectedIndex(i);
                return true;
            }
        }
        return false;
    }

    /** Shows titles that have changed. */
    void refresh() {
        for (int i = 0; i < editors.size(); i++) {
            if (!tabs.getTitleAt(i).equals(editors.get(i).title())) {
                tabs.setTitleAt(i, editors.get(i).title());
            }
        }
    }

    Optional<Editor> present() {
        int index = tabs.getSelectedIndex();
        return index < 0 || index >= editors.size() ? Optional.empty() : Optional.of(editors.get(index));
    }

    List<Editor> all() {
        return List.copyOf(editors);
    }

    void closePresent() {
        if (tabs.getSelectedIndex() >= 0) {
            close(tabs.getSelectedIndex());
        }
    }

    /** Closes the editor of a key, where it is open. */
    void close(String key) {
        for (int i = editors.size() - 1; i >= 0; i--) {
            if (editors.get(i).key().equals(key)) {
                close(i);
            }
        }
    }

    private void close(int index) {
        Editor editor = editors.remove(index);
        tabs.removeTabAt(index);
        editor.close();
        changed.run();
    }
}
