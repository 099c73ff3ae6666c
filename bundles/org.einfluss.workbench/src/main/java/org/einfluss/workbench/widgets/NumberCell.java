package org.einfluss.workbench.widgets;

import java.awt.Component;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import org.einfluss.workbench.texts.Texts;

/** Shows numbers at the right, with four digits. */
public final class NumberCell extends DefaultTableCellRenderer {
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;

    /**
     * Makes a renderer.
     *
     * @param texts the language
     */
    public NumberCell(Texts texts) {
        this.texts = texts;
        setHorizontalAlignment(SwingConstants.TRAILING);
    }

    /**
     * Writes a cell as it is shown.
     *
     * @param value its value, null where it is missing
     * @param texts the language
     */
    public static String text(Object value, Texts texts) {
        return value instanceof Double number ? texts.number(number) : value == null ? "" : String.valueOf(value);
    }

    /**
     * Writes a cell for other programs: all digits, a decimal point, nothing where it is missing.
     *
     * @param value its value, null where it is missing
     */
    public static String plain(Object value) {
        return value == null || value instanceof Double number && number.isNaN() ? "" : String.valueOf(value);
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable of, Object value, boolean selected, boolean focus, int row, int column) {
        return super.getTableCellRendererComponent(of, text(value, texts), selected, focus, row, column);
    }
}
