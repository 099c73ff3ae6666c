package org.einfluss.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JFrame;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.TransferHandler;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bringing datasets in and working on them. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class DataWindowTest {
    @TempDir
    private Path folder;

    @Test
    void aBrokenFileIsToldInPlaceAndAMendedOneComesIn() throws Exception {
        Path file = Files.writeString(
                folder.resolve("friends.csv"), "from,to,weight\nann,bob,1\nann,cleo,many\nbob,bob,2\n");
        Path datasets = folder.resolve("home").resolve("datasets");
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            drop((JFrame) workbench.frame(), file);
            Screen.await(
                    "import.verdict",
                    text -> text(text).contains("friends.csv:3:10: Expected a number as weight, found 'many'"));
            Screen.shoot("import-broken");
            assertEquals(List.of(), Screen.unnamed());
            assertFalse(
                    Screen.see(() -> Screen.find("import.bring").orElseThrow().isEnabled()));
            assertFalse(Files.exists(datasets.resolve("friends")), "something was written");

            Files.writeString(file, "from,to,weight\nann,bob,1\nann,cleo,3\nbob,bob,2\n");
            Screen.see(() -> {
                JTextField field = (JTextField) Screen.find("import.file").orElseThrow();
                field.setText("");
                field.setText(file.toString());
                return true;
            });
            Screen.await("import.verdict", text -> text(text).contains("choose one of the answers"));
            Screen.press("import.follows");
            Screen.await("import.bring", Component::isEnabled);
            assertTrue(text(Screen.find("import.verdict").orElseThrow()).contains("3 nodes, 2 ties"));
            JTable report = Screen.await("report", JTable.class);
            assertTrue(Screen.see(() -> cells(report)).contains("line 4"), Screen.see(() -> cells(report)));
            Screen.type(Screen.await("import.licence", JTextComponent.class), "CC0");
            Screen.shoot("import");
            Screen.press("import.bring");
            Screen.await("dataset", tabs -> ((JTabbedPane) tabs).getTabCount() > 3);
            assertTrue(Files.readString(datasets.resolve("friends").resolve("dataset.yaml"))
                    .contains("CC0"));
        }
    }

    @Test
    void aSensitiveDatasetComesInUnderPseudonymsIsShownByNumberAndIsDeleted() throws Exception {
        Path file = Files.writeString(folder.resolve("people.csv"), "from,to,said\nann,bob,hello\nbob,cleo,bye\n");
        Path key = folder.resolve("people.key");
        Path made = folder.resolve("home").resolve("datasets").resolve("people");
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "de")) {
            drop((JFrame) workbench.frame(), file);
            Screen.press("import.influences");
            Screen.type(Screen.await("import.pseudonyms", JTextComponent.class), key.toString());
            Screen.type(Screen.await("import.drop", JTextComponent.class), "said");
            Screen.await("import.bring", Component::isEnabled);
            Screen.shoot("import-private");
            assertEquals(List.of(), Screen.unnamed());
            Screen.press("import.bring");
            Screen.await("dataset.with-ids", Component::isEnabled);
            assertTrue(Files.exists(key), "no key was made");
            String descriptor = Files.readString(made.resolve("dataset.yaml"));
            assertFalse(descriptor.contains("bob") || descriptor.contains("cleo"), descriptor);
            JTabbedPane tabs = (JTabbedPane) Screen.await("dataset", Component::isShowing);
            Screen.see(() -> {
                tabs.setSelectedIndex(1);
                return true;
            });
            JTable numbers = Screen.await("nodes", JTable.class);
            assertFalse(Screen.see(() -> headings(numbers)).contains("id"), Screen.see(() -> headings(numbers)));
            Screen.see(() -> {
                tabs.setSelectedIndex(0);
                return true;
            });
            Screen.press("dataset.with-ids");
            Screen.await(
                    "dataset.with-ids", button -> ((JButton) button).getText().equals("Kennungen verbergen"));
            Screen.see(() -> {
                tabs.setSelectedIndex(1);
                return true;
            });
            Screen.await("nodes", table -> headings((JTable) table).contains("id"));
            Screen.shoot("sensitive-nodes");
            Screen.see(() -> {
                tabs.setSelectedIndex(0);
                return true;
            });
            Screen.press("dataset.delete");
            Screen.await("delete.files", text -> text(text).contains("dataset.yaml"));
            Screen.shoot("delete");
            assertEquals(List.of(), Screen.unnamed());
            Screen.press("delete.delete");
            Screen.await("status.said", label -> !Files.exists(made));
            assertTrue(Files.exists(key), "the key does not belong to the dataset");
        }
    }

    private static String headings(JTable table) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < table.getColumnCount(); column++) {
            text.append(table.getColumnName(column)).append(' ');
        }
        return text.toString();
    }

    @Test
    void aTransformMakesADatasetThatIsUndoneAndMadeAgain() throws Exception {
        Path made = folder.resolve("home").resolve("datasets").resolve("karate-k-core");
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            assertTrue(workbench.frame().isShowing());
            Screen.openFromNavigator("karate");
            Screen.press("dataset.transform");
            JComboBox<?> transform = Screen.await("transform.transform", JComboBox.class);
            Screen.see(() -> {
                for (int i = 0; i < transform.getItemCount(); i++) {
                    if (transform.getItemAt(i).toString().equals("k-core")) {
                        transform.setSelectedIndex(i);
                    }
                }
                return true;
            });
            Screen.await("transform.name", field -> text(field).equals("karate-k-core"));
            Screen.shoot("transform");
            assertEquals(List.of(), Screen.unnamed());
            Screen.press("transform.make");
            Screen.await(
                    "dataset",
                    tabs -> tabs.getAccessibleContext().getAccessibleName().equals("karate-k-core")
                            && ((JTabbedPane) tabs).getTabCount() > 3);
            assertTrue(Files.exists(made.resolve("derived.yaml")), "no dataset was made");
            Screen.press("tool.undo");
            Screen.await("tool.redo", Component::isEnabled);
            assertFalse(Files.exists(made), "the dataset is still there");
            Screen.press("tool.redo");
            Screen.await("tool.undo", Component::isEnabled);
            assertTrue(Files.exists(made.resolve("derived.yaml")), "the dataset did not come back");

            Screen.openFromNavigator("karate");
            JTabbedPane tabs = (JTabbedPane) Screen.await(
                    "dataset",
                    pane -> pane.getAccessibleContext().getAccessibleName().equals("karate"));
            Screen.see(() -> {
                tabs.setSelectedIndex(tabs.indexOfTab("Columns"));
                return true;
            });
            JTable columns = Screen.await("columns", JTable.class);
            assertTrue(Screen.see(() -> cells(columns)).contains("degree"), Screen.see(() -> cells(columns)));
            Screen.shoot("columns");
            assertEquals(List.of(), Screen.unnamed());
            Screen.see(() -> {
                tabs.setSelectedIndex(0);
                return true;
            });
            Screen.press("dataset.export");
            Path picture = folder.resolve("karate.svg");
            JComboBox<?> format = Screen.await("figure.format", JComboBox.class);
            Screen.see(() -> {
                format.setSelectedItem("svg");
                return true;
            });
            Screen.type(Screen.await("figure.file", JTextComponent.class), picture.toString());
            Screen.shoot("network-preview");
            Screen.press("figure.write");
            Screen.await("status.said", label -> Files.exists(picture));
            assertTrue(Files.readString(picture).contains("34 nodes"), "the caption is missing");
        }
    }

    @Test
    void anAnalysisIsMadeWithSettingsOfOnesOwn() throws Exception {
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            assertTrue(workbench.frame().isShowing());
            Screen.openFromNavigator("karate");
            JComboBox<?> analysis =
                    (JComboBox<?>) Screen.await("dataset.analysis", box -> ((JComboBox<?>) box).getItemCount() > 0);
            Screen.see(() -> {
                for (int i = 0; i < analysis.getItemCount(); i++) {
                    if (analysis.getItemAt(i).toString().equals("Lost without a source")) {
                        analysis.setSelectedIndex(i);
                    }
                }
                return true;
            });
            Screen.press("dataset.settings");
            JTextField seeds = Screen.await("analysis.settings.seeds", JTextField.class);
            Screen.see(() -> {
                seeds.setText("[0]");
                seeds.postActionEvent();
                return true;
            });
            Screen.shoot("analysis");
            assertEquals(List.of(), Screen.unnamed());
            Screen.press("analysis.make");
            Screen.await("findings.lost-without", Component::isShowing);
        }
    }

    private static String cells(JTable table) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < table.getRowCount(); row++) {
            for (int column = 0; column < table.getColumnCount(); column++) {
                text.append(table.getValueAt(row, column)).append(' ');
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static void drop(JFrame frame, Path file) {
        assertTrue(Screen.see(() -> frame.getTransferHandler()
                .importData(new TransferHandler.TransferSupport(frame.getRootPane(), new Dropped(file)))));
    }

    private static String text(Component area) {
        return Screen.see(((JTextComponent) area)::getText);
    }

    /** A file as a file manager hands it over. */
    private record Dropped(Path file) implements Transferable {
        @Override
        public DataFlavor[] getTransferDataFlavors() {
            return new DataFlavor[] {DataFlavor.javaFileListFlavor};
        }

        @Override
        public boolean isDataFlavorSupported(DataFlavor flavor) {
            return DataFlavor.javaFileListFlavor.equals(flavor);
        }

        @Override
        public List<File> getTransferData(DataFlavor flavor) throws UnsupportedFlavorException {
            if (!isDataFlavorSupported(flavor)) {
                throw new UnsupportedFlavorException(flavor);
            }
            return List.of(file.toFile());
        }
    }
}
