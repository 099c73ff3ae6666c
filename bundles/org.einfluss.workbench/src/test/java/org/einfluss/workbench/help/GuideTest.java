package org.einfluss.workbench.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideTest {
    @TempDir
    private Path folder;

    @Test
    void markdownBecomesHtml() {
        assertEquals(
                "<h2><a name=\"a--b\"></a>A &amp; b</h2>\n"
                        + "<p>An <i>odd</i> <code>*x* &lt; y</code> and <a href=\"other.md#c\">more</a>\n</p>\n"
                        + "<ul><li>one\n<pre>code  here\n</pre></li>\n<li>two\nlines\n</li>\n</ul>\n"
                        + "<table><tr><th>a</th><th>b</th></tr>\n<tr><td>1</td><td><code>x|y</code></td></tr>\n</table>\n",
                Markdown.html(
                        "## A & b\nAn *odd* `*x* < y` and [more](other.md#c)\n\n- one\n\n  ```sh\n  code  here\n  ```\n- two\n  lines\n\n"
                                + "| a | b |\n| --- | --- |\n| 1 | `x|y` |\n",
                        picture -> ""));
    }

    @Test
    void aPageIsShownInTheLanguageWhereItHasIt() throws IOException {
        Guide german =
                guide(Locale.GERMAN, Map.of("one.md", "# One\n", "one_de.md", "# Eins\n", "theory/two.md", "# Two\n"));
        assertEquals(List.of("one.md", "theory/two.md"), german.pages());
        assertEquals("Eins", german.title("one.md"));
        assertEquals("Two", german.title("theory/two.md"));
        assertEquals(Optional.of("one.md#x"), german.resolve("theory/two.md", "../one_de.md#x"));
        assertEquals(Optional.empty(), german.resolve("one.md", "../README.md"));
    }

    @Test
    void anAnchorOfTheEnglishPageLeadsToTheSameSectionOfItsTranslation() throws IOException {
        Map<String, String> pages = Map.of(
                "one.md",
                "# One\n## First part\n## Second part\n## Third part\n",
                "one_de.md",
                "# Eins\n## Erster Teil\n## Zweiter Teil\n",
                "two.md",
                "# Two\n## Only part\n");
        Guide german = guide(Locale.GERMAN, pages);
        assertEquals("zweiter-teil", german.anchor("one.md#second-part"));
        assertEquals("zweiter-teil", german.anchor("one.md#zweiter-teil"));
        assertEquals("third-part", german.anchor("one.md#third-part"));
        assertEquals("only-part", german.anchor("two.md#only-part"));
        assertEquals("second-part", guide(Locale.ENGLISH, pages).anchor("one.md#second-part"));
    }

    @Test
    void sectionsWithTheWordInTheirHeadingAreFoundFirst() throws IOException {
        Guide guide = guide(
                Locale.ENGLISH,
                Map.of(
                        "a.md",
                        "# A\nthe seed, a seed, and a seed\n## Other\nnone\n",
                        "b.md",
                        "# B\n## Seeds\nwho starts\n"));
        assertEquals(
                List.of("b.md#seeds", "a.md"),
                guide.search("SEED").stream().map(Guide.Hit::address).toList());
        assertEquals(List.of(), guide.search("seed nowhere"));
    }

    @Test
    void aComponentIsExplainedWhereItsSourceIs() throws IOException {
        Guide guide = guide(
                Locale.ENGLISH,
                Map.of(
                        "files.md",
                        "`watts` `watts` `watts`\n",
                        "theory/watts.md",
                        "# W\ndoi:10.1/x\n",
                        "t.md",
                        "model: ring\n"));
        assertEquals(Optional.of("theory/watts.md"), guide.pageOf("watts", List.of("doi:10.1/x")));
        assertEquals(Optional.of("files.md"), guide.pageOf("watts", List.of()));
        assertEquals(Optional.of("t.md"), guide.pageOf("ring", List.of()));
        assertTrue(guide.pageOf("rings", List.of()).isEmpty());
    }

    private Guide guide(Locale locale, Map<String, String> pages) throws IOException {
        Path jar = folder.resolve("guide.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> page : pages.entrySet()) {
                zip.putNextEntry(new ZipEntry("guide/" + page.getKey()));
                zip.write(page.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return Guide.read(jar, locale);
    }
}
