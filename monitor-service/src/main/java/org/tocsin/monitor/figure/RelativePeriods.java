package org.tocsin.monitor.figure;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

import org.jspecify.annotations.Nullable;

/** Reads periods that are named by their distance from the day of publication. */
final class RelativePeriods {

    private final Sentence sentence;
    private final LocalDate published;

    RelativePeriods(Sentence sentence, LocalDate published) {
        this.sentence = sentence;
        this.published = published;
    }

    /** @param i where the word for the unit of time stands */
    @Nullable
    Period read(int i, Per unit) {
        int end = sentence.after(i);
        int before = sentence.before(i);
        Sense sense = sentence.sense(i, Role.TIME);
        boolean hours = sense != null && sense.low() > 0;
        int number = countBefore(i);
        if (number >= 0) {
            int count = count(number);
            int start = number;
            if (sentence.has(sentence.before(number), Role.PAST)) {
                start = sentence.before(number);
            } else if (sentence.has(end, Role.PAST)) {
                end = sentence.after(end);
            } else {
                return count == 1 && unit == Per.DAY && !hours ? lastDay(start, end) : null;
            }
            return hours ? window(1, Per.DAY, start, end) : window(count, unit, start, end);
        }
        if (hours) {
            return null;
        }
        if (sentence.has(before, Role.PAST)) {
            return previous(unit, before, end);
        }
        if (sentence.has(end, Role.PAST)) {
            return previous(unit, i, sentence.after(end));
        }
        if (sentence.has(before, Role.THIS)) {
            return current(unit, before, end);
        }
        return sentence.has(end, Role.THIS) ? current(unit, i, sentence.after(end)) : null;
    }

    /** "In one day": the last day that was complete when the report came out. */
    private Period lastDay(int start, int end) {
        return Period.day(published.minusDays(1), start, end);
    }

    private Period window(int count, Per unit, int start, int end) {
        return new Period(minus(count, unit), published, start, end);
    }

    private LocalDate minus(int count, Per unit) {
        return switch (unit) {
            case DAY -> published.minusDays(count);
            case WEEK -> published.minusWeeks(count);
            case MONTH -> published.minusMonths(count);
            case YEAR -> published.minusYears(count);
        };
    }

    private Period previous(Per unit, int start, int end) {
        LocalDate first = first(unit);
        return new Period(minus(first, unit), first.minusDays(1), start, end);
    }

    private Period current(Per unit, int start, int end) {
        return new Period(first(unit), published, start, end);
    }

    private LocalDate first(Per unit) {
        return switch (unit) {
            case DAY -> published;
            case WEEK -> published.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> published.withDayOfMonth(1);
            case YEAR -> published.withDayOfYear(1);
        };
    }

    private static LocalDate minus(LocalDate day, Per unit) {
        return switch (unit) {
            case DAY -> day.minusDays(1);
            case WEEK -> day.minusWeeks(1);
            case MONTH -> day.minusMonths(1);
            case YEAR -> day.minusYears(1);
        };
    }

    private int countBefore(int i) {
        int at = sentence.before(i);
        return at >= 0 && count(at) > 0 ? at : -1;
    }

    private int count(int at) {
        Digits digits = sentence.digits(at);
        if (digits != null) {
            return digits.isCount() && digits.value() <= 999 ? (int) digits.value() : 0;
        }
        Sense word = sentence.sense(at, Role.CARDINAL);
        return word != null && word.low() <= 999 ? (int) word.low() : 0;
    }
}
