package org.einfluss.plugins.declared;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A number or a condition, made of parameters, columns and arithmetic. */
sealed interface Expression {
    /** Functions by name, with the number of their arguments. */
    Map<String, Integer> FUNCTIONS = Map.of("min", 2, "max", 2, "exp", 1, "log", 1, "sqrt", 1, "abs", 1);
    /** Laws by which a threshold is drawn. */
    Map<String, Integer> LAWS = Map.of("uniform", 2, "normal", 2);
    /** Numbers of arcs, which are no columns. */
    Set<String> DEGREES = Set.of("in-degree", "out-degree");

    /** Whose column it is. */
    enum Owner {
        /** The one that changes. */
        NODE,
        /** The one that influences it. */
        SOURCE,
        /** The arc between them. */
        ARC;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A number as written. */
    record Literal(double value) implements Expression {}

    /** A parameter. */
    record Named(String name) implements Expression {}

    /** A column's number, or a degree. */
    record Value(Owner owner, String column) implements Expression {}

    /** Whether a column holds a text, or does not. */
    record HasText(Owner owner, String column, String text, boolean negated) implements Expression {}

    /** Change of sign, or {@code not}. */
    record Unary(String operator, Expression of) implements Expression {}

    /** Two operands. */
    record Binary(String operator, Expression left, Expression right) implements Expression {}

    /** A function of numbers. */
    record Call(String function, List<Expression> arguments) implements Expression {}

    /** A law by which a number is drawn for each node, once per run; never part of another expression. */
    record Law(String name, Expression first, Expression second) implements Expression {}

    /** Returns whether it is a condition, not a number. */
    default boolean isCondition() {
        return this instanceof HasText
                || this instanceof Unary unary && unary.operator().equals("not")
                || this instanceof Binary binary && !"+-*/^".contains(binary.operator());
    }

    /** Shows every part, itself first. */
    default void visit(Consumer<Expression> visitor) {
        visitor.accept(this);
        if (this instanceof Unary unary) {
            unary.of().visit(visitor);
        } else if (this instanceof Binary binary) {
            binary.left().visit(visitor);
            binary.right().visit(visitor);
        } else if (this instanceof Call call) {
            call.arguments().forEach(argument -> argument.visit(visitor));
        } else if (this instanceof Law law) {
            law.first().visit(visitor);
            law.second().visit(visitor);
        }
    }

    /** Returns whether it looks at columns or degrees of an owner. */
    default boolean uses(Owner owner) {
        boolean[] found = new boolean[1];
        visit(part -> found[0] |= part instanceof Value value && value.owner() == owner
                || part instanceof HasText has && has.owner() == owner);
        return found[0];
    }

    /** Returns whether it has the same value for everybody. */
    default boolean isGlobal() {
        return !uses(Owner.NODE) && !uses(Owner.SOURCE) && !uses(Owner.ARC);
    }

    /** Returns its value where it is a number as written. */
    default Optional<Double> constant() {
        return this instanceof Literal literal
                ? Optional.of(literal.value())
                : this instanceof Unary unary && unary.operator().equals("-") && unary.of() instanceof Literal literal
                        ? Optional.of(-literal.value())
                        : Optional.empty();
    }
}
