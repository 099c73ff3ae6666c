package org.einfluss.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of work when the window ends in the midst of it. */
@Timeout(value = 400, unit = TimeUnit.SECONDS)
class CrashWindowTest {
    private static final String STUDY = """
            format: 1
            title: Long enough to be killed
            network: {id: erdos-renyi, nodes: 2000, mean-degree: {vary: [2, 3, 4, 5]}}
            model: independent-cascade
            seeding: random
            replicates: {networks: 40, runs: 100}
            key: 5
            """;

    @TempDir
    private Path folder;

    @Test
    void aStudyThatWasKilledIsResumedToTheSameDigest() throws Exception {
        Path file = folder.resolve("long.yaml");
        Files.writeString(file, STUDY);
        Path home = folder.resolve("home");
        Path killed = home.resolve("studies").resolve("killed");
        Path undisturbed = folder.resolve("undisturbed");
        Shell shell = new Shell(folder);
        String[] run = {"run", file.toString(), "--home", home.toString(), "--threads", "1", "--out"};
        assertEquals(0, shell.einfluss(words(run, undisturbed)).code());

        Process process = shell.start(words(run, killed));
        Path shards = killed.resolve("shards");
        while (process.isAlive() && parts(shards) == 0) {
            Thread.sleep(5); // until some of it is done
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        assertFalse(Files.exists(killed.resolve("outcome.json")), "it was done before it could be killed");

        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            assertTrue(workbench.frame().isShowing());
            JTree tree = (JTree) Screen.await("navigator.tree", shown -> row((JTree) shown, "killed (") >= 0);
            int row = row(tree, "killed (");
            Screen.see(() -> {
                tree.setSelectionRow(row);
                return true;
            });
            Screen.focus("navigator.tree");
            Screen.key("ENTER");
            Screen.press("study.resume");
            Screen.await("tool.export-workbook", Component::isEnabled);
        }
        assertEquals(WorkbenchWindowTest.digest(undisturbed), WorkbenchWindowTest.digest(killed));
    }

    @Test
    void closingAsksWhileAStudyRunsAndItsStudyCanBeResumed() throws Exception {
        Path experiments = Files.createDirectories(folder.resolve("home").resolve("experiments"));
        Files.writeString(experiments.resolve("long.yaml"), STUDY.replace("networks: 40", "networks: 4000"));
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            JTree tree = (JTree) Screen.await("navigator.tree", shown -> row((JTree) shown, "long") >= 0);
            int row = row(tree, "long");
            Screen.see(() -> {
                tree.setSelectionRow(row);
                return true;
            });
            Screen.focus("navigator.tree");
            Screen.key("ENTER");
            Screen.await("tool.run", Component::isEnabled);
            Screen.await("experiment.model[0]", Component::isShowing);
            Screen.press("tool.run");
            Component pause = Screen.await("jobs.pause", Component::isShowing);
            Screen.await("live.curve", Component::isShowing);
            Screen.press("jobs.pause");
            assertEquals(
                    "Let the job go on",
                    Screen.see(() -> pause.getAccessibleContext().getAccessibleName()));
            Screen.press("jobs.pause");

            close(workbench, "Keep working");
            assertTrue(workbench.frame().isShowing());
            close(workbench, "Close");
            workbench.awaitClosed();
        }
        assertEquals(1, studies().size());
        assertFalse(Files.exists(studies().get(0).resolve("outcome.json")));
    }

    @Test
    void editsThatWereNotSavedComeBackAfterACrash() throws Exception {
        Path drafts = Files.createDirectories(folder.resolve("home/workbench/drafts/plug-ins"));
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            assertTrue(workbench.frame().isShowing());
            Screen.choose("new-model");
            Screen.press("new-plug-in.ok");
            javax.swing.text.JTextComponent text = Screen.await("source.text", javax.swing.text.JTextComponent.class);
            Screen.type(text, "// a thought\n" + Screen.see(text::getText));
            assertTrue(Files.readString(drafts.resolve("MyModel.java")).startsWith("// a thought\n"));
        } // nothing was saved: the window ends here as it does when the power goes
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            assertTrue(workbench.frame().isShowing());
            Screen.await(
                    "source.text",
                    shown -> ((javax.swing.text.JTextComponent) shown).getText().startsWith("// a thought\n"));
            Screen.press("tool.save");
            Screen.await("tool.save", save -> !save.isEnabled());
            assertFalse(Files.exists(drafts.resolve("MyModel.java")));
        }
        assertTrue(Files.readString(folder.resolve("home/plugins/MyModel.java")).startsWith("// a thought\n"));
    }

    private static void close(WorkbenchFixture workbench, String answer) {
        java.awt.EventQueue.invokeLater(
                () -> workbench.frame().dispatchEvent(new WindowEvent(workbench.frame(), WindowEvent.WINDOW_CLOSING)));
        AbstractButton button = Screen.await(
                answer,
                () -> Screen.showing().stream()
                        .filter(AbstractButton.class::isInstance)
                        .map(AbstractButton.class::cast)
                        .filter(one -> answer.equals(one.getText()))
                        .findFirst()
                        .orElse(null));
        Screen.see(() -> {
            button.doClick();
            return true;
        });
    }

    private static int row(JTree tree, String begin) {
        return Screen.see(() -> {
            for (int i = 0; i < tree.getRowCount(); i++) {
                if (tree.getPathForRow(i).getLastPathComponent().toString().startsWith(begin)) {
                    return i;
                }
            }
            return -1;
        });
    }

    private List<Path> studies() throws IOException {
        try (Stream<Path> found = Files.list(folder.resolve("home").resolve("studies"))) {
            return found.toList();
        }
    }

    private static long parts(Path shards) throws IOException {
        if (!Files.isDirectory(shards)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(shards)) {
            return files.filter(file -> file.toString().endsWith(".parquet")).count();
        }
    }

    private static String[] words(String[] words, Path out) {
        return Stream.concat(Stream.of(words), Stream.of(out.toString())).toArray(String[]::new);
    }
}
