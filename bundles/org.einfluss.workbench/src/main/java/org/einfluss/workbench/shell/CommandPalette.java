package org.einfluss.workbench.shell;

import java.awt.BorderLayout;
import java.awt.Point;
import java.awt.event.ActionEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Locale;
import javax.swing.Action;
import javax.swing.DefaultListModel;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JList;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import org.einfluss.workbench.commands.Command;
import org.einfluss.workbench.commands.Commands;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Typed;
import org.einfluss.workbench.widgets.Widgets;

/** Finds a command by words of its label; Enter does it, Escape closes. */
final class CommandPalette {
    private final Commands commands;
    private final JDialog dialog;
    private final JTextField words;
    private final DefaultListModel<Command> found = new DefaultListModel<>();
    private final JList<Command> list = new JList<>(found);

    CommandPalette(JFrame frame, Commands commands, Texts texts) {
        this.commands = commands;
        dialog = new JDialog(frame, texts.text("palette.title"), false);
        dialog.setName("palette");
        dialog.setUndecorated(true);
        words = Widgets.named(
                new JTextField(), "palette.words", texts.text("palette.title"), texts.text("palette.tip"));
        words.putClientProperty("JTextField.placeholderText", texts.text("palette.tip"));
        Widgets.named(list, "palette.list", texts.text("palette.commands"), "");
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer((of, command, index, selected, focused) -> {
            Action action = commands.action(command.id());
            String key = command.key().map(stroke -> "   " + Keys.text(stroke)).orElse("");
            javax.swing.JLabel label = new javax.swing.JLabel(action.getValue(Action.NAME) + key);
            label.setOpaque(true);
            label.setBorder(Sizes.padding(0.25, 0.6));
            label.setEnabled(action.isEnabled());
            label.setBackground(selected ? of.getSelectionBackground() : of.getBackground());
            label.setForeground(selected ? of.getSelectionForeground() : of.getForeground());
            return label;
        });
        dialog.add(words, BorderLayout.NORTH);
        dialog.add(Widgets.scroll(list), BorderLayout.CENTER);
        dialog.setSize(Sizes.size(36, 24));
        listen();
    }

    private void listen() {
        words.getDocument().addDocumentListener(new Typed(this::find));
        KeyAdapter keys = new KeyAdapter() {
            @Override
            public void keyPressed(KeyEvent event) {
                switch (event.getKeyCode()) {
                    case KeyEvent.VK_ESCAPE -> dialog.setVisible(false);
                    case KeyEvent.VK_ENTER -> perform();
                    case KeyEvent.VK_DOWN -> move(event, 1);
                    case KeyEvent.VK_UP -> move(event, -1);
                    default -> {}
                }
            }
        };
        words.addKeyListener(keys);
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                perform();
            }
        });
    }

    void open() {
        commands.refresh();
        words.setText("");
        find();
        JFrame frame = (JFrame) dialog.getOwner();
        Point corner = frame.getLocationOnScreen();
        dialog.setLocation(corner.x + (frame.getWidth() - dialog.getWidth()) / 2, corner.y + Sizes.em(6));
        dialog.setVisible(true);
        words.requestFocusInWindow();
    }

    void dispose() {
        dialog.dispose();
    }

    private void find() {
        List<String> wanted =
                List.of(words.getText().strip().toLowerCase(Locale.ROOT).split("\\s+"));
        found.clear();
        for (Command command : commands.all()) {
            String label = commands.action(command.id())
                    .getValue(Action.NAME)
                    .toString()
                    .toLowerCase(Locale.ROOT);
            if (wanted.stream().allMatch(label::contains)) {
                found.addElement(command);
            }
        }
        list.setSelectedIndex(found.isEmpty() ? -1 : 0);
    }

    private void move(KeyEvent event, int by) {
        int index = Math.max(0, Math.min(found.size() - 1, list.getSelectedIndex() + by));
        list.setSelectedIndex(index);
        list.ensureIndexIsVisible(index);
        event.consume();
    }

    private void perform() {
        Command command = list.getSelectedValue();
        if (command != null) {
            dialog.setVisible(false);
            commands.action(command.id())
                    .actionPerformed(new ActionEvent(list, ActionEvent.ACTION_PERFORMED, command.id()));
        }
    }
}
