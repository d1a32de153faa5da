package org.tocsin.monitor.figure;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * One meaning of a word or phrase.
 *
 * @param low the number of a cardinal, multiplier, month or weekday; the lower end of a vague word
 * @param high the upper end of a vague word, otherwise the same as low
 * @param argument what the section's header adds to the role: an action, a quantifier, a unit of time, a calendar
 */
record Sense(Role role, double low, double high, @Nullable String argument) {

    Action action() {
        return Action.valueOf(requireNonNull(argument));
    }

    Quantifier quantifier() {
        return Quantifier.valueOf(requireNonNull(argument));
    }

    Per per() {
        return Per.valueOf(requireNonNull(argument));
    }

    boolean is(String expected) {
        return expected.equals(argument);
    }
}
