package org.einfluss.engine.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.einfluss.api.InputException;
import org.einfluss.api.InputException.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlSettingsTest {
    @Test
    void everyPartKnowsItsPlace() {
        Setting.Fields fields = YamlSettings.read("title: A\nmodel:\n  id: watts\n  threshold: 0.18\n", "a.yaml");
        Setting.Fields model = (Setting.Fields) fields.find("model").orElseThrow();
        assertEquals(
                new Place("a.yaml", 4, 14),
                model.find("threshold").orElseThrow().place());
        assertEquals(new Place("a.yaml", 4, 3), model.entries().get(1).place());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1\\na: 2 | x.yaml:2:1: 'a' is given twice; keep one of them",
                "a: {b: 1, b: 2} | x.yaml:1:11: 'b' is given twice; keep one of them",
                "a: | x.yaml:1:1: 'a' has no value; give one or remove the key",
                "a: [1, ~] | x.yaml:1:8: A value is missing here; give one or remove the key",
                "a: !!binary Zm9v | x.yaml:1:4: YAML tags such as tag:yaml.org,2002:binary have no meaning here",
                "a: {vary: [1], by: 2} | x.yaml:1:16: 'vary' stands alone; 'by' cannot stand beside it",
                "a: {vary: {from: 1, too: 2}} | x.yaml:1:21: Unknown parameter 'too'; did you mean 'to'? There are: from, to, step, levels, scale",
                "- 1 | x.yaml:1:1: Named settings were expected here, such as 'title: …', found [1]",
            })
    void mistakesAreToldWithTheirPlace(String yaml, String message) {
        InputException mistake =
                assertThrows(InputException.class, () -> YamlSettings.read(yaml.replace("\\n", "\n"), "x.yaml"));
        assertEquals(message, mistake.getMessage().lines().findFirst().orElseThrow());
    }

    @Test
    void brokenYamlIsToldWithItsPlace() {
        InputException mistake =
                assertThrows(InputException.class, () -> YamlSettings.read("a: [1, 2\nb: 3\n", "x.yaml"));
        assertTrue(mistake.getMessage().startsWith("x.yaml:2:2: This is not YAML"), mistake.getMessage());
        assertThrows(InputException.class, () -> YamlSettings.read("", "x.yaml"));
    }

    @Test
    void recursiveAliasesEnd() {
        assertThrows(InputException.class, () -> YamlSettings.read("a: &a [*a]", "x.yaml"));
    }

    @Test
    void factorsAreRecognised() {
        Setting.Fields fields = YamlSettings.read("a: {vary: {from: 1, to: 100, levels: 3, scale: log}}", "x.yaml");
        Setting.Vary vary =
                assertInstanceOf(Setting.Vary.class, fields.find("a").orElseThrow());
        Levels.Range range = assertInstanceOf(Levels.Range.class, vary.levels());
        assertEquals(List.of("1", "10", "100"), range.texts(false));
    }

    @Test
    void writtenSettingsAreReadBack() {
        String yaml = "title: 'He said: \"no\", twice #1'\nempty: ''\nlist: [1, 2.5, 'true ', on, '~', '- x']\n"
                + "model: [{id: a, t: {vary: [1, {kind: b, c: 2}]}}, {id: b}]\nnone: []\n";
        Setting.Fields once = YamlSettings.read(yaml, "x.yaml");
        Setting.Fields again = YamlSettings.read(YamlSettings.write(once), "y.yaml");
        assertEquals(once.flow(), again.flow());
        assertEquals(
                once.flow(), YamlSettings.value(once.flow(), Setting.NOWHERE).flow());
        for (String text : List.of("null", "a\tb\r\n\"", "~", "-", "- x", "", " x ", "a: b", "#", "\u0001ü")) {
            Setting.Items list = new Setting.Items(List.of(Setting.of(text)), Setting.NOWHERE);
            Setting.Items read = (Setting.Items) YamlSettings.value(list.flow(), Setting.NOWHERE);
            assertEquals(text, ((Setting.Scalar) read.items().get(0)).text());
        }
    }
}
