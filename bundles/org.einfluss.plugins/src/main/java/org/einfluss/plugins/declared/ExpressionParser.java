package org.einfluss.plugins.declared;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.einfluss.engine.parameters.Names;

/**
 * Reads expressions such as {@code infection * node.susceptibility} or {@code node.age >= 18 and node.role = "leader"}.
 *
 * <p>A hyphen between letters belongs to a name; a minus sign stands between spaces. From loose to tight: {@code or}, {@code and},
 * {@code not}, comparisons, {@code + -}, {@code * /}, sign, {@code ^}.
 */
final class ExpressionParser {
    private static final int DEEPEST = 50;
    private static final Set<String> COMPARISONS = Set.of("=", "!=", "<", "<=", ">", ">=");
    private static final Set<String> OWNERS = Set.of("node", "source", "arc");
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(?<number>(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)"
            + "|(?<name>\\p{L}[\\p{L}\\p{N}_]*(?:-\\p{L}[\\p{L}\\p{N}_]*)*)"
            + "|(?<text>\"[^\"]*\"|'[^']*')|(?<sign><=|>=|!=|==|[-+*/^()=<>,.]))");

    /** What is wrong, and where in the text, from 0. */
    static final class Mistake extends Exception {
        private static final long serialVersionUID = 1L;
        final int at;

        Mistake(int at, String sentence) {
            super(sentence);
            this.at = at;
        }
    }

    /** A word of the text. */
    private record Token(String text, int at, boolean isNumber, boolean isName, boolean isText) {}

    private final Collection<String> parameters;
    private final List<Token> tokens = new ArrayList<>();
    private final int length;
    private int next;
    private int depth;

    private ExpressionParser(String text, Collection<String> parameters) throws Mistake {
        this.parameters = parameters;
        this.length = text.length();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (!text.substring(at).isBlank()) {
            if (!matcher.find(at) || matcher.start() != at) {
                int wrong = at
                        + text.substring(at).indexOf(text.substring(at).strip().charAt(0));
                throw new Mistake(
                        wrong,
                        "'" + text.charAt(wrong) + "' has no meaning in an expression; there are numbers, names, texts "
                                + "in quotation marks, + - * / ^ ( ), = != < <= > >=, and, or, not");
            }
            at = matcher.end();
            boolean number = matcher.group("number") != null;
            boolean name = matcher.group("name") != null;
            boolean quoted = matcher.group("text") != null;
            String token = matcher.group(number ? "number" : name ? "name" : quoted ? "text" : "sign");
            tokens.add(new Token(token, at - token.length(), number, name, quoted));
        }
    }

    /**
     * Reads a number.
     *
     * @param text the expression
     * @param parameters names of the parameters
     */
    static Expression number(String text, Collection<String> parameters) throws Mistake {
        Expression expression = new ExpressionParser(text, parameters).whole();
        if (expression.isCondition()) {
            throw new Mistake(0, "A number was expected here, not a condition; conditions stand after 'when'");
        }
        return expression;
    }

    /**
     * Reads a condition.
     *
     * @param text the expression
     * @param parameters names of the parameters
     */
    static Expression condition(String text, Collection<String> parameters) throws Mistake {
        Expression expression = new ExpressionParser(text, parameters).whole();
        if (!expression.isCondition()) {
            throw new Mistake(0, "A condition was expected here, such as node.age >= 18, not a number");
        }
        return expression;
    }

    /**
     * Reads a threshold: a number, or the law by which it is drawn for each node.
     *
     * @param text the expression
     * @param parameters names of the parameters
     */
    static Expression threshold(String text, Collection<String> parameters) throws Mistake {
        ExpressionParser parser = new ExpressionParser(text, parameters);
        Token first = parser.peek().orElse(new Token("", 0, false, false, false));
        if (!Expression.LAWS.containsKey(first.text())) {
            return number(text, parameters);
        }
        parser.next++;
        List<Expression> arguments = parser.arguments(first.text(), Expression.LAWS);
        parser.end();
        for (Expression argument : arguments) {
            if (!argument.isGlobal()) {
                throw new Mistake(first.at(), "A law takes numbers and parameters, no columns; was " + text.strip());
            }
        }
        return new Expression.Law(first.text(), arguments.get(0), arguments.get(1));
    }

