package org.einfluss.engine.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void javaNamesBecomeKebabCase() {
        assertEquals("mean-degree", Names.kebab("meanDegree"));
        assertEquals("mean-degree", Names.kebab("MEAN_DEGREE"));
        assertEquals("latin-hypercube", Names.kebab("LatinHypercube"));
        assertEquals("p", Names.kebab("p"));
    }

    @Test
    void nearestNameIsFoundAcrossTyposAndCase() {
        List<String> valid = List.of("threshold", "mean-degree", "size");
        assertEquals(Optional.of("threshold"), Names.nearest("treshold", valid));
        assertEquals(Optional.of("mean-degree"), Names.nearest("meanDegree", valid));
        assertEquals(Optional.empty(), Names.nearest("banana", valid));
    }

    @Test
    void someNearNamesAreFoundHoweverFar() {
        List<String> valid = List.of("watts-threshold", "linear-threshold", "voter", "karate", "q-voter");
        assertEquals(List.of("linear-threshold", "watts-threshold", "karate"), Names.nearest("thresholds", valid, 3));
        assertEquals(List.of("karate"), Names.nearest("karat", valid, 1));
    }

    @Test
    void unknownNamesAreToldWithAllValidOnes() {
        assertEquals(
                "Unknown parameter 'siez'; did you mean 'size'? There are: nodes, size",
                Names.unknown("parameter", "siez", List.of("nodes", "size")));
        assertEquals("Unknown model 'x'. There is none", Names.unknown("model", "x", List.of()));
    }
}
