package org.tocsin.monitor.figure;

/** How the text limits a figure. */
public enum Quantifier {
    EXACT,
    /** "More than", "at least": {@link Figure#lower()} is known, {@link Figure#upper()} is not. */
    MORE_THAN,
    /** "Up to", "nearly", "fewer than": {@link Figure#upper()} is known, {@link Figure#lower()} is not. */
    LESS_THAN,
    /** "About", a range, or a vague word such as "dozens". */
    APPROXIMATELY
}