    private Expression whole() throws Mistake {
        if (tokens.isEmpty()) {
            throw new Mistake(0, "An expression is missing here");
        }
        Expression expression = or();
        end();
        return expression;
    }

    private void end() throws Mistake {
        if (next < tokens.size()) {
            Token token = tokens.get(next);
            throw new Mistake(
                    token.at(),
                    token.text().equals("==")
                            ? "Write = for equality, not =="
                            : "'" + token.text()
                                    + "' was not expected here; an operator is missing or something is left over");
        }
    }

    private Expression or() throws Mistake {
        Expression left = and();
        while (take("or")) {
            left = new Expression.Binary("or", condition(left), condition(and()));
        }
        return left;
    }

    private Expression and() throws Mistake {
        Expression left = not();
        while (take("and")) {
            left = new Expression.Binary("and", condition(left), condition(not()));
        }
        return left;
    }

    private Expression not() throws Mistake {
        if (take("not")) {
            return deeper(() -> new Expression.Unary("not", condition(not())));
        }
        return comparison();
    }

    private Expression comparison() throws Mistake {
        Expression left = sum();
        Optional<Token> operator = peek().filter(token -> COMPARISONS.contains(token.text()) && !token.isText());
        if (operator.isEmpty()) {
            return left;
        }
        next++;
        String sign = operator.get().text();
        if (peek().filter(Token::isText).isPresent()) {
            String text = tokens.get(next++).text();
            boolean equality = sign.equals("=") || sign.equals("!=");
            if (!(left instanceof Expression.Value value) || !equality || Expression.DEGREES.contains(value.column())) {
                throw new Mistake(
                        operator.get().at(),
                        "A text is compared with a column by = or !=, as in node.role = \"leader\"");
            }
            return new Expression.HasText(
                    value.owner(), value.column(), text.substring(1, text.length() - 1), sign.equals("!="));
        }
        return new Expression.Binary(sign, number(left), number(sum()));
    }

    private Expression sum() throws Mistake {
        Expression left = product();
        for (String sign = oneOf("+", "-"); !sign.isEmpty(); sign = oneOf("+", "-")) {
            left = new Expression.Binary(sign, number(left), number(product()));
        }
        return left;
    }

    private Expression product() throws Mistake {
        Expression left = unary();
        for (String sign = oneOf("*", "/"); !sign.isEmpty(); sign = oneOf("*", "/")) {
            left = new Expression.Binary(sign, number(left), number(unary()));
        }
        return left;
    }

    private Expression unary() throws Mistake {
        if (take("-")) {
            return deeper(() -> new Expression.Unary("-", number(unary())));
        }
        Expression base = primary();
        if (take("^")) {
            return deeper(() -> new Expression.Binary("^", number(base), number(unary())));
        }
        return base;
    }

