package org.einfluss.workbench.help;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Desktop;
import java.awt.FlowLayout;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.ActionEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.swing.AbstractAction;
import javax.swing.BoxLayout;
import javax.swing.DefaultListModel;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JEditorPane;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.event.HyperlinkEvent;
import javax.swing.text.html.HTMLDocument;
import javax.swing.text.html.HTMLEditorKit;
import javax.swing.text.html.StyleSheet;
import org.einfluss.workbench.session.Editor;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.Picture;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Typed;
import org.einfluss.workbench.widgets.Widgets;

/** The guide inside the window: a page, the way back and forward, and a search through all pages beside it. */
public final class GuideEditor implements Editor {
    /** The key of this editor. */
    public static final String KEY = "guide";

    private final Session session;
    private final Texts texts;
    private final Guide guide;
    private final JEditorPane page = new Page();
    private final JTextField words;
    private final DefaultListModel<Guide.Hit> hits = new DefaultListModel<>();
    private final JList<Guide.Hit> found = new JList<>(hits);
    private final Deque<String> before = new ArrayDeque<>();
    private final Deque<String> after = new ArrayDeque<>();
    private final JButton back;
    private final JButton forward;
    private final JPanel panel = new JPanel(new BorderLayout());
    private String present = "";

    /**
     * Makes the editor; {@link #show(String)} shows a page.
     *
     * @param session what all views share
     * @param guide the guide
     */
    public GuideEditor(Session session, Guide guide) {
        this.session = session;
        this.texts = session.texts();
        this.guide = guide;
        words = Widgets.named(
                new JTextField(), "guide.words", texts.text("guide.search"), texts.text("guide.search.tip"));
        words.putClientProperty("JTextField.placeholderText", texts.text("guide.search"));
        back = Widgets.button("guide.back", Picture.LEFT, texts.text("guide.back"), this::back);
        forward = Widgets.button("guide.forward", Picture.RIGHT, texts.text("guide.forward"), this::forward);
        JPanel line = new JPanel(new FlowLayout(FlowLayout.LEADING, Sizes.em(0.3), Sizes.em(0.2)));
        line.add(back);
        line.add(forward);
        line.add(Widgets.button(
                "guide.contents",
                texts.text("guide.contents"),
                texts.text("guide.contents.tip"),
                () -> show(Guide.CONTENTS)));
        JPanel side = new JPanel(new BorderLayout());
        side.add(words, BorderLayout.NORTH);
        JScrollPane places = Widgets.scroll(found);
        places.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        side.add(places, BorderLayout.CENTER);
        JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, side, Widgets.scroll(page));
        split.setDividerLocation(Sizes.em(16));
        panel.add(line, BorderLayout.NORTH);
        panel.add(split, BorderLayout.CENTER);
        preparePage();
        prepareSearch();
        find();
    }

    private void preparePage() {
        Widgets.named(page, "guide.page", texts.text("guide.title"), texts.text("guide.page.tip"));
        page.setEditable(false);
        page.putClientProperty(JEditorPane.W3C_LENGTH_UNITS, true);
        listen();
        style();
    }

    /** Gives pages size of text and colours of the window. */
    private void style() {
        HTMLEditorKit kit = new HTMLEditorKit();
        StyleSheet style = new StyleSheet();
        style.addStyleSheet(kit.getStyleSheet());
        int size = Sizes.font().getSize();
        String ink = colour("Label.foreground");
        String line = colour("Component.borderColor");
        style.addRule("body {font-family: " + Sizes.font().getFamily() + "; font-size: " + size + "px; color: " + ink
                + "; margin: " + size + "px}");
        for (String tag :
                List.of("p", "li", "td", "blockquote")) { // Swing's own rules for these go before those of the body
            style.addRule(tag + " {font-size: " + size + "px; font-weight: normal}");
        }
        style.addRule("h1 {font-size: " + size * 1.7 + "px} h2 {font-size: " + size * 1.35 + "px} h3 {font-size: "
                + size * 1.1 + "px}");
        style.addRule("code {font-family: Monospaced; font-weight: normal; font-size: " + size + "px}");
        style.addRule("pre {font-family: Monospaced; font-weight: normal; font-size: " + size + "px}");
        style.addRule("pre {background-color: " + colour("TextArea.inactiveBackground") + "; margin: " + size / 2
                + "px; padding: " + size / 2 + "px}");
        style.addRule("a {color: " + colour("Component.linkColor") + "}");
        style.addRule("th, td {border: 1px solid " + line + "; padding: " + size / 4 + "px; text-align: left}");
        style.addRule("li {margin-bottom: " + size / 4 + "px}");
        kit.setStyleSheet(style);
        page.setEditorKit(kit);
        page.setFont(Sizes.font());
    }

    private void listen() {
        page.addHyperlinkListener(event -> {
            if (event.getEventType() == HyperlinkEvent.EventType.ACTIVATED) {
                follow(event.getDescription());
            }
        });
        bind(page, "alt LEFT", this::back);
        bind(page, "alt RIGHT", this::forward);
    }

    private void prepareSearch() {
        Widgets.named(found, "guide.found", texts.text("guide.found"), texts.text("guide.found.tip"));
        found.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        found.setCellRenderer((list, hit, index, selected, focused) -> row(list, hit, selected));
        words.getDocument().addDocumentListener(new Typed(this::find));
        words.addActionListener(event -> showFound());
        words.addKeyListener(new KeyAdapter() {
            @Override
            public void keyPressed(KeyEvent event) {
                if (event.getKeyCode() == KeyEvent.VK_DOWN) {
                    found.requestFocusInWindow();
                }
            }
        });
        bind(found, "ENTER", this::showFound);
        found.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                showFound();
            }
        });
    }

    private static void bind(JComponent component, String key, Runnable action) {
        component.getInputMap().put(KeyStroke.getKeyStroke(key), key);
        component.getActionMap().put(key, new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                action.run();
            }
        });
    }

    private static Component row(JList<?> list, Guide.Hit hit, boolean selected) {
        JPanel row = new JPanel();
        row.setLayout(new BoxLayout(row, BoxLayout.Y_AXIS));
        row.setBorder(Sizes.padding(0.2, 0.5));
        row.setBackground(selected ? list.getSelectionBackground() : list.getBackground());
        Color ink = selected ? list.getSelectionForeground() : list.getForeground();
        for (String text : hit.text().isEmpty() ? List.of(hit.title()) : List.of(hit.title(), hit.text())) {
            JLabel label = new JLabel(text);
            label.setForeground(
                    text.equals(hit.title()) || selected ? ink : UIManager.getColor("Label.disabledForeground"));
            row.add(label);
        }
        return row;
    }

    private static String colour(String key) {
        return String.format(Locale.ROOT, "#%06x", UIManager.getColor(key).getRGB() & 0xFFFFFF);
    }

    /** Without words there are all pages. */
    private void find() {
        hits.clear();
        if (words.getText().isBlank()) {
            guide.pages().forEach(name -> hits.addElement(new Guide.Hit(name, guide.title(name), "")));
        } else {
            guide.search(words.getText()).forEach(hits::addElement);
        }
        found.setSelectedIndex(hits.isEmpty() ? -1 : 0);
    }

    private void showFound() {
        if (found.getSelectedValue() != null) {
            show(found.getSelectedValue().address());
        }
    }

    /**
     * Shows a page.
     *
     * @param address page and, if wanted, anchor
     */
    public void show(String address) {
        if (address.equals(present)) {
            return;
        }
        if (!present.isEmpty()) {
            before.push(present);
            after.clear();
        }
        display(address);
    }

    /**
     * Shows what is said of a component; where no page names it, what a search finds.
     *
     * @param id the component's id
     * @param cite its sources
     */
    public void explain(String id, List<String> cite) {
        words.setText(id);
        show(guide.pageOf(id, cite).orElse(Guide.CONTENTS));
    }

    private void display(String address) {
        String name = Guide.page(address);
        if (!name.equals(Guide.page(present))) {
            HTMLDocument document = (HTMLDocument) page.getEditorKit().createDefaultDocument();
            document.setBase(guide.base());
            document.setAsynchronousLoadPriority(-1);
            document.putProperty(
                    "imageCache", new Pictures()); // else threads of Java's own paint them when they have loaded
            page.setDocument(document);
            page.setText("<html><body>" + guide.html(name) + "</body></html>");
            page.getAccessibleContext().setAccessibleName(guide.title(name));
        }
        present = address;
        page.setCaretPosition(0);
        SwingUtilities.invokeLater(() -> {
            if (address.equals(present) && address.contains("#")) {
                page.scrollToReference(guide.anchor(address));
            }
        });
        back.setEnabled(!before.isEmpty());
        forward.setEnabled(!after.isEmpty());
    }

    private void back() {
        if (!before.isEmpty()) {
            after.push(present);
            display(before.pop());
        }
    }

    private void forward() {
        if (!after.isEmpty()) {
            before.push(present);
            display(after.pop());
        }
    }

    private void follow(String link) {
        Optional<String> inside = link.startsWith("http") ? Optional.empty() : guide.resolve(Guide.page(present), link);
        if (inside.isPresent()) {
            show(inside.get());
        } else if (link.startsWith("http")
                && Desktop.isDesktopSupported()
                && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
            try {
                Desktop.getDesktop().browse(URI.create(link));
            } catch (IOException noBrowser) {
                session.failed(link, noBrowser);
            }
        } else {
            session.log().tell(texts.text("guide.outside", link));
        }
    }

    @Override
    public void themeChanged() {
        style();
        String again = present;
        present = "";
        display(again);
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return texts.text("guide.title");
    }

    @Override
    public Icon icon() {
        return Picture.HELP;
    }

    @Override
    public JComponent component() {
        return panel;
    }

    @Override
    public void focus() {
        words.requestFocusInWindow();
    }

    /** Pictures that are there before they are painted. */
    @SuppressWarnings("JdkObsolete") // Swing asks for a dictionary
    private static final class Pictures extends Hashtable<Object, Object> {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Object get(Object url) {
            return computeIfAbsent(url, address -> {
                try {
                    return ImageIO.read((URL) address);
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            });
        }
    }

    /** A page whose pictures are scaled smoothly. */
    private static final class Page extends JEditorPane {
        private static final long serialVersionUID = 1L;

        @Override
        protected void paintComponent(Graphics g) {
            ((Graphics2D) g)
                    .setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            super.paintComponent(g);
        }
    }
}
