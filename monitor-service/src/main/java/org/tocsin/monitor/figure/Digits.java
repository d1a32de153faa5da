package org.tocsin.monitor.figure;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A number as it stands in digits.
 *
 * @param value its likeliest value
 * @param decimal its value if the only separator is read as a decimal one ("1.300" may be 1.3); NaN if it cannot be
 * @param separator the separator that the two readings hang on, 0 if there is none
 * @param shape what kind of number it is
 * @param length how many digits it has
 * @param calendar year, month and day as written, for {@link Shape#DATE}
 * @param end UTF-16 offset after the last digit
 */
record Digits(
        double value,
        double decimal,
        char separator,
        Shape shape,
        int length,
        @Nullable List<Integer> calendar,
        int end) {

    enum Shape {
        /** Digits alone: may be a count, a year, a day of the month. */
        PLAIN,
        GROUPED,
        /** With a fraction: a count only before a multiplier ("1.3 million"). */
        DECIMAL,
        /** Two numbers with a slash: a Persian decimal before a multiplier, otherwise no count. */
        SLASHED,
        DATE,
        /** Times, telephone numbers, model names, scores: never a count. */
        CODE
    }

    boolean isCount() {
        return shape == Shape.PLAIN || shape == Shape.GROUPED;
    }

    /** Whether it could be the number of a year in the Gregorian or the solar calendar. */
    boolean looksLikeYear() {
        return shape == Shape.PLAIN
                && length == 4
                && (value >= 1300 && value <= 1450 || value >= 1900 && value <= 2100);
    }
}
