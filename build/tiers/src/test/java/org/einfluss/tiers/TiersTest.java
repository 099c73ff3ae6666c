package org.einfluss.tiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TiersTest {
    @TempDir
    Path root;

    @Test
    void nameOfTheOutermostClassDecidesTheTier() {
        assertEquals(Tier.UNIT, Tier.of("a.GraphTest"));
        assertEquals(Tier.KNOWN_RESULTS, Tier.of("a.BorelLawOracleTest"));
        assertEquals(Tier.OSGI, Tier.of("a.HeadlessFelixTest$WhenStopped"));
        assertEquals(Tier.OLD_STUDIES, Tier.of("a.FormatOneOldStudyTest"));
    }

    @Test
    void countsReportsOfTestsThatStillExist() throws IOException {
        report("a.GraphTest", 5, 1, 1, 2, true);
        report("a.GoneTest", 7, 0, 0, 0, false);
        report("a.BorelOracleTest", 3, 0, 0, 0, true);

        Tiers tiers = Tiers.read(root);

        assertEquals(new Tiers.Count(1, 2, 2), tiers.count(Tier.UNIT));
        assertEquals(new Tiers.Count(3, 0, 0), tiers.count(Tier.KNOWN_RESULTS));
        assertTrue(tiers.table(List.of()).endsWith("4 passed, 2 failed, 2 skipped\n"), tiers.table(List.of()));
    }

    @Test
    void expectedTierWithoutAnyTestIsAnObjection() throws IOException {
        report("a.GraphTest", 1, 0, 0, 0, true);

        assertEquals(
                List.of("Tier OSGi is expected and ran no test"),
                Tiers.read(root).objections(List.of("# comment", "unit", "OSGi")));
    }

    @Test
    void tierWhoseTestsAreAllSkippedRanNone() throws IOException {
        report("a.HostFelixTest", 2, 0, 0, 2, true);

        assertEquals(
                List.of("Tier OSGi is expected and ran no test"),
                Tiers.read(root).objections(List.of("OSGi")));
    }

    @Test
    void failedTestsAndUnlistedTiersAreObjections() throws IOException {
        report("a.GraphTest", 1, 1, 0, 0, true);
        report("a.ThreadsEqualityTest", 1, 0, 0, 0, true);

        assertEquals(
                List.of(
                        "Tier equality has tests; list it in build/tiers/expected-tiers.txt",
                        "Tests failed in tier unit: 1"),
                Tiers.read(root).objections(List.of("unit")));
    }

    private void report(String test, int tests, int failures, int errors, int skipped, boolean exists)
            throws IOException {
        Path target = root.resolve("bundles/a/target");
        Files.createDirectories(target.resolve("surefire-reports"));
        Files.writeString(
                target.resolve("surefire-reports/TEST-" + test + ".xml"),
                "<testsuite name='" + test + "' tests='" + tests + "' failures='" + failures + "' errors='" + errors
                        + "' skipped='" + skipped + "'/>");
        if (exists) {
            Path compiled = target.resolve("test-classes/" + test.replace('.', '/') + ".class");
            Files.createDirectories(compiled.getParent());
            Files.createFile(compiled);
        }
    }
}
