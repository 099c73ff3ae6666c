package org.einfluss.theory.watts;

/** Who is credited with an adoption when several sources had adopted before. */
public enum CreditRule {
    /** The source that adopted first. */
    FIRST,
    /** The source that adopted last before the adopter. */
    LAST,
    /** All sources in equal parts. */
    EQUAL
}
