package org.einfluss.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.swing.JList;
import javax.swing.text.JTextComponent;
import javax.swing.text.html.HTML;
import javax.swing.text.html.HTMLDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The guide inside the window. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class HelpWindowTest {
    @TempDir
    private Path folder;

    @Test
    void helpOpensOnWhatOneIsDoingAndIsSearched() throws Exception {
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            assertTrue(workbench.frame().isShowing());
            Screen.focus("welcome.run");
            Screen.key("F1");
            awaitPage("Getting started");
            assertEquals(List.of(), Screen.unnamed());
            Screen.focus("navigator.tree");
            Screen.key("F1");
            awaitPage("The workbench");
            Screen.press("guide.back");
            awaitPage("Getting started");
            Screen.press("guide.forward");
            awaitPage("The workbench");
            Screen.shoot("guide");

            JTextComponent words = Screen.await("guide.words", JTextComponent.class);
            Screen.type(words, "vulnerable cluster");
            Screen.await("guide.found", list -> ((JList<?>) list).getModel().getSize() > 0);
            Screen.focus("guide.words");
            Screen.key("ENTER");
            awaitPage("Threshold cascades after Watts");
            Screen.shoot("guide-search");
            Screen.type(words, "no such words anywhere");
            Screen.await("guide.found", list -> ((JList<?>) list).getModel().getSize() == 0);
            Screen.press("guide.contents");
            awaitPage("Einfluss: the guide");
        }
    }

    @Test
    void helpOnThePlacesOfTheWindowIsThereInGerman() throws Exception {
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "de")) {
            assertTrue(workbench.frame().isShowing());
            Screen.focus("navigator.tree");
            Screen.key("F1");
            awaitPage("Das Fenster");
            Screen.await(
                    "guide.page",
                    page -> ((JTextComponent) page).getVisibleRect().y > 0); // at the section, not at the top
            Screen.shoot("guide-de");
        }
    }

    @Test
    void everyPageIsShownWithItsPictures() throws Exception {
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "de")) {
            assertTrue(workbench.frame().isShowing());
            Screen.choose("guide");
            JList<?> found = Screen.await("guide.found", JList.class);
            int pages = Screen.see(() -> found.getModel().getSize());
            assertTrue(pages >= 20, pages + " pages");
            Component page = Screen.await("guide.page", component -> true);
            for (int i = 0; i < pages; i++) {
                int index = i;
                Screen.see(() -> {
                    found.setSelectedIndex(index);
                    return true;
                });
                Screen.focus("guide.found");
                Screen.key("ENTER");
                String title = Screen.see(() -> page.getAccessibleContext().getAccessibleName());
                String text = text();
                assertTrue(text.startsWith(title), () -> title + " is shown as " + text);
                assertTrue(
                        !text.contains("](") && !text.contains("**") && !text.contains("|--"),
                        () -> title + ": " + text);
                assertEquals(List.of(), missingPictures((JTextComponent) page), title);
            }
        }
    }

    @Test
    void aModelsFormLeadsToItsTheory() throws Exception {
        try (WorkbenchFixture workbench = new WorkbenchFixture(folder, "en")) {
            assertTrue(workbench.frame().isShowing());
            Screen.press("welcome.ready.window-map");
            Screen.press("experiment.model[0].help");
            awaitPage("Threshold cascades after Watts");
        }
    }

    private static List<Object> missingPictures(JTextComponent page) {
        return Screen.see(() -> {
            List<Object> missing = new ArrayList<>();
            HTMLDocument document = (HTMLDocument) page.getDocument();
            HTMLDocument.Iterator pictures = document.getIterator(HTML.Tag.IMG);
            for (; pictures.isValid(); pictures.next()) {
                Object source = pictures.getAttributes().getAttribute(HTML.Attribute.SRC);
                try (InputStream in = new URL(document.getBase(), source.toString()).openStream()) {
                    if (in.read() != 0x89) {
                        missing.add(source);
                    }
                } catch (IOException none) {
                    missing.add(source);
                }
            }
            return missing;
        });
    }

    private static void awaitPage(String title) {
        Screen.await(
                "guide.page", page -> title.equals(page.getAccessibleContext().getAccessibleName()));
    }

    private static String text() {
        JTextComponent page = Screen.await("guide.page", JTextComponent.class);
        return Screen.see(() ->
                page.getDocument().getText(0, page.getDocument().getLength()).strip());
    }
}
