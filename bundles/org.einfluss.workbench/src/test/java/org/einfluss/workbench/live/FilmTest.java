package org.einfluss.workbench.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.model.NodeStates;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.workbench.texts.Texts;
import org.junit.jupiter.api.Test;

class FilmTest {
    private static final Network THREE = Network.of(Graph.empty(3));

    @Test
    void goesForwardAndBackwardThroughTheSameStates() {
        Film film = film(new int[][] {{1, 0, 0}, {1, 1, 0}, {2, 1, 1}});
        byte[] classes = film.start();
        assertArrayEquals(new byte[] {1, 0, 0}, classes);
        film.move(classes, 0, 2);
        assertArrayEquals(new byte[] {2, 1, 1}, classes);
        film.move(classes, 2, 1);
        assertArrayEquals(new byte[] {1, 1, 0}, classes);
        assertArrayEquals(new int[] {0, 2}, film.frames().get(2).nodes());
        assertEquals(1.0 / 3, film.frames().get(0).quantity());
        assertEquals(1, film.frames().get(2).quantity());
    }

    @Test
    void aLongRunKeepsItsEnd() {
        Film.Camera camera = new Film.Camera(false);
        camera.begin(0, THREE);
        for (int step = 0; step <= 3000; step++) {
            int now = step;
            camera.step(step, node -> node < now / 1000 ? 1 : 0);
        }
        Film film = camera.film();
        assertTrue(film.frames().size() <= 513, () -> film.frames().size() + " frames");
        byte[] classes = film.start();
        film.move(classes, 0, film.frames().size() - 1);
        assertArrayEquals(new byte[] {1, 1, 1}, classes);
        assertEquals(3000, film.frames().get(film.frames().size() - 1).time());
    }

    @Test
    void theBandIsTheMiddleOfTheRuns() {
        Courses courses = new Courses(false);
        for (int size = 0; size <= 3; size++) {
            int end = size;
            courses.begin(size, THREE);
            courses.step(0, node -> 0);
            courses.step(1, node -> node < end ? 1 : 0);
        }
        courses.finish();
        Figure figure =
                courses.figure(film(new int[][] {{0, 0, 0}, {1, 0, 0}}), 0, "share", "here", new Texts(Locale.ENGLISH));
        double[] mean = figure.table().column("value").toDoubles();
        assertEquals(0, mean[0]);
        assertEquals(0.5, mean[1], 1e-12); // (0 + 1/3 + 2/3 + 1) / 4
        assertEquals(0.1, figure.table().column("low").toDoubles()[1], 1e-12);
        assertEquals(0.9, figure.table().column("high").toDoubles()[1], 1e-12);
        assertEquals(2, figure.series().size());
    }

    private static Film film(int[][] steps) {
        Film.Camera camera = new Film.Camera(false);
        camera.begin(0, THREE);
        for (int i = 0; i < steps.length; i++) {
            int[] states = Arrays.copyOf(steps[i], steps[i].length);
            NodeStates nodes = node -> states[node];
            camera.step(i, nodes);
        }
        return camera.film();
    }
}
