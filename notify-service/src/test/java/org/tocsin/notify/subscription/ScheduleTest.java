package org.tocsin.notify.subscription;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.notify.alert.Band;

import static org.assertj.core.api.Assertions.assertThat;

class ScheduleTest {

    @Test
    void atOnceIsNow() {
        Instant now = Instant.parse("2025-07-14T06:00:00Z");
        assertThat(Schedule.AT_ONCE.due(now, Band.MINOR)).isEqualTo(now);
    }

    @ParameterizedTest
    @CsvSource({
        // Berlin is two hours ahead in summer, one in winter.
        "DAILY,   2025-07-14T05:59:59Z, 2025-07-14T06:00:00Z",
        "DAILY,   2025-07-14T06:00:00Z, 2025-07-15T06:00:00Z",
        "DAILY,   2025-10-25T07:00:00Z, 2025-10-26T07:00:00Z",
        "DAILY,   2026-03-28T08:00:00Z, 2026-03-29T06:00:00Z",
        "HOURLY,  2025-07-14T05:59:59Z, 2025-07-14T06:00:00Z",
        "HOURLY,  2025-07-14T06:00:00Z, 2025-07-14T07:00:00Z",
        "WEEKLY,  2025-07-14T05:00:00Z, 2025-07-14T06:00:00Z",
        "WEEKLY,  2025-07-14T06:00:00Z, 2025-07-21T06:00:00Z",
        "WEEKLY,  2025-07-16T06:00:00Z, 2025-07-21T06:00:00Z",
    })
    void digestsKeepTheirLocalTime(Schedule.Mode mode, Instant now, Instant due) {
        Schedule schedule =
                new Schedule(mode, LocalTime.of(8, 0), DayOfWeek.MONDAY, ZoneId.of("Europe/Berlin"), null, null);
        assertThat(schedule.due(now, Band.SEVERE)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        // The gap of 2026-03-29 skips 02:30, the overlap of 2025-10-26 has it twice.
        "2026-03-29T00:00:00Z, 2026-03-29T01:30:00Z",
        "2025-10-25T22:00:00Z, 2025-10-26T00:30:00Z",
        "2025-10-26T00:30:00Z, 2025-10-27T01:30:00Z",
    })
    void changesToAndFromSummerTimeNeitherSkipNorRepeat(Instant now, Instant due) {
        Schedule schedule = new Schedule(
                Schedule.Mode.DAILY, LocalTime.of(2, 30), DayOfWeek.MONDAY, ZoneId.of("Europe/Berlin"), null, null);
        assertThat(schedule.due(now, Band.SEVERE)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        // Kabul is four and a half hours ahead; quiet from 22:00 to 07:00.
        "SEVERE,  2025-07-14T17:29:59Z, 2025-07-14T17:29:59Z",
        "SEVERE,  2025-07-14T17:30:00Z, 2025-07-15T02:30:00Z",
        "SEVERE,  2025-07-14T22:00:00Z, 2025-07-15T02:30:00Z",
        "SEVERE,  2025-07-15T02:30:00Z, 2025-07-15T02:30:00Z",
        "EXTREME, 2025-07-14T22:00:00Z, 2025-07-14T22:00:00Z",
    })
    void quietHoursPutOffWhatCanWait(Band band, Instant now, Instant due) {
        Schedule schedule = new Schedule(
                Schedule.Mode.IMMEDIATE,
                LocalTime.of(8, 0),
                DayOfWeek.MONDAY,
                ZoneId.of("Asia/Kabul"),
                new Schedule.QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), Band.EXTREME),
                null);
        assertThat(schedule.due(now, band)).isEqualTo(due);
    }
}
