package org.tocsin.alert.match;

/**
 * How likely two reports tell of one event.
 *
 * @param probability 0 to 1; the same event from one half on
 * @param reason what decided, for people
 */
public record Match(double probability, String reason) {

    /** From here on two reports are taken for one event. */
    public static final double SAME = 0.5;

    /** Logarithm of the odds. */
    double odds() {
        return Math.log(probability / (1 - probability));
    }

    public boolean same() {
        return probability >= SAME;
    }
}
