package org.tocsin.alert.figure;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A number of people as one text gives it.
 *
 * @param value the number; null for ranges and vague numbers
 * @param lower least number meant, or null if open
 * @param upper greatest number meant, or null if open
 * @param quantifier how exact it is said to be
 * @param unit PERSON or HOUSEHOLD
 * @param action what happened to them: DEPORTED, KILLED, …; null if the text does not say
 * @param group who they are, if said
 * @param per the period of a true rate, or null
 * @param from first day of the period counted, or null
 * @param to last day of the period counted, or null
 * @param cumulative whether it is a running total
 * @param status whether it happened or is announced
 * @param quote the words of the text
 */
public record Figure(
        @Nullable Long value,
        @Nullable Long lower,
        @Nullable Long upper,
        Quantifier quantifier,
        String unit,
        @Nullable String action,
        @Nullable String group,
        @Nullable Per per,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean cumulative,
        Status status,
        String quote) {

    /** People in a household when only households are counted: UNHCR's planning figure for the region. */
    private static final int HOUSEHOLD = 5;

    /** How exact a number is said to be. */
    public enum Quantifier {
        EXACT,
        MORE_THAN,
        LESS_THAN,
        APPROXIMATELY
    }

    /** The period of a rate. */
    public enum Per {
        DAY(1),
        WEEK(7),
        MONTH(30),
        YEAR(365);

        private final int days;

        Per(int days) {
            this.days = days;
        }

        /** Length in days, a month taken as 30 and a year as 365. */
        public int days() {
            return days;
        }
    }

    /** Whether it happened. */
    public enum Status {
        ACTUAL,
        /** Announced, ordered, feared or threatened. */
        PLANNED
    }

    /** What kind of number it is; numbers of different kinds are never compared. */
    public enum Nature {
        /** People in one event or one stretch of time. */
        FLOW,
        /** A running total, or the number at a moment. */
        STOCK,
        /** People in each period. */
        RATE
    }

    public Nature nature() {
        if (per != null) {
            return Nature.RATE;
        }
        return cumulative ? Nature.STOCK : Nature.FLOW;
    }

    /** The one number to compare by: the value, or the lower or upper bound. Never negative; 0 if nothing is said. */
    public long amount() {
        if (value != null) {
            return value;
        }
        if (lower != null) {
            return lower;
        }
        return upper != null ? upper : 0;
    }

    /** The amount in persons. */
    public long people() {
        return "HOUSEHOLD".equals(unit) ? Math.multiplyExact(amount(), HOUSEHOLD) : amount();
    }

    /** The least number that agrees with what is said. */
    public long least() {
        if (lower != null) {
            return quantifier == Quantifier.APPROXIMATELY ? lower - lower / 10 : lower;
        }
        // "Nearly n" is said of numbers just below n.
        return value != null ? value - value / 5 : 0;
    }

    /** The greatest number that agrees with what is said; "more than n" is said of numbers up to half as many again. */
    public long greatest() {
        if (upper != null) {
            return quantifier == Quantifier.APPROXIMATELY ? upper + upper / 10 : upper;
        }
        return amount() + amount() / 2;
    }

    /** Whether both can be true of the same people. */
    public boolean agreesWith(Figure other) {
        return least() <= other.greatest() && other.least() <= greatest();
    }

    /** Whether the number is a precise count that two reports would not share by chance, such as 286,631. */
    public boolean telling() {
        if (value == null || value < 20) {
            return false;
        }
        long rest = value;
        while (rest % 10 == 0) {
            rest /= 10;
        }
        return rest >= 20;
    }
}
