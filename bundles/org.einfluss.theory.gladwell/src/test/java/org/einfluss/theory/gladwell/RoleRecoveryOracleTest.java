package org.einfluss.theory.gladwell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.junit.jupiter.api.Test;

/** The classifier must find planted roles: AUC of at least 0.8 at 5,000 nodes and 200 items, and scores that survive missing ties. */
class RoleRecoveryOracleTest {
    @Test
    void plantedRolesAreFound() throws Exception {
        Findings findings = new RoleRecovery()
                .analyse(
                        Experiments.recovery(5000, 200),
                        new RoleRecovery.Parameters(200, 0.9, Optional.of(5.0), 1),
                        Progress.NONE);
        Table recovery = findings.table("recovery").orElseThrow();
        assertEquals(3, recovery.rows());
        for (int row = 0; row < 3; row++) {
            String role = recovery.column("role").textAt(row);
            assertEquals(100, recovery.column("planted").doubleAt(row), role);
            assertEquals(200, recovery.column("items").doubleAt(row), role);
            double auc = recovery.column("auc").doubleAt(row);
            assertTrue(auc >= 0.8 && auc <= 1, role + ": AUC " + auc);
            double tau = recovery.column("tau").doubleAt(row);
            assertTrue(tau >= 0.6 && tau <= 1, role + ": tau " + tau);
        }
    }
}
