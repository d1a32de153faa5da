package org.tocsin.monitor.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PollScheduleTest {

    private static final Instant NOW = Instant.parse("2025-07-14T06:20:00Z");
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final PollSchedule schedule = new PollSchedule(Duration.ofHours(1), Duration.ofHours(6));

    @Test
    void comesAgainAfterTheInterval() {
        assertThat(schedule.afterSuccess(NOW, INTERVAL, Set.of(), null, null)).isEqualTo("2025-07-14T06:30:00Z");
    }

    @Test
    void heedsThePublisherWithinBounds() {
        assertThat(schedule.afterSuccess(NOW, INTERVAL, Set.of(), Duration.ofMinutes(30), Duration.ofMinutes(20)))
                .isEqualTo("2025-07-14T06:50:00Z");
        assertThat(schedule.afterSuccess(NOW, INTERVAL, Set.of(), Duration.ofDays(7), null))
                .isEqualTo("2025-07-14T07:20:00Z");
    }

    @Test
    void skipsHoursWithinBounds() {
        Set<Integer> always = IntStream.range(0, 24).boxed().collect(Collectors.toSet());

        assertThat(schedule.afterSuccess(NOW, INTERVAL, Set.of(6), null, null)).isEqualTo("2025-07-14T07:00:00Z");
        assertThat(schedule.afterSuccess(NOW, INTERVAL, always, null, null)).isEqualTo("2025-07-14T07:30:00Z");
    }

    @Test
    void waitsTwiceAsLongAfterEachFailure() {
        assertThat(schedule.afterFailure(NOW, INTERVAL, 1, 0.5)).isEqualTo(NOW.plus(INTERVAL));
        assertThat(schedule.afterFailure(NOW, INTERVAL, 3, 0.5)).isEqualTo(NOW.plus(INTERVAL.multipliedBy(4)));
        assertThat(schedule.afterFailure(NOW, INTERVAL, 1_000_000, 0.5)).isEqualTo(NOW.plus(Duration.ofHours(6)));
        assertThat(schedule.afterFailure(NOW, Duration.ofDays(1), 5, 0.5)).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void spreadsTheSourcesThatFailTogether() {
        assertThat(schedule.afterFailure(NOW, INTERVAL, 1, 0)).isEqualTo(NOW.plus(Duration.ofMinutes(8)));
        assertThat(schedule.afterFailure(NOW, INTERVAL, 1, 1)).isEqualTo(NOW.plus(Duration.ofMinutes(12)));
    }

    @Test
    void obeysRetryAfterWithinBounds() {
        assertThat(schedule.afterDeferral(NOW, INTERVAL, Duration.ofMinutes(42), 1, 0.5))
                .isEqualTo(NOW.plus(Duration.ofMinutes(42)));
        assertThat(schedule.afterDeferral(NOW, INTERVAL, Duration.ofSeconds(1), 1, 0.5))
                .isEqualTo(NOW.plus(INTERVAL));
        assertThat(schedule.afterDeferral(NOW, INTERVAL, Duration.ofDays(300), 1, 0.5))
                .isEqualTo(NOW.plus(Duration.ofHours(6)));
    }
}
