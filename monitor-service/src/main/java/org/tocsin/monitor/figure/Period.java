package org.tocsin.monitor.figure;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A span of days named in a sentence.
 *
 * @param start first token
 * @param end the token after the last
 */
record Period(@Nullable LocalDate from, @Nullable LocalDate to, int start, int end) {

    static Period day(LocalDate day, int start, int end) {
        return new Period(day, day, start, end);
    }

    Period at(int newStart, int newEnd) {
        return new Period(from, to, newStart, newEnd);
    }
}
