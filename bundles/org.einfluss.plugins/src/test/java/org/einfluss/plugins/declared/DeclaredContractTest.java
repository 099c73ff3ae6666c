package org.einfluss.plugins.declared;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.tck.check.Clause;
import org.einfluss.tck.check.ModelChecks;
import org.einfluss.tck.check.Result;
import org.einfluss.tck.check.Setup;
import org.einfluss.tck.check.Traits;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;

/** Declared models keep the contract of models. */
final class DeclaredContractTest {
    static final List<String> FILES = List.of(
            "sir.yaml",
            "sis.yaml",
            "seir.yaml",
            "vaccination.yaml",
            "watts.yaml",
            "normal-thresholds.yaml",
            "complex-contagion.yaml",
            "rumour.yaml",
            "competition.yaml",
            "bass.yaml",
            "weighted.yaml",
            "continuous.yaml",
            "continuous-mix.yaml",
            "drawn-condition.yaml");

    /** Some make more people active when more is given; what returns or competes does not. */
    private static Traits traits(String file) {
        return switch (file) {
            case "sir.yaml" ->
                Traits.NONE
                        .thatIsOrderIndependent()
                        .thatNeverShrinks()
                        .thatGrowsWith("{infection: 0}", "{infection: 0.1}", "{infection: 0.4}", "{infection: 1}");
            case "watts.yaml" ->
                Traits.NONE
                        .thatIsOrderIndependent()
                        .thatNeverShrinks()
                        .thatGrowsWith("{threshold: 1}", "{threshold: 0.3}", "{threshold: 0.1}", "{threshold: 0}");
            case "bass.yaml" ->
                Traits.NONE
                        .thatIsOrderIndependent()
                        .thatNeverShrinks()
                        .thatGrowsWith("{imitation: 0}", "{imitation: 0.1}", "{imitation: 1}");
            default -> Traits.NONE;
        };
    }

    @TestFactory
    Stream<DynamicContainer> keepTheirContract() {
        return FILES.stream().map(file -> {
            Setup setup = Setup.standard().equipped(DeclaredContractTest::equip);
            List<Clause> clauses = new ModelChecks(Compiled.model(file), setup, traits(file)).clauses();
            return DynamicContainer.dynamicContainer(
                    file, clauses.stream().map(clause -> DynamicTest.dynamicTest(clause.name(), () -> check(clause))));
        });
    }

    private static void check(Clause clause) {
        Result result = clause.check();
        if (!result.passed()) {
            throw new AssertionFailedError(
                    result.sentence(),
                    result.expected(),
                    result.found(),
                    result.thrown().orElse(null));
        }
    }

    static Network equip(Network plain) {
        int n = plain.nodes();
        double[] weight = new double[plain.graph().arcs()];
        Arrays.setAll(weight, a -> (a % 5) / 4.0);
        long[] age = new long[n];
        Arrays.setAll(age, v -> 20 + v * 37 % 70);
        String[] role = new String[n];
        Arrays.setAll(role, v -> v % 3 == 0 ? "sceptic" : "other");
        double[] susceptibility = new double[n];
        Arrays.setAll(susceptibility, v -> 0.2 + v % 4 / 5.0);
        return plain.withArcColumn(Column.doubles("weight", "", weight))
                .withNodeColumn(Column.integers("age", "years", age))
                .withNodeColumn(Column.texts("role", role))
                .withNodeColumn(Column.doubles("susceptibility", "", susceptibility));
    }
}
