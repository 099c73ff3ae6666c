package org.einfluss.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JFrame;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the window shows is what there is: of studies in the queue, of files that others write, of plug-ins. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class StateWindowTest {
    private static final String STUDY = """
            format: 1
            title: %s
            network: {id: erdos-renyi, nodes: %d, mean-degree: 3}
            model: independent-cascade
            seeding: random
            replicates: {networks: %d, runs: 100}
            key: 5
            """;

    @TempDir
    private Path folder;

    @Test
    void queuedStudiesRunOneAfterTheOtherAndANewWindowKnowsThem() throws Exception {
        Path experiments = Files.createDirectories(home().resolve("experiments"));
        Files.writeString(experiments.resolve("long.yaml"), String.format(Locale.ROOT, STUDY, "Long", 5000, 4000));
        Files.writeString(experiments.resolve("second.yaml"), String.format(Locale.ROOT, STUDY, "Second", 50, 3));
        Path third =
                Files.writeString(experiments.resolve("third.yaml"), String.format(Locale.ROOT, STUDY, "Third", 60, 3));
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            assertTrue(workbench.frame().isShowing());
            run("long.yaml", 1);
            Screen.press("jobs.pause");
            run("second.yaml", 2);
            run("third.yaml", 3);
            assertEquals(List.of("Long – held", "Second – waiting", "Third – waiting"), jobs());

            Screen.choose("larger"); // makes another window
            Screen.await("jobs", view -> view.getFont() != null && jobs().size() == 3);
            Screen.openFromNavigator(study("third-") + " (not complete)");
            Screen.await("study.progress", Component::isShowing);
            assertFalse(Screen.find("study.resume").isPresent(), "a study in the queue could be started again");
            assertFalse(Screen.see(() -> Screen.find("tool.run").orElseThrow().isEnabled()));

            Screen.press("jobs.cancel"); // the first of them, the long one
            Screen.await("tool.export-workbook", Component::isEnabled); // the third is in front, and done
            assertEquals(List.of("Long – cancelled", "Second – done", "Third – done"), jobs());
            Screen.openFromNavigator(study("second-"));
            Screen.await("tool.export-workbook", Component::isEnabled);
            Screen.openFromNavigator(study("long-") + " (not complete)");
            Screen.await("study.resume", Component::isEnabled);

            assertEquals(
                    0,
                    workbench.commandLine(
                            "run",
                            third.toString(),
                            "--home",
                            home().toString(),
                            "--out",
                            folder.resolve("undisturbed").toString()));
            assertEquals(
                    WorkbenchWindowTest.digest(folder.resolve("undisturbed")),
                    WorkbenchWindowTest.digest(home().resolve("studies").resolve(study("third-"))));
        }
    }

    @Test
    void theNavigatorNoticesWhatTheCommandLineWritesAndStepsAreTakenBack() throws Exception {
        String[] home = {"--home", home().toString()};
        Path derived = home().resolve("datasets").resolve("inner").resolve("derived.yaml");
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            Screen.await("navigator.tree", Component::isShowing);
            Path file =
                    Files.writeString(folder.resolve("a.yaml"), String.format(Locale.ROOT, STUDY, "By command", 50, 3));
            Path study = home().resolve("studies").resolve("by-command");
            assertEquals(0, workbench.commandLine("run", file.toString(), home[0], home[1], "--out", study.toString()));
            Files.delete(study.resolve("outcome.json")); // as if it had been stopped
            Screen.openFromNavigator("by-command (not complete)");
            Screen.await("study.resume", Component::isEnabled);
            assertEquals(0, workbench.commandLine("resume", study.toString(), home[0], home[1]));
            Screen.await("tool.export-workbook", Component::isEnabled);

            assertEquals(
                    0,
                    workbench.commandLine("transform", "karate", "giant-component", "--name", "one", home[0], home[1]));
            assertEquals(0, workbench.commandLine("transform", "one", "k-core", "--name", "inner", home[0], home[1]));
            Screen.openFromNavigator("inner");
            Screen.await("dataset", Component::isShowing);
            String both = Files.readString(derived);
            assertTrue(both.contains("k-core"), both);
            Screen.await("menu.take-back", () -> enabled("take-back"));
            Screen.choose("take-back");
            Screen.await("one step less", () -> text(derived).contains("k-core") ? null : true);
            Screen.await("tool.undo", Component::isEnabled);
            Screen.press("tool.undo");
            Screen.await("tool.redo", Component::isEnabled);
            assertEquals(both, Files.readString(derived));
            Screen.press("tool.redo");
            Screen.await("tool.undo", Component::isEnabled);
            assertFalse(Files.readString(derived).contains("k-core"));
        }
    }

    @Test
    void anAnalysisThatIsNewIsOfferedByADatasetThatIsOpen() throws Exception {
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            assertTrue(workbench.frame().isShowing());
            Screen.openFromNavigator("karate");
            JComboBox<?> analyses =
                    (JComboBox<?>) Screen.await("dataset.analysis", box -> ((JComboBox<?>) box).getItemCount() > 1);
            Screen.see(() -> {
                analyses.setSelectedIndex(1);
                return true;
            });
            Object chosen = Screen.see(analyses::getSelectedItem);
            int before = Screen.see(analyses::getItemCount);
            Screen.choose("new-plug-in");
            JComboBox<?> kind = Screen.await("new-plug-in.kind", JComboBox.class);
            Screen.see(() -> {
                for (int i = 0; i < kind.getItemCount(); i++) {
                    if (kind.getItemAt(i).toString().equals("analysis of a dataset")) {
                        kind.setSelectedIndex(i);
                    }
                }
                return true;
            });
            Screen.type(Screen.await("new-plug-in.name", JTextComponent.class), "Loners");
            Screen.press("new-plug-in.ok");
            Screen.await("another analysis", () -> analyses.getItemCount() == before + 1 ? true : null);
            assertEquals(chosen, Screen.see(analyses::getSelectedItem));
        }
    }

    /** Opens an experiment and runs it; there are then some jobs in all. */
    private static void run(String file, int jobs) {
        Screen.openFromNavigator(file);
        Screen.await("experiment.model[0]", Component::isShowing);
        Screen.press("tool.run");
        Screen.await("jobs", view -> jobs().size() == jobs);
        Screen.await("study", Component::isShowing);
    }

    /** The lines of the view of jobs. */
    private static List<String> jobs() {
        return Screen.see(() -> Screen.showing().stream()
                .filter(shown -> "jobs.job".equals(shown.getName()))
                .map(Screen::text)
                .map(text -> text.replaceAll("\\s+", " "))
                .toList());
    }

    private static Boolean enabled(String command) {
        JFrame frame = (JFrame) Screen.find("workbench").orElseThrow();
        return Screen.items(frame.getJMenuBar())
                        .filter(item -> item.getName().equals("menu." + command))
                        .allMatch(AbstractButton::isEnabled)
                ? true
                : null;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The name of the study of an experiment. */
    private String study(String begin) throws IOException {
        try (Stream<Path> found = Files.list(home().resolve("studies"))) {
            return found.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith(begin))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Path home() {
        return folder.resolve("home");
    }
}
