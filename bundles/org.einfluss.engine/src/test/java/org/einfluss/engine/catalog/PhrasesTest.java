package org.einfluss.engine.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private final Phrases german = new Phrases(Locale.GERMAN, List.of(PhrasesTest.class));

    @Test
    void wholePhraseIsTranslated() {
        assertEquals("Mittlerer Grad", german.translate("Mean degree"));
        assertEquals("eine \"ganze\" Zahl", german.translate("a \"whole\" number"));
    }

    @Test
    void whatFillsHolesIsKeptAndTranslatedWhereItIsAPhrase() {
        assertEquals(
                "In Mittlerer Grad wurde eine \"ganze\" Zahl erwartet, gefunden: $1 {0}.",
                german.translate("Expected a \"whole\" number in Mean degree, found $1 {0}."));
    }

    @Test
    void namesStayAsTheyAre() {
        assertEquals("„Mean degree“ ist unbekannt", german.translate("'Mean degree' is unknown"));
        assertEquals("one, Mean degree", german.translate("one, Mean degree"));
    }

    @Test
    void mostLiteralPhraseWins() {
        assertEquals("In x wurde nichts erwartet, gefunden: y.", german.translate("Expected nothing in x, found y."));
    }

    @Test
    void placeIsKeptAndSentencesAreTranslatedOneByOne() {
        assertEquals(
                "a.yaml:3:7: In z wurde 1 erwartet, gefunden: 2. Meinten Sie zoo?",
                german.translate("a.yaml:3:7: Expected 1 in z, found 2. Did you mean zoo?"));
        assertEquals(
                "a:3: Meinten Sie zoo?\n--set b: Mittlerer Grad",
                german.translate("a:3: Did you mean zoo?\n--set b: Mean degree"));
        assertEquals(
                "In z wurde 1 erwartet, gefunden: 2. In y wurde nichts erwartet, gefunden: x.",
                german.translate("Expected 1 in z, found 2. Expected nothing in y, found x."));
    }

    @Test
    void whatHasNoTranslationStaysEnglish() {
        assertEquals("not yet translated", german.translate("not yet translated"));
        assertEquals("Other text. Meinten Sie q?", german.translate("Other text. Did you mean q?"));
        assertEquals("Mean degree", new Phrases(Locale.ENGLISH, List.of(PhrasesTest.class)).translate("Mean degree"));
        assertEquals("Mean degree", new Phrases(Locale.GERMAN, List.of(String.class)).translate("Mean degree"));
    }
}