    private Expression primary() throws Mistake {
        Token token = peek().orElseThrow(() -> new Mistake(length, "A number or a name is missing at the end"));
        next++;
        if (token.isNumber()) {
            return new Expression.Literal(Double.parseDouble(token.text()));
        }
        if (token.text().equals("(")) {
            return deeper(() -> {
                Expression inner = or();
                expect(")");
                return inner;
            });
        }
        if (token.isText()) {
            throw new Mistake(token.at(), "A text stands to the right of = or !=, as in node.role = \"leader\"");
        }
        if (!token.isName() || Set.of("and", "or", "not").contains(token.text())) {
            throw new Mistake(token.at(), "A number or a name was expected here, found '" + token.text() + "'");
        }
        String name = token.text();
        if (OWNERS.contains(name) && take(".")) {
            return column(Expression.Owner.valueOf(name.toUpperCase(Locale.ROOT)));
        }
        if (Expression.FUNCTIONS.containsKey(name)) {
            return deeper(() -> new Expression.Call(name, arguments(name, Expression.FUNCTIONS)));
        }
        if (Expression.LAWS.containsKey(name)) {
            throw new Mistake(
                    token.at(),
                    "'" + name + "' draws a threshold and stands alone, as in share-at-least: " + name + "(0, 1)");
        }
        if (!parameters.contains(name)) {
            throw new Mistake(token.at(), unknown(name));
        }
        return new Expression.Named(name);
    }

    private Expression column(Expression.Owner owner) throws Mistake {
        Token token = peek().orElseThrow(() -> new Mistake(length, "The name of a column is missing at the end"));
        next++;
        if (!token.isName() && !token.isText()) {
            throw new Mistake(token.at(), "The name of a column was expected here, found '" + token.text() + "'");
        }
        String name = token.isText() ? token.text().substring(1, token.text().length() - 1) : token.text();
        if (owner == Expression.Owner.ARC && Expression.DEGREES.contains(name)) {
            throw new Mistake(token.at(), "An arc has no degree; write node." + name + " or source." + name);
        }
        return new Expression.Value(owner, name);
    }

    private List<Expression> arguments(String name, Map<String, Integer> known) throws Mistake {
        expect("(");
        List<Expression> arguments = new ArrayList<>();
        do {
            arguments.add(number(or()));
        } while (take(","));
        expect(")");
        if (arguments.size() != known.get(name)) {
            throw new Mistake(
                    tokens.get(next - 1).at(),
                    "'" + name + "' takes " + known.get(name) + " numbers, found " + arguments.size());
        }
        return arguments;
    }

    private String unknown(String name) {
        int hyphen = name.indexOf('-');
        boolean difference = hyphen > 0
                && parameters.contains(name.substring(0, hyphen))
                && parameters.contains(name.substring(hyphen + 1));
        if (difference) {
            return "Unknown parameter '" + name + "'; to subtract, put spaces around the minus sign";
        }
        return Names.unknown("parameter", name, parameters) + ". A column is written node." + name;
    }

    private interface Part {
        Expression read() throws Mistake;
    }

    private Expression deeper(Part part) throws Mistake {
        if (++depth > DEEPEST) {
            throw new Mistake(tokens.get(next - 1).at(), "The expression is nested too deeply");
        }
        Expression expression = part.read();
        depth--;
        return expression;
    }

    private Expression number(Expression expression) throws Mistake {
        return demand(expression, !expression.isCondition(), () -> "A number was expected here, not a condition");
    }

    private Expression condition(Expression expression) throws Mistake {
        return demand(
                expression,
                expression.isCondition(),
                () -> "A condition such as node.age >= 18 was expected here, not a number");
    }

    private Expression demand(Expression expression, boolean fits, Supplier<String> sentence) throws Mistake {
        if (!fits) {
            throw new Mistake(tokens.get(next - 1).at(), sentence.get());
        }
        return expression;
    }

    private Optional<Token> peek() {
        return next < tokens.size() ? Optional.of(tokens.get(next)) : Optional.empty();
    }

    private boolean take(String word) {
        boolean there = peek().filter(token -> token.text().equals(word)).isPresent();
        next += there ? 1 : 0;
        return there;
    }

    private String oneOf(String first, String second) {
        return take(first) ? first : take(second) ? second : "";
    }

    private void expect(String sign) throws Mistake {
        if (!take(sign)) {
            throw new Mistake(
                    peek().map(Token::at).orElse(length),
                    "'" + sign + "' was expected here"
                            + peek().map(token -> ", found '" + token.text() + "'")
                                    .orElse(""));
        }
    }
}
