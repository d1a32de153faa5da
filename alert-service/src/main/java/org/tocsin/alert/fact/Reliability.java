package org.tocsin.alert.fact;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** How far a source is to be believed, on the Admiralty scale. */
public enum Reliability {
    /** Completely reliable. */
    A(0.80),
    /** Usually reliable. */
    B(0.65),
    /** Fairly reliable. */
    C(0.50),
    /** Not usually reliable. */
    D(0.30),
    /** Unreliable. */
    E(0.15),
    /** Cannot be judged: nothing is held against it, little is built on it. */
    F(0.35);

    private final double trust;

    Reliability(double trust) {
        this.trust = trust;
    }

    /** Probability between 0 and 1 that what this source alone reports took place; see docs/scoring.md. */
    public double trust() {
        return trust;
    }

    /** The grade by its letter; F, "cannot be judged", for none or an unknown one. */
    public static Reliability of(@Nullable String letter) {
        if (letter == null || letter.length() != 1) {
            return F;
        }
        return switch (letter.toUpperCase(Locale.ROOT)) {
            case "A" -> A;
            case "B" -> B;
            case "C" -> C;
            case "D" -> D;
            case "E" -> E;
            default -> F;
        };
    }
}
