package org.einfluss.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.ImportReport;
import org.einfluss.formats.RoundTripTest.Format;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The order of ties means nothing, whether they are lines or elements: what is read is the same, bit for bit. */
class LineOrderTest {
    private static final int NETWORKS = 200;

    /** The line before the first that may stand elsewhere; the lines of other formats stand for nodes by their number. */
    private static final Map<String, String> BEFORE = Map.of(
            "edge list, commas", "source,.*",
            "edge list, tabs", "source\t.*",
            "edge list, blanks", "source .*",
            "adjacency list", "",
            "Matrix Market", "[0-9]+ [0-9]+ [0-9]+",
            "Pajek network", "[*](Arcs|Edges).*",
            "DOT", "(strict )?(di)?graph.*",
            "UCINET DL", "(?i)data:.*");

    private static final String XML_TIES = "(?s)<edge\\b[^>]*?/>|<edge\\b.*?</edge>";

    /** A tie, in formats where it is no line; what stands between ties stays where it is. */
    private static final Map<String, Pattern> TIE = Map.of(
            "GraphML", Pattern.compile(XML_TIES),
            "GEXF", Pattern.compile(XML_TIES),
            "GML", Pattern.compile("(?s)  edge \\[\n.*?\n  \\]\n"),
            "JSON of nodes and links", Pattern.compile("(?m)^\\{\"source\": .*\\}(?=,?$)"));

    static Stream<Format<?, ?>> formats() {
        return RoundTripTest.formats()
                .filter(format -> BEFORE.containsKey(format.name()) || TIE.containsKey(format.name()));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void doesNotMatter(Format<?, ?> format) throws IOException {
        int moved = 0;
        for (int key = 0; key < NETWORKS; key++) {
            Network network = new RandomNetworks(key, format.holds().features()).next();
            StringBuilder text = new StringBuilder();
            ImportReport report = new ImportReport();
            try {
                format.back(network, report, text);
            } catch (InputException refused) {
                continue;
            }
            RandomStream random = new RandomStream(key);
            String turned = TIE.containsKey(format.name())
                    ? turned(text.toString(), TIE.get(format.name()), random)
                    : turned(text.toString(), BEFORE.get(format.name()), random);
            moved += turned.contentEquals(text) ? 0 : 1;
            assertArrayEquals(
                    read(format, network, text.toString()).sha256(),
                    read(format, network, turned).sha256(),
                    () -> text + "\n" + turned);
        }
        assertTrue(moved > NETWORKS / 4, moved + " files with lines in another order are too few to tell anything");
    }

    private static Network read(Format<?, ?> format, Network network, String text) throws IOException {
        return format.read(network, text.getBytes(StandardCharsets.UTF_8), Progress.NONE);
    }

    private static String turned(String text, Pattern tie, RandomStream random) {
        List<String> ties = new ArrayList<>(
                tie.matcher(text).results().map(MatchResult::group).toList());
        shuffle(ties, random);
        Iterator<String> next = ties.iterator();
        return tie.matcher(text).replaceAll(found -> Matcher.quoteReplacement(next.next()));
    }

    private static void shuffle(List<String> ties, RandomStream random) {
        for (int i = ties.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            ties.set(j, ties.set(i, ties.get(j)));
        }
    }

    private static String turned(String text, String before, RandomStream random) {
        List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)")));
        int from = 0;
        while (!before.isEmpty()
                && from < lines.size()
                && !lines.get(from++).strip().matches(before)) {
            // to the head of the ties
        }
        int to = from;
        while (to < lines.size() && !lines.get(to).matches("(?s)[*\\]}].*")) {
            to++;
        }
        List<String> ties = lines.subList(from, to);
        boolean wholeLines = ties.stream()
                .allMatch(line -> line.chars().filter(c -> c == '"').count() % 2 == 0);
        if (wholeLines) {
            shuffle(ties, random);
        }
        return String.join("", lines);
    }
}
