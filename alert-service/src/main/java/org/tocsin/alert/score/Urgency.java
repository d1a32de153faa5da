package org.tocsin.alert.score;

/** When to act, in the words of CAP 1.2. */
public enum Urgency {
    /** It is going on and severe. */
    IMMEDIATE,
    /** It is going on, or announced and severe. */
    EXPECTED,
    /** It is announced. */
    FUTURE
}
