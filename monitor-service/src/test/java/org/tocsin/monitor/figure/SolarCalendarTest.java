package org.tocsin.monitor.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the solar calendar against the known new years and ICU's implementation. */
class SolarCalendarTest {

    private static final ULocale PERSIAN = ULocale.forLanguageTag("fa-u-ca-persian");

    @Test
    void agreesWithIcuOnEveryDayOfAHundredYears() {
        for (int year = 1330; year <= 1430; year++) {
            for (int month = 1; month <= 12; month++) {
                Calendar persian = Calendar.getInstance(TimeZone.GMT_ZONE, PERSIAN);
                persian.clear();
                persian.set(year, month - 1, 1);
                LocalDate expected = Instant.ofEpochMilli(persian.getTimeInMillis())
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate();

                assertThat(SolarCalendar.date(year, month, 1))
                        .as(year + "/" + month)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void knowsTheSummerOf1404() {
        assertThat(SolarCalendar.date(1404, 4, 1)).isEqualTo(LocalDate.of(2025, 6, 22));
        assertThat(SolarCalendar.yearOf(LocalDate.of(2025, 3, 20))).isEqualTo(1403);
        assertThat(SolarCalendar.yearOf(LocalDate.of(2025, 3, 21))).isEqualTo(1404);
    }
}
