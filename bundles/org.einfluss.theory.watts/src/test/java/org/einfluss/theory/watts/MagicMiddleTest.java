package org.einfluss.theory.watts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.api.study.Study;
import org.junit.jupiter.api.Test;

class MagicMiddleTest {
    private static final MagicMiddle.Parameters PARAMETERS =
            new MagicMiddle.Parameters(0.1, 0.01, 0.5, 0.9, List.of(0.0, 100.0));

    @Test
    void laterMeansAfterAndTiesCountHalf() {
        assertEquals(1, MagicMiddle.after(new double[] {0, 0, 2}, new double[] {0, 3, 0}));
        assertEquals(0, MagicMiddle.after(new double[] {0, 2, 0}, new double[] {0, 0, 3}));
        assertEquals(0.5, MagicMiddle.after(new double[] {0, 1, 1}, new double[] {0, 1, 1}));
        // Top at 1 and 3, middle at 2 twice and at 3: (0 + 2 + 1/2)/(2 · 3).
        assertEquals(2.5 / 6, MagicMiddle.after(new double[] {0, 1, 0, 1}, new double[] {0, 0, 2, 1}), 1e-12);
        assertTrue(Double.isNaN(MagicMiddle.after(new double[] {1}, new double[] {0})));
    }

    @Test
    void bandsTellListenersGainAndCost() throws Exception {
        Study study = Experiments.bands();
        Findings findings = new MagicMiddle().analyse(study, PARAMETERS, Progress.NONE);
        Table bands = findings.table("bands").orElseThrow();
        assertEquals(3, bands.rows());
        double mean = 0;
        for (int row = 0; row < 3; row++) {
            mean += bands.column("listeners").doubleAt(row)
                    * (bands.column("to").doubleAt(row) - bands.column("from").doubleAt(row));
            assertEquals(
                    study.estimates().mean(row, "gain").value(),
                    bands.column("gain").doubleAt(row));
        }
        double all = 0;
        for (int draw = 0; draw < 4; draw++) {
            all += study.network(0, draw).graph().meanDegree() / 4;
        }
        assertEquals(all, mean, 1e-9, "the bands cover all nodes");
        assertTrue(bands.column("listeners").doubleAt(0)
                        < bands.column("listeners").doubleAt(1)
                && bands.column("listeners").doubleAt(1)
                        < bands.column("listeners").doubleAt(2));
        Table costs = findings.table("costs").orElseThrow();
        assertEquals(
                (100 + bands.column("listeners").doubleAt(2))
                        / (300 * bands.column("gain").doubleAt(2)),
                costs.column("cpi").doubleAt(5),
                1e-9);
        double after = bands.column("top-after-middle").doubleAt(0);
        assertTrue(after > 0 && after < 1, "after " + after);
    }

    @Test
    void needsBands() throws Exception {
        Study study = Experiments.influentials();
        InputException refused =
                assertThrows(InputException.class, () -> new MagicMiddle().analyse(study, PARAMETERS, Progress.NONE));
        assertTrue(refused.getMessage().contains("degree-band"), refused.getMessage());
    }
}
