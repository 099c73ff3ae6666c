package org.einfluss.formats.internal;

import java.util.Locale;
import java.util.regex.Pattern;
import org.einfluss.api.InputException;
import org.einfluss.formats.Attribute;

/** Values that a file writes as text and whose type it states, as GraphML and GEXF do. */
public final class TypedText {
    private static final Pattern SPECIAL = Pattern.compile("NaN|[-+]?(INF|Infinity)");

    private TypedText() {}

    /**
     * Returns the kind of a stated type.
     *
     * @param type the type's name
     * @param place where it stands
     */
    public static Attribute.Kind kind(String type, InputException.Place place) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "boolean" -> Attribute.Kind.BOOLEAN;
            case "int", "integer", "long", "short", "byte", "biginteger" -> Attribute.Kind.INTEGER;
            case "float", "double", "bigdecimal" -> Attribute.Kind.DOUBLE;
            case "string", "liststring", "anyuri", "char" -> Attribute.Kind.TEXT;
            default ->
                throw new InputException(
                        place,
                        "Expected the type boolean, int, long, float, double or string, found '" + type
                                + "'. Correct attr.type.");
        };
    }

    /**
     * Puts a value.
     *
     * @param attribute receives it
     * @param index number of the node or tie
     * @param value the value as it stands in the file
     * @param kind its stated type
     * @param place where it stands
     * @throws InputException when it is no value of the type
     */
    public static void put(
            Attribute attribute, int index, String value, Attribute.Kind kind, InputException.Place place) {
        switch (kind) {
            case INTEGER -> {
                String text = value.strip();
                if (!NumberText.isWhole(text, 19)) {
                    throw wrong(attribute, text, "int", place);
                }
                try {
                    attribute.put(index, Long.parseLong(text));
                } catch (NumberFormatException tooLarge) {
                    throw wrong(attribute, text, "int", place);
                }
            }
            case DOUBLE -> attribute.put(index, number(attribute, value.strip(), place));
            case BOOLEAN -> {
                String text = value.strip();
                boolean yes = text.equals("1") || text.equalsIgnoreCase("true");
                if (!yes && !text.equals("0") && !text.equalsIgnoreCase("false")) {
                    throw wrong(attribute, text, "boolean", place);
                }
                attribute.put(index, yes);
            }
            case TEXT, FOUND, OPEN -> attribute.put(index, value);
        }
    }

    private static double number(Attribute attribute, String text, InputException.Place place) {
        if (!NumberText.isDecimal(text) && !SPECIAL.matcher(text).matches()) {
            throw wrong(attribute, text, "double", place);
        }
        return text.endsWith("INF")
                ? text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY
                : Double.parseDouble(text);
    }

    private static InputException wrong(Attribute attribute, String text, String type, InputException.Place place) {
        return new InputException(
                place,
                "Expected a value of type " + type + " for '" + attribute.name() + "', found '"
                        + EdgeListLayout.shortened(text) + "'. Correct it.");
    }
}
