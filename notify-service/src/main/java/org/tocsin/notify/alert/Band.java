package org.tocsin.notify.alert;

/** Severity bands of CAP 1.2, from the lowest to the highest. */
public enum Band {
    MINOR,
    MODERATE,
    SEVERE,
    EXTREME;

    /** Whether a first alert of this band is sent at once whatever the subscriber's schedule says. */
    public boolean critical() {
        return this == EXTREME;
    }

    public boolean atLeast(Band other) {
        return compareTo(other) >= 0;
    }
}
