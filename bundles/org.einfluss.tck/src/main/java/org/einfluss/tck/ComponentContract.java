package org.einfluss.tck;

import java.util.List;
import java.util.stream.Stream;
import org.einfluss.graph.Network;
import org.einfluss.tck.check.Clause;
import org.einfluss.tck.check.Contract;
import org.einfluss.tck.check.Result;
import org.einfluss.tck.check.Setup;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;
import org.osgi.annotation.versioning.ConsumerType;

/** A contract as a JUnit test: one test per clause. */
@ConsumerType
public abstract class ComponentContract {
    /** For subclasses. */
    protected ComponentContract() {}

    /** Returns the contract to be kept. */
    protected abstract Contract contract();

    /** Returns the parameters to check with, each as YAML in flow style; by default all defaults. */
    protected List<String> settings() {
        return List.of("{}");
    }

    /**
     * Makes the network that the component needs out of a plain one, for example by adding a column.
     *
     * @param plain one of the sample networks
     * @return by default the network itself
     */
    protected Network equip(Network plain) {
        return plain;
    }

    /** Returns with what the component is checked. */
    protected Setup setup() {
        return Setup.standard().withSettings(settings()).equipped(this::equip);
    }

    /** Makes one test per clause of the contract. */
    @TestFactory
    final Stream<DynamicTest> keepsItsContract() {
        return contract().clauses().stream().map(clause -> DynamicTest.dynamicTest(clause.name(), () -> check(clause)));
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
}
