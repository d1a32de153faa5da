package org.tocsin.alert.match;

import java.util.function.Supplier;

/**
 * How likely two reports tell of one event.
 *
 * @param odds logarithm of the odds
 * @param why what decided, for people; asked of the one match that counts, among a hundred that do not
 */
public record Match(double odds, Supplier<String> why) {

    /** From here on two reports are taken for one event. */
    public static final double SAME = 0.5;

    /** Beyond these, more evidence changes nothing that a reader could see. */
    private static final double CERTAIN = 30;

    public Match {
        odds = Math.max(-CERTAIN, Math.min(CERTAIN, odds));
    }

    /** 0 to 1. */
    public double probability() {
        return 1 / (1 + Math.exp(-odds));
    }

    /** What decided, for people. */
    public String reason() {
        return why.get();
    }

    public boolean same() {
        return probability() >= SAME;
    }
}
