package org.einfluss.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EventListener;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The live view keeps as much after an hour as after a minute. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class LiveWindowTest {
    private static final int STEPS = 6000;
    /** A run of 2,000 steps is kept as at most 513 frames. */
    private static final int MOST_FRAMES = 513;

    private static final String LONG = """
            format: 1
            title: A voter model that takes its time
            network: {id: erdos-renyi, nodes: 200, mean-degree: 6}
            model: voter
            seeding: {id: random, size: 100}
            replicates: {networks: 3, runs: 2}
            max-steps: 2000
            key: 5
            """;

    @TempDir
    private Path folder;

    @Test
    void thousandsOfStepsOfAnimationLeaveNothingBehind() throws Exception {
        Path experiments = Files.createDirectories(folder.resolve("home").resolve("experiments"));
        Files.writeString(experiments.resolve("voter.yaml"), LONG);
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            assertTrue(workbench.frame().isShowing());
            Screen.openFromNavigator("voter.yaml");
            Screen.await("experiment.model[0]", Component::isShowing);
            Screen.press("tool.run");
            Screen.await("tool.export-workbook", Component::isEnabled);
            JSlider position = (JSlider) Screen.await("live.position", slider -> ((JSlider) slider).getMaximum() > 100);
            JCheckBox goOn = Screen.await("live.go-on", JCheckBox.class);
            Screen.see(() -> {
                goOn.setSelected(false);
                return true;
            });
            int frames = Screen.see(position::getMaximum);
            assertTrue(frames < MOST_FRAMES, () -> frames + " frames");
            walk(position, 100);
            Map<String, Integer> before = listeners();
            walk(position, STEPS);
            JSpinner run = Screen.await("live.number", JSpinner.class);
            for (int i = 0; i < 20; i++) {
                Screen.see(() -> {
                    position.setValue(5);
                    run.setValue(1 - (Integer) run.getValue());
                    return true;
                });
                Screen.await("live.position", slider -> ((JSlider) slider).getValue() != 5); // begins anew
            }
            walk(position, 100);
            assertEquals(before, listeners());
        }
    }

    /** Moves the animation as playing does, one frame after the other, to the end and from the beginning again. */
    private static void walk(JSlider position, int steps) {
        Screen.see(() -> {
            for (int i = 0; i < steps; i++) {
                position.setValue((position.getValue() + 1) % (position.getMaximum() + 1));
            }
            return true;
        });
    }

    /** How many components of each kind there are, and how many listen to them. */
    private static Map<String, Integer> listeners() {
        Container study = (Container) Screen.await("study", Component::isShowing);
        return Screen.see(() -> {
            Map<String, Integer> counts = new TreeMap<>();
            count(study, counts);
            return counts;
        });
    }

    private static void count(Component component, Map<String, Integer> counts) {
        String kind = component.getClass().getName();
        counts.merge(kind, 1, Integer::sum);
        int listening = component.getPropertyChangeListeners().length
                + component.getMouseListeners().length
                + component.getComponentListeners().length
                + (component instanceof JComponent swing ? swing.getListeners(EventListener.class).length : 0);
        counts.merge(kind + " listeners", listening, Integer::sum);
        if (component instanceof Container container) {
            for (Component child : container.getComponents()) {
                count(child, counts);
            }
        }
    }
}
