package org.einfluss.help;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of the guide and the README of the repository, and the code blocks in them. */
final class Guide {
    static final Path ROOT = Path.of(System.getProperty("einfluss.root", "../.."))
            .toAbsolutePath()
            .normalize();
    static final Path FOLDER = ROOT.resolve("bundles/org.einfluss.help/src/main/resources/guide");
    private static final String GERMAN = "_de.md";
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```([a-z]*)\n(.*?)^```$");

    /**
     * A code block.
     *
     * @param page where it is
     * @param language what stands after the opening fence
     * @param text the lines
     */
    record Block(Path page, String language, String text) {
        @Override
        public String toString() {
            return ROOT.relativize(page) + ": " + text.lines().findFirst().orElse("");
        }
    }

    private Guide() {}

    static List<Path> pages() {
        List<Path> pages = new ArrayList<>(files(FOLDER, ".md"));
        pages.add(ROOT.resolve("README.md"));
        return pages;
    }

    /** The German pages, each a translation of the English page beside it. */
    static List<Path> translations() {
        return files(FOLDER, GERMAN);
    }

    /** The English page that a German one translates. */
    static Path original(Path translation) {
        return translation.resolveSibling(translation.getFileName().toString().replace(GERMAN, ".md"));
    }

    /** What stands on a page outside its code blocks. */
    static String prose(Path page) {
        return BLOCK.matcher(text(page)).replaceAll("");
    }

    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks of a language; those of translations are the same. */
    static List<Block> blocks(String language) {
        return pages().stream()
                .filter(page -> !page.toString().endsWith(GERMAN))
                .flatMap(page -> blocks(page).stream())
                .filter(block -> block.language().equals(language))
                .toList();
    }

    static List<Block> blocks(Path page) {
        List<Block> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text(page));
        while (block.find()) {
            blocks.add(new Block(page, block.group(1), block.group(2)));
        }
        return blocks;
    }
}
