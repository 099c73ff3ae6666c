package org.einfluss.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Describes one component of a parameter record: form field, command-line option and file key at once.
 *
 * <p>Component types: {@code int}, {@code long}, {@code double}, {@code boolean}, {@code String}, enums, nested records,
 * lists of those, {@link java.util.Optional} of those, and sealed interfaces of records for "one of these alternatives". An
 * alternative is chosen by the key {@code kind}, whose value is the record's name in kebab-case. Where no kind is given, a
 * single value stands for the first alternative with exactly one component: {@code threshold: 0.18} means
 * <code>threshold: {kind: constant, value: 0.18}</code>. Such an interface lists its records after {@code permits}: without that,
 * the compiler is free to reorder them.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@ProviderType
public @interface Param {
    /** Returns the label in English; other languages stand in message files by key. */
    String value();

    /**
     * Returns the default as text, parsed like a user's input: {@code 0.1}; for an enum or an alternative without components its
     * name; for lists, records and alternatives YAML in flow style such as {@code [1, 2]} or
     * <code>{kind: normal, mean: 0.18, sd: 0.05}</code>. Empty: it must be given.
     */
    String initial() default "";

    /** Returns the allowed interval, for example {@code [0,1]}, {@code (0,1]} or {@code [1,inf)}; empty: any value. */
    String range() default "";

    /** Returns the unit, for example {@code nodes} or {@code per arc and step}; empty: dimensionless. */
    String unit() default "";

    /** Returns the letter used in the cited paper. */
    String symbol() default "";

    /** Returns one sentence of help. */
    String help() default "";

    /** Returns whether forms fold it away. */
    boolean advanced() default false;
}
