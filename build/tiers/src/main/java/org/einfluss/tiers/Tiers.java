package org.einfluss.tiers;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Counts the tests of each tier over all Surefire reports of a source tree, and objects to a tier that ran none. */
final class Tiers {
    private final Map<Tier, Count> counts = new EnumMap<>(Tier.class);

    /** Tests of one tier. */
    record Count(int passed, int failed, int skipped) {
        static final Count NONE = new Count(0, 0, 0);

        Count plus(Count other) {
            return new Count(passed + other.passed, failed + other.failed, skipped + other.skipped);
        }
    }

    /** Arguments: the root of the source tree, the list of expected tiers, the file to write the table to. */
    public static void main(String[] arguments) throws IOException {
        Tiers tiers = read(Path.of(arguments[0]));
        List<String> objections = tiers.objections(Files.readAllLines(Path.of(arguments[1])));
        String table = tiers.table(objections);
        Files.createDirectories(Path.of(arguments[2]).toAbsolutePath().getParent());
        Files.writeString(Path.of(arguments[2]), table);
        System.out.print(table);
        if (!objections.isEmpty()) {
            System.exit(1);
        }
    }

    /** Reads every report below a folder whose test class still exists. */
    static Tiers read(Path root) throws IOException {
        Tiers tiers = new Tiers();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean skip = !folder.equals(root) && name.startsWith(".") || name.equals("src");
                return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = file.getFileName().toString();
                if (name.startsWith("TEST-") && name.endsWith(".xml")) {
                    tiers.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return tiers;
    }

    private void add(Path report) throws IOException {
        Element suite;
        try {
            suite = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("Expected a test report, found something else: " + report, e);
        }
        String test = suite.getAttribute("name");
        Path compiled = report.resolveSibling("../test-classes/" + test.replace('.', '/') + ".class");
        if (Files.exists(compiled.normalize())) {
            int failed = number(suite, "failures") + number(suite, "errors");
            int skipped = number(suite, "skipped");
            counts.merge(
                    Tier.of(test), new Count(number(suite, "tests") - failed - skipped, failed, skipped), Count::plus);
        }
    }

    private static int number(Element suite, String attribute) {
        return Integer.parseInt(suite.getAttribute(attribute));
    }

    Count count(Tier tier) {
        return counts.getOrDefault(tier, Count.NONE);
    }

    /** What is wrong: failed tests, an expected tier without tests, a tier that has tests and is not expected. */
    List<String> objections(List<String> expectedLines) {
        List<String> objections = new ArrayList<>();
        List<Tier> expected = new ArrayList<>();
        for (String line : expectedLines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                Tier.titled(line.strip())
                        .ifPresentOrElse(expected::add, () -> objections.add("No such tier: " + line.strip()));
            }
        }
        for (Tier tier : Tier.values()) {
            Count count = count(tier);
            if (count.failed > 0) {
                objections.add("Tests failed in tier " + tier.title + ": " + count.failed);
            }
            if (expected.contains(tier) && count.passed + count.failed == 0) {
                objections.add("Tier " + tier.title + " is expected and ran no test");
            }
            if (!expected.contains(tier) && !count.equals(Count.NONE)) {
                objections.add("Tier " + tier.title + " has tests; list it in build/tiers/expected-tiers.txt");
            }
        }
        return objections;
    }

    String table(List<String> objections) {
        StringBuilder table = new StringBuilder(row("tier", "passed", "failed", "skipped"));
        Count sum = Count.NONE;
        for (Tier tier : Tier.values()) {
            Count count = count(tier);
            table.append(row(tier.title, "" + count.passed, "" + count.failed, "" + count.skipped));
            sum = sum.plus(count);
        }
        objections.forEach(objection -> table.append(objection).append('\n'));
        return table.append(String.format(
                        Locale.ROOT, "%d passed, %d failed, %d skipped%n", sum.passed, sum.failed, sum.skipped))
                .toString();
    }

    private static String row(String title, String passed, String failed, String skipped) {
        return String.format(Locale.ROOT, "%-14s %8s %8s %8s%n", title, passed, failed, skipped);
    }
}
