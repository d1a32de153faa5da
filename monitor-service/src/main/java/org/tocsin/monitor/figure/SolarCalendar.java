package org.tocsin.monitor.figure;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * The solar Hijri calendar of Iran and Afghanistan, by the 33-year cycle, which agrees with the observed calendar from
 * 1244 to 1472 (1865 to 2094).
 */
final class SolarCalendar {

    private static final int CYCLE_YEARS = 33;
    private static final int CYCLE_DAYS = 12_053;
    /** Any new year will do to count from: that of 1309 fell on 21 March 1930. */
    private static final int FIRST_YEAR = 1309;

    private static final LocalDate FIRST_DAY = LocalDate.of(1930, 3, 21);

    private SolarCalendar() {}

    /** @throws DateTimeException if there is no such day */
    static LocalDate date(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) {
            throw new DateTimeException("no such day in the solar calendar");
        }
        int dayOfYear = (month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30) + day - 1;
        return newYear(year).plusDays(dayOfYear);
    }

    static int lengthOfMonth(int year, int month) {
        if (month <= 6) {
            return 31;
        }
        return month < 12 || isLeap(year) ? 30 : 29;
    }

    /** The solar year in which a Gregorian day lies. */
    static int yearOf(LocalDate day) {
        int year = day.getYear() - 621;
        return day.isBefore(newYear(year)) ? year - 1 : year;
    }

    private static LocalDate newYear(int year) {
        int years = year - FIRST_YEAR;
        int cycles = Math.floorDiv(years, CYCLE_YEARS);
        LocalDate day = FIRST_DAY.plusDays((long) cycles * CYCLE_DAYS);
        for (int y = FIRST_YEAR + cycles * CYCLE_YEARS; y < year; y++) {
            day = day.plusDays(isLeap(y) ? 366 : 365);
        }
        return day;
    }

    static boolean isLeap(int year) {
        return switch (Math.floorMod(year, CYCLE_YEARS)) {
            case 1, 5, 9, 13, 17, 22, 26, 30 -> true;
            default -> false;
        };
    }
}
