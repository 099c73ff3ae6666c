package org.einfluss.workbench.help;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The guide: pages in Markdown with their pictures, as the help bundle's jar has them; in one language where it has the page, else English. */
public final class Guide {
    /** The page with the contents. */
    public static final String CONTENTS = "index.md";

    private static final String FOLDER = "guide/";
    private static final Pattern TRANSLATED = Pattern.compile(".*_[a-z]{2}\\.md");
    private static final String THEORIES = "theory/";
    private static final int MANY = 1000;
    private static final int WIDEST = 540;
    private static final int SNIPPET = 110;

    private final Path jar;
    private final Map<String, String> pages;
    private final Map<String, String> english;
    private final Map<String, int[]> pictures;

    /**
     * A place of the guide that a search found.
     *
     * @param address page and anchor
     * @param title title of the page, and the heading
     * @param text what stands there, shortened
     */
    public record Hit(String address, String title, String text) {
        @Override
        public String toString() {
            return title;
        }
    }

    private record Section(String page, String title, String heading, String text) {}

    private Guide(Path jar, Map<String, String> pages, Map<String, String> english, Map<String, int[]> pictures) {
        this.jar = jar;
        this.pages = pages;
        this.english = english;
        this.pictures = pictures;
    }

    /**
     * Reads the guide.
     *
     * @param jar the help bundle
     * @param locale the language
     * @throws IOException when it cannot be read
     */
    public static Guide read(Path jar, Locale locale) throws IOException {
        Map<String, String> all = new TreeMap<>();
        Map<String, int[]> pictures = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                String name = entry.getName();
                if (!name.startsWith(FOLDER)) {
                    continue;
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    if (name.endsWith(".md")) {
                        all.put(name.substring(FOLDER.length()), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    } else if (name.endsWith(".png")) {
                        ByteBuffer head = ByteBuffer.wrap(in.readNBytes(24)); // width and height are in the first chunk
                        pictures.put(name.substring(FOLDER.length()), new int[] {head.getInt(16), head.getInt(20)});
                    }
                }
            }
        }
        Map<String, String> pages = new LinkedHashMap<>();
        all.forEach((name, text) -> {
            if (!TRANSLATED.matcher(name).matches()) {
                pages.put(name, all.getOrDefault(name.replace(".md", "_" + locale.getLanguage() + ".md"), text));
            }
        });
        return new Guide(jar, pages, all, pictures);
    }

    /** Returns the names of all pages, sorted. */
    public List<String> pages() {
        return List.copyOf(pages.keySet());
    }

    /**
     * Returns where an address of a page leads.
     *
     * @param from the page it stands on
     * @param link as it is written, may have an anchor
     * @return page and anchor of this guide; empty when it leads out of it
     */
    public Optional<String> resolve(String from, String link) {
        String path = URI.create(FOLDER + from).resolve(link).normalize().toString();
        String inside = path.startsWith(FOLDER) ? path.substring(FOLDER.length()) : path;
        String page = page(inside).replaceFirst("_[a-z]{2}\\.md$", ".md");
        return pages.containsKey(page)
                ? Optional.of(page + inside.substring(page(inside).length()))
                : Optional.empty();
    }

    /**
     * Returns the anchor of an address on the page as it is shown; a translated page has the same sections in the same order.
     *
     * @param address page and anchor, that of the English page or of this one
     */
    String anchor(String address) {
        String page = page(address);
        String anchor = address.substring(Math.min(page.length() + 1, address.length()));
        List<String> shown = anchors(page, pages.get(page));
        int place = anchors(page, english.get(page)).indexOf(anchor);
        return shown.contains(anchor) || place < 0 || place >= shown.size() ? anchor : shown.get(place);
    }

    private List<String> anchors(String page, String text) {
        return sections(page, text).stream()
                .map(section -> Markdown.anchor(section.heading()))
                .toList();
    }

    /** Returns the page of an address that may have an anchor. */
    static String page(String address) {
        int hash = address.indexOf('#');
        return hash < 0 ? address : address.substring(0, hash);
    }

    /**
     * Returns the title of a page.
     *
     * @param page its name
     */
    public String title(String page) {
        return pages.get(page)
                .lines()
                .filter(line -> line.startsWith("# "))
                .map(line -> line.substring(2))
                .findFirst()
                .orElse(page);
    }

    /**
     * Returns a page as HTML.
     *
     * @param page its name
     */
    public String html(String page) {
        return Markdown.html(pages.get(page), link -> {
            String file = URI.create(page).resolve(link).toString();
            int[] size = pictures.getOrDefault(file, new int[] {WIDEST, WIDEST});
            double shrink = Math.min(1, (double) WIDEST / size[0]);
            return "src=\"" + file + "\" width=\"" + Math.round(size[0] * shrink) + "\" height=\""
                    + Math.round(size[1] * shrink) + "\"";
        });
    }

    /** Returns what addresses of pictures are relative to. */
    URL base() {
        try {
            return new URL("jar:" + jar.toUri() + "!/" + FOLDER);
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Returns the page on a component: on the theory that it cites, else the one that names it most often.
     *
     * @param id the component's id
     * @param cite its sources
     */
    public Optional<String> pageOf(String id, List<String> cite) {
        Pattern name = Pattern.compile("(`|: )" + Pattern.quote(id) + "(?=[`,} \n])");
        return pages.entrySet().stream()
                .map(page -> Map.entry(
                        page.getKey(),
                        (int) name.matcher(page.getValue()).results().count()
                                + (page.getKey().startsWith(THEORIES) ? MANY : 1)
                                        * cite.stream()
                                                .mapToInt(source ->
                                                        count(page.getValue(), source.replaceFirst("^doi:", "")))
                                                .sum()))
                .filter(page -> page.getValue() > 0)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    /**
     * Finds the sections that contain all words, those with the words in their heading first.
     *
     * @param words the words, in any case
     */
    public List<Hit> search(String words) {
        List<String> wanted = List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        if (wanted.get(0).isEmpty()) {
            return List.of();
        }
        Map<Hit, Integer> found = new LinkedHashMap<>();
        pages.forEach((page, text) -> {
            for (Section section : sections(page, text)) {
                String heading = (section.title() + " " + section.heading()).toLowerCase(Locale.ROOT);
                String body = section.text().toLowerCase(Locale.ROOT);
                if (wanted.stream().allMatch(word -> body.contains(word) || heading.contains(word))) {
                    int score = wanted.stream()
                            .mapToInt(word -> 20 * count(heading, word) + count(body, word))
                            .sum();
                    found.put(hit(section, wanted.get(0)), score);
                }
            }
        });
        return found.entrySet().stream()
                .sorted(Map.Entry.<Hit, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Hit hit(Section section, String word) {
        String text = section.text().replaceAll("[`*|#\\s]+", " ");
        int place = Math.max(0, text.toLowerCase(Locale.ROOT).indexOf(word) - SNIPPET / 3);
        String snippet = (place > 0 ? "… " : "")
                + text.substring(place, Math.min(text.length(), place + SNIPPET))
                        .strip();
        boolean isTop = section.heading().isEmpty();
        return new Hit(
                section.page() + (isTop ? "" : "#" + Markdown.anchor(section.heading())),
                section.title() + (isTop ? "" : ": " + section.heading()),
                snippet);
    }

    private List<Section> sections(String page, String text) {
        List<Section> sections = new ArrayList<>();
        String heading = "";
        StringBuilder body = new StringBuilder();
        boolean inCode = false;
        for (String line : text.lines().toList()) {
            inCode ^= line.startsWith("```");
            if (!inCode && line.startsWith("## ")) {
                sections.add(new Section(page, title(page), heading, body.toString()));
                heading = line.substring(3).strip();
                body.setLength(0);
            } else if (inCode || !line.startsWith("# ")) {
                body.append(line).append('\n');
            }
        }
        sections.add(new Section(page, title(page), heading, body.toString()));
        return sections;
    }

    private static int count(String text, String word) {
        int count = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            count++;
        }
        return count;
    }
}
