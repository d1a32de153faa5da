package org.tocsin.monitor.series;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How often a series has a value. Periods are numbered without gaps, so that "n periods ago" is a subtraction; period 0
 * holds 1970-01-01. Days are those of UTC, weeks begin on Monday (ISO 8601).
 */
public enum Periodicity {
    DAY(365.25),
    WEEK(365.25 / 7),
    MONTH(12),
    QUARTER(4),
    YEAR(1);

    /** A Monday; the epoch itself is a Thursday. */
    private static final LocalDate FIRST_WEEK = LocalDate.of(1969, 12, 29);

    private static final LocalDate EPOCH = LocalDate.EPOCH;
    private static final int MONTHS_OF_QUARTER = 3;

    private final double perYear;

    Periodicity(double perYear) {
        this.perYear = perYear;
    }

    /** The number of the period that holds a day. */
    public long periodOf(LocalDate day) {
        return switch (this) {
            case DAY -> day.toEpochDay();
            case WEEK -> Math.floorDiv(ChronoUnit.DAYS.between(FIRST_WEEK, day), 7);
            case MONTH -> monthOf(day);
            case QUARTER -> Math.floorDiv(monthOf(day), MONTHS_OF_QUARTER);
            case YEAR -> day.getYear() - EPOCH.getYear();
        };
    }

    private static long monthOf(LocalDate day) {
        return (day.getYear() - EPOCH.getYear()) * 12L + day.getMonthValue() - 1;
    }

    /** The first day of a period. */
    public LocalDate start(long period) {
        return switch (this) {
            case DAY -> LocalDate.ofEpochDay(period);
            case WEEK -> FIRST_WEEK.plusWeeks(period);
            case MONTH -> EPOCH.plusMonths(period);
            case QUARTER -> EPOCH.plusMonths(period * MONTHS_OF_QUARTER);
            case YEAR -> EPOCH.plusYears(period);
        };
    }

    /** The last day of a period. */
    public LocalDate end(long period) {
        return start(period + 1).minusDays(1);
    }

    /** Periods of so many years, rounded up: 366 days for one year, 1,096 for three. */
    public int periodsIn(int years) {
        return (int) Math.ceil(perYear * years);
    }
}
