package org.einfluss.engine.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.study.Estimate;
import org.einfluss.api.study.Study;
import org.einfluss.engine.run.LocalRunner;
import org.einfluss.engine.run.Tiny;
import org.junit.jupiter.api.Test;

class StudySummaryTest {
    private static Study twoNetworks() throws Exception {
        return Studies.inMemory(Tiny.study(51).networks(2).plan(), Tiny.CATALOG, new LocalRunner(1), Progress.NONE);
    }

    private static Findings summary(String variable, Optional<Double> cut) throws Exception {
        return new StudySummary()
                .analyse(twoNetworks(), new StudySummary.Parameters(Optional.of(variable), cut), Progress.NONE);
    }

    @Test
    void intervalsOfSharesEndWhereSharesEnd() throws Exception {
        Study study = twoNetworks();
        Estimate mean = study.estimates().mean(0, "reach");
        // Student's t with one degree of freedom is 12.7: with two networks the interval is wider than all shares.
        assertTrue(12.7 * mean.standardError() > Math.min(mean.value(), 1 - mean.value()), mean.toString());
        assertTrue(mean.low() == 0 || mean.high() == 1, mean.toString());
        assertTrue(mean.low() >= 0 && mean.high() <= 1, mean.toString());
        Estimate difference = study.estimates().pairedDifference(1, 0, "reach");
        assertTrue(difference.low() >= -1 && difference.high() <= 1, difference.toString());
        Estimate size = study.estimates().mean(0, "size");
        assertEquals(size.value() - size.low(), size.high() - size.value(), 1e-9, "nodes are not cut");
    }

    @Test
    void usualCutIsForSharesOnly() throws Exception {
        assertTrue(summary("reach", Optional.empty()).tables().get(0).columns().stream()
                .anyMatch(column -> column.name().equals("share")));
        assertTrue(summary("size", Optional.empty()).tables().get(0).columns().stream()
                .noneMatch(column -> column.name().startsWith("share")));
        assertTrue(summary("size", Optional.of(2.0)).tables().get(0).columns().stream()
                .anyMatch(column -> column.name().equals("share")));
    }

    @Test
    void headlinesBeginWithACapitalAndHaveNoColonOfTheirOwn() throws Exception {
        List<String> labels = summary("reach", Optional.empty()).headlines().stream()
                .map(Findings.Headline::label)
                .toList();
        assertEquals("Share of runs with reach at least 0.1 there", labels.get(1));
        for (String label : labels) {
            assertTrue(Character.isUpperCase(label.charAt(0)) && !label.contains(":"), label);
        }
    }
}
