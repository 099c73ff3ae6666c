package org.einfluss.engine.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class YamlEditTest {
    private static final String TEXT = """
            # why it is done
            title: "A small map"   # for people
            network: {id: random, nodes: 1000}  # small

            # two models
            model:
              # the simple one
              - independent-cascade
              - id: watts-threshold   # Watts 2002
                threshold: 0.2
            seeding: random
            # the key of the paper
            key: 42
            """;

    @Test
    void aChangedValueIsTheOnlyThingThatChanges() {
        assertEquals(TEXT.replace("key: 42", "key: 7"), edit("key", "7"));
        assertEquals(TEXT.replace("nodes: 1000", "nodes: 50"), edit("network", "{id: random, nodes: 50}"));
        assertEquals(
                TEXT.replace("threshold: 0.2", "threshold: {vary: [0.1, 0.2]}"),
                edit("model", "[independent-cascade, {id: watts-threshold, threshold: {vary: [0.1, 0.2]}}]"));
    }

    @Test
    void whatIsAddedStandsAtTheEndOfItsBlock() {
        assertEquals(TEXT + "recording: every-step\n", edit("recording", "every-step"));
        assertEquals(
                TEXT.replace("threshold: 0.2\n", "threshold: 0.2\n    absolute: true\n"),
                edit("model", "[independent-cascade, {id: watts-threshold, threshold: 0.2, absolute: true}]"));
        assertEquals(
                TEXT.replace("threshold: 0.2\n", "threshold: 0.2\n  - voter\n"),
                edit("model", "[independent-cascade, {id: watts-threshold, threshold: 0.2}, voter]"));
        assertEquals(
                TEXT.replace("nodes: 1000}", "nodes: 1000, links: 3}"),
                edit("network", "{id: random, nodes: 1000, links: 3}"));
    }

    @Test
    void whatIsRemovedLeavesItsComments() {
        Setting.Fields without = read(TEXT).without("key");
        assertEquals(TEXT.replace("key: 42\n", ""), YamlSettings.edit(TEXT, "x.yaml", without));
        assertEquals(
                TEXT.replace("  - independent-cascade\n", ""),
                edit("model", "[{id: watts-threshold, threshold: 0.2}]"));
        String one = edit("model", "{id: watts-threshold, threshold: 0.2}");
        assertTrue(one.contains("# Watts 2002") && one.contains("# the simple one"), one);
        assertSays("model", "{id: watts-threshold, threshold: 0.2}", one);
    }

    @Test
    void noEditLosesAComment() {
        List<String> comments = TEXT.lines()
                .filter(line -> line.contains("#"))
                .map(line -> line.substring(line.indexOf('#')))
                .toList();
        assertEquals(7, comments.size());
        for (String value : List.of(
                "voter",
                "[voter]",
                "{id: voter, bias: 0.1}",
                "[voter, independent-cascade]",
                "[{id: independent-cascade, probability: 0.1}, voter, sir]",
                "\"# no comment\"")) {
            for (String key : List.of("title", "network", "model", "seeding", "key", "new")) {
                String edited = edit(key, value);
                comments.forEach(comment -> assertTrue(edited.contains(comment), comment + " is lost in\n" + edited));
                assertSays(key, value, edited);
            }
        }
    }

    @Test
    void aFileWithoutLastLineEndAndWithWideLettersIsChangedToo() {
        String text = "title: \"\uD83D\uDE00 ü\"\nkey: 42";
        assertEquals(
                "title: \"\uD83D\uDE00 ü\"\nkey: 7",
                YamlSettings.edit(text, "x.yaml", read(text).with("key", Setting.of("7"))));
        assertEquals(
                text + "\nrecording: log\n",
                YamlSettings.edit(text, "x.yaml", read(text).with("recording", Setting.of("log"))));
    }

    @Test
    void anchorsAreWrittenOutAndCommentsStayAbove() {
        String text = "model: &m {id: sir}  # mine\nother: *m\n";
        String edited = YamlSettings.edit(text, "x.yaml", read(text).with("model", value("{id: sis}")));
        assertTrue(edited.contains("# mine"), edited);
        assertEquals("{id: sir}", read(edited).find("other").orElseThrow().flow());
        assertSays("model", "{id: sis}", edited);
    }

    private static String edit(String key, String value) {
        return YamlSettings.edit(TEXT, "x.yaml", read(TEXT).with(key, value(value)));
    }

    private static void assertSays(String key, String value, String text) {
        assertEquals(value(value).flow(), read(text).find(key).orElseThrow().flow(), text);
    }

    private static Setting value(String text) {
        return read("v: " + text + "\n").find("v").orElseThrow();
    }

    private static Setting.Fields read(String text) {
        return YamlSettings.read(text, "x.yaml");
    }
}
