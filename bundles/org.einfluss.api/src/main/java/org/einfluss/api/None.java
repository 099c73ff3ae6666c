package org.einfluss.api;

/** The parameter record of a component that has no parameters. */
public record None() {}
