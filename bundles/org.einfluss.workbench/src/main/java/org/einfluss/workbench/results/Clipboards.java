package org.einfluss.workbench.results;

import java.awt.Dimension;
import java.awt.Image;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import org.einfluss.workbench.session.Session;
import org.jfree.chart.JFreeChart;

/** Puts texts and pictures onto the clipboard. */
public final class Clipboards {
    private static final int DOTS = 3;

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
     * Copies a chart as a picture, three dots for each of the screen's, and tells so.
     *
     * @param session where it is told
     * @param chart the chart
     * @param size how large it is on the screen
     */
    static void copy(Session session, JFreeChart chart, Dimension size) {
        double zoom = ChartPane.zoom();
        Image image = chart.createBufferedImage(
                DOTS * size.width, DOTS * size.height, size.width / zoom, size.height / zoom, null);
        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new Copied(image), null);
        session.log().tell(session.texts().text("chart.copied", DOTS * size.width, DOTS * size.height));
    }

    /** A picture on the clipboard. */
    private record Copied(Image image) implements Transferable {
        @Override
        public DataFlavor[] getTransferDataFlavors() {
            return new DataFlavor[] {DataFlavor.imageFlavor};
        }

        @Override
        public boolean isDataFlavorSupported(DataFlavor flavor) {
            return DataFlavor.imageFlavor.equals(flavor);
        }

        @Override
        public Object getTransferData(DataFlavor flavor) throws UnsupportedFlavorException {
            if (!isDataFlavorSupported(flavor)) {
                throw new UnsupportedFlavorException(flavor);
            }
            return image;
        }
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
