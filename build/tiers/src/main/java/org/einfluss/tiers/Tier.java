package org.einfluss.tiers;

import java.util.Arrays;
import java.util.Optional;

/** A kind of test, recognised by how the name of the test class ends. */
enum Tier {
    CONTRACT("contract", "ContractTest"),
    KNOWN_RESULTS("known results", "OracleTest"),
    EQUALITY("equality", "EqualityTest"),
    OSGI("OSGi", "FelixTest"),
    PROCESS("real process", "ProcessTest"),
    OLD_STUDIES("old studies", "OldStudyTest"),
    WINDOW("window", "WindowTest"),
    UNIT("unit", "");

    final String title;
    private final String suffix;

    Tier(String title, String suffix) {
        this.title = title;
        this.suffix = suffix;
    }

    /** The tier of a test class; nested classes belong to their outermost one. */
    static Tier of(String className) {
        int nested = className.indexOf('$');
        String outer = nested < 0 ? className : className.substring(0, nested);
        return Arrays.stream(values())
                .filter(tier -> outer.endsWith(tier.suffix))
                .findFirst()
                .orElseThrow();
    }

    static Optional<Tier> titled(String title) {
        return Arrays.stream(values()).filter(tier -> tier.title.equals(title)).findFirst();
    }
}
