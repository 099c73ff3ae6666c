package org.einfluss.workbench.results;

import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import org.einfluss.workbench.session.Session;

/** Puts texts onto the clipboard. */
public final class Clipboards {
    private Clipboards() {}

    /**
     * Copies a text and tells so.
     *
     * @param session where it is told
     * @param text the text
     */
    public static void copy(Session session, String text) {
        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
        session.log().tell(session.texts().text("copied", text));
    }

    /**
     * Puts quotation marks around a word of a command line where it needs them.
     *
     * @param word the word
     */
    public static String quoted(String word) {
        return word.matches("[\\p{L}\\p{N}_./:=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
