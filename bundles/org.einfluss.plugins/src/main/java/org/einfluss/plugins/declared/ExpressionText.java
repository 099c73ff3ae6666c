package org.einfluss.plugins.declared;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.einfluss.engine.parameters.NumberText;

/** Writes an expression, as it is declared or as Java. As Java it gathers the columns that the Java needs. */
final class ExpressionText {
    private static final Map<String, String> OF_JAVA = Map.of("or", "||", "and", "&&", "=", "==");

    /** Local variables with columns: name and what it is set to. */
    final Map<String, String> columns = new LinkedHashMap<>();

    /** Whether a degree was written. */
    boolean usesDegrees;

    private final Map<String, String> nameOf = new LinkedHashMap<>();
    private final Set<String> taken;
    private final boolean java;

    private ExpressionText(boolean java, Set<String> taken) {
        this.java = java;
        this.taken = new LinkedHashSet<>(taken);
    }

    /**
     * Writes Java.
     *
     * @param taken names that no local variable may have
     */
    static ExpressionText java(Set<String> taken) {
        return new ExpressionText(true, taken);
    }

    /** Writes an expression as it is declared. */
    static String declared(Expression expression) {
        return new ExpressionText(false, Set.of()).text(expression);
    }

    String text(Expression expression) {
        return text(expression, 0);
    }

    private String text(Expression expression, int outer) {
        if (expression instanceof Expression.Literal literal) {
            return java ? Double.toString(literal.value()) : NumberText.of(literal.value());
        }
        if (expression instanceof Expression.Named named) {
            return java ? "p." + camel(named.name()) + "()" : named.name();
        }
        if (expression instanceof Expression.Value value) {
            return java ? value(value) : value.owner().word() + "." + quoted(value.column());
        }
        if (expression instanceof Expression.HasText has) {
            return java
                    ? (has.negated() ? "!" : "") + has(has)
                    : has.owner().word() + "." + quoted(has.column()) + (has.negated() ? " != " : " = ") + "\""
                            + has.text() + "\"";
        }
        if (expression instanceof Expression.Unary unary) {
            boolean not = unary.operator().equals("not");
            String sign = not ? java ? "!" : "not " : "-";
            int own = not && !java ? 3 : 7;
            return parenthesised(sign + text(unary.of(), own + (not ? 0 : 1)), own, outer);
        }
        if (expression instanceof Expression.Binary binary) {
            return binary(binary, outer);
        }
        if (expression instanceof Expression.Call call) {
            return (java ? "StrictMath." : "") + call.function() + list(call.arguments().stream());
        }
        Expression.Law law = (Expression.Law) expression;
        return law.name() + list(Stream.of(law.first(), law.second()));
    }

    private String list(Stream<Expression> arguments) {
        return arguments.map(this::text).collect(Collectors.joining(", ", "(", ")"));
    }

    private String binary(Expression.Binary binary, int outer) {
        String operator = binary.operator();
        if (java && operator.equals("^")) {
            return "StrictMath.pow(" + text(binary.left()) + ", " + text(binary.right()) + ")";
        }
        int own = switch (operator) {
            case "or" -> 1;
            case "and" -> 2;
            case "+", "-" -> 5;
            case "*", "/" -> 6;
            case "^" -> 8;
            default -> 4;
        };
        if (java && operator.equals("!=")) { // what is missing is a NaN, of which no comparison is true
            String left = text(binary.left(), 5);
            String right = text(binary.right(), 5);
            return "(" + left + " < " + right + " || " + left + " > " + right + ")";
        }
        String sign = java ? OF_JAVA.getOrDefault(operator, operator) : operator;
        // Only and, or, + and * may regroup; even they do not, so that sums round as declared.
        return parenthesised(
                text(binary.left(), operator.equals("^") ? own + 1 : own) + " " + sign + " "
                        + text(binary.right(), own + 1),
                own,
                outer);
    }

    private static String parenthesised(String text, int own, int outer) {
        return own < outer ? "(" + text + ")" : text;
    }

    private String value(Expression.Value value) {
        if (Expression.DEGREES.contains(value.column())) {
            usesDegrees = true;
            return "graph." + camel(value.column()) + "(" + value.owner().word() + ")";
        }
        boolean arc = value.owner() == Expression.Owner.ARC;
        String set = "Columns." + (arc ? "ofArcs" : "ofNodes") + "(network, " + JavaText.string(value.column()) + ")";
        return column("double[]", set, value.column(), "") + "[" + value.owner().word() + "]";
    }

    private String has(Expression.HasText has) {
        boolean arc = has.owner() == Expression.Owner.ARC;
        String set = "Columns." + (arc ? "arcsWith" : "nodesWith") + "(network, " + JavaText.string(has.column()) + ", "
                + JavaText.string(has.text()) + ")";
        return column("boolean[]", set, has.column(), " is " + has.text()) + "["
                + has.owner().word() + "]";
    }

    private String column(String type, String set, String column, String text) {
        return nameOf.computeIfAbsent(set, key -> {
            String name = unique(words(column + text, ExpressionText::camel));
            columns.put(name, type + " " + name + " = " + set + ";");
            return name;
        });
    }

    private String unique(String wish) {
        String name = wish;
        for (int i = 2; name.isEmpty() || !SourceVersion.isName(name) || !taken.add(name); i++) {
            name = (SourceVersion.isName(wish) ? wish : "column") + i;
        }
        return name;
    }

    /** The ASCII letters and digits of a text as words joined by hyphens, then made a name. */
    private static String words(String text, Function<String, String> name) {
        String words =
                text.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-+|-+$", "").toLowerCase(Locale.ROOT);
        return name.apply(words.length() > 40 ? words.substring(0, 40) : words);
    }

    private static String quoted(String column) {
        return column.matches("[A-Za-z]\\w*(-[A-Za-z]\\w*)*") ? column : "\"" + column + "\"";
    }

    /** {@code mean-degree} becomes {@code meanDegree}. */
    static String camel(String kebab) {
        StringBuilder camel = new StringBuilder();
        for (String word : kebab.split("-", -1)) {
            camel.append(camel.isEmpty() ? word : pascal(word));
        }
        return camel.toString();
    }

    /** {@code mean-degree} becomes {@code MeanDegree}. */
    static String pascal(String kebab) {
        StringBuilder pascal = new StringBuilder();
        for (String word : kebab.split("-", -1)) {
            pascal.append(word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return pascal.toString();
    }
}
