package org.tocsin.alert.score;

/** Severity in the words of CAP 1.2, lowest first. */
public enum Band {
    MINOR,
    MODERATE,
    SEVERE,
    EXTREME;

    /** The band of a severity from 0 to 100. */
    public static Band of(int severity) {
        if (severity < 25) {
            return MINOR;
        }
        if (severity < 50) {
            return MODERATE;
        }
        return severity < 75 ? SEVERE : EXTREME;
    }

    public boolean above(Band other) {
        return compareTo(other) > 0;
    }
}
