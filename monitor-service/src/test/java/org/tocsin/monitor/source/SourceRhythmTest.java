package org.tocsin.monitor.source;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SourceRhythmTest {

    private static final Instant MONDAY = Instant.parse("2025-07-14T08:00:00Z");

    @Test
    void aSilentHourlySourceIsNoticed() {
        SourceRhythm rhythm = SourceRhythm.of(every(Duration.ofHours(1), 50));
        Instant last = MONDAY.plus(Duration.ofHours(49));

        assertThat(rhythm.isBrokenAt(last.plus(Duration.ofHours(5)))).isFalse();
        assertThat(rhythm.isBrokenAt(last.plus(Duration.ofHours(7)))).isTrue();
        assertThat(rhythm.complaint(last.plus(Duration.ofHours(7))))
                .isEqualTo("Nothing new for 7 hours; its longest usual pause is 60 minutes.");
    }

    @Test
    void weekendsAreUsual() {
        List<Instant> workdays = IntStream.range(0, 40)
                .filter(day -> day % 7 < 5)
                .mapToObj(day -> MONDAY.plus(Duration.ofDays(day)))
                .toList();
        SourceRhythm rhythm = SourceRhythm.of(workdays);
        Instant last = workdays.get(workdays.size() - 1);

        assertThat(rhythm.usualPause()).isEqualTo(Duration.ofDays(3));
        assertThat(rhythm.isBrokenAt(last.plus(Duration.ofDays(4)))).isFalse();
        assertThat(rhythm.isBrokenAt(last.plus(Duration.ofDays(5)))).isTrue();
    }

    @Test
    void oneOutageIsNotUsual() {
        List<Instant> reports = new ArrayList<>(every(Duration.ofHours(1), 50));
        reports.add(MONDAY.plus(Duration.ofDays(20)));

        assertThat(SourceRhythm.of(reports).usualPause()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void littleIsKnownOfANewSource() {
        SourceRhythm rhythm = SourceRhythm.of(every(Duration.ofHours(1), 4));

        assertThat(rhythm.usualPause()).isNull();
        assertThat(rhythm.isBrokenAt(MONDAY.plus(Duration.ofDays(100)))).isFalse();
        assertThat(SourceRhythm.of(List.of())).isEqualTo(SourceRhythm.UNKNOWN);
    }

    private static List<Instant> every(Duration pause, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> MONDAY.plus(pause.multipliedBy(i)))
                .toList();
    }
}
