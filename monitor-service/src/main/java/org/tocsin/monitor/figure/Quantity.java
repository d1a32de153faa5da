package org.tocsin.monitor.figure;

import org.jspecify.annotations.Nullable;

/**
 * A number with its hedges: what the text says about how many, before it is known of what.
 *
 * @param from first token, hedges included
 * @param to the token after the last, hedges included
 * @param number the first token of the number itself
 */
record Quantity(
        int from,
        int to,
        int number,
        @Nullable Long value,
        @Nullable Long lower,
        @Nullable Long upper,
        Quantifier quantifier) {

    static Quantity of(Numeral numeral, int from, int to, @Nullable Quantifier hedge) {
        return of(numeral.low(), numeral.high(), numeral.rough(), new int[] {from, to, numeral.from()}, hedge);
    }

    static Quantity between(Numeral low, Numeral high, int from, int to, @Nullable Quantifier hedge) {
        return of(low.low(), high.high(), true, new int[] {from, to, low.from()}, hedge);
    }

    private static Quantity of(double low, double high, boolean rough, int[] tokens, @Nullable Quantifier hedge) {
        Long value = low == high ? Long.valueOf(Math.round(low)) : null;
        Quantifier quantifier = hedge != null ? hedge : rough ? Quantifier.APPROXIMATELY : Quantifier.EXACT;
        Long lower = quantifier == Quantifier.LESS_THAN ? null : Long.valueOf(Math.round(low));
        Long upper = quantifier == Quantifier.MORE_THAN ? null : Long.valueOf(Math.round(high));
        return new Quantity(tokens[0], tokens[1], tokens[2], value, lower, upper, quantifier);
    }

    /** The same number with a hedge that was found after the noun, unless it has one already. */
    Quantity hedged(Quantifier hedge) {
        if (quantifier != Quantifier.EXACT || value == null) {
            return this;
        }
        return of(value, value, false, new int[] {from, to, number}, hedge);
    }

    /** Whether it may be at least so many. */
    boolean reaches(long number) {
        return upper == null || upper >= number;
    }

    boolean isOne() {
        return value != null && value == 1 && quantifier == Quantifier.EXACT;
    }
}
