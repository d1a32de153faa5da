package org.tocsin.monitor.indicator;

/** What a period without an observation means. */
public enum Gaps {
    /** Nobody knows. */
    UNKNOWN,
    /** Nothing happened: the source tells only what did. */
    ZERO
}
