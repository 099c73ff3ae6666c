package org.einfluss.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every shipped component is held to the contract of its extension point. */
final class ContractCoverageTest {
    private static final String DESCRIBED = "org.einfluss.api.Described";

    @Test
    void everyDescribedComponentHasAContractTest() throws IOException {
        Bundles bundles = new Bundles();
        Set<String> tests = new TreeSet<>();
        for (Path bundle : Bundles.sources()) {
            Path compiled = bundle.resolve("target/test-classes");
            if (Files.isDirectory(compiled)) {
                try (Stream<Path> files = Files.walk(compiled)) {
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith("ContractTest.class"))
                            .forEach(tests::add);
                }
            }
        }
        Set<String> components = new TreeSet<>();
        Set<String> uncovered = new TreeSet<>();
        for (JavaClass type : bundles.classes()) {
            if (type.isAnnotatedWith(DESCRIBED) && !bundles.bundle(type).equals("org.einfluss.tck")) {
                components.add(type.getName());
                if (!tests.contains(type.getSimpleName() + "ContractTest.class")) {
                    uncovered.add(type.getName());
                }
            }
        }
        assertFalse(components.isEmpty(), "no component found");
        assertEquals(Set.of(), uncovered, "extend the contract of each in a test named …ContractTest");
    }
}
