package org.tocsin.notify.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LaneHealthTest {

    private static final Instant NOW = Instant.parse("2025-07-14T06:00:00Z");
    private static final Outcome GOOD = new Outcome.Delivered(200, "", null);
    private static final Outcome ERROR = new Outcome.Temporary(500, "", null);
    private static final Outcome GONE = new Outcome.Unreachable("");

    private final LaneHealth well = new LaneHealth(UUID.randomUUID(), 0, null, null, 0);

    @Test
    void oneErrorOfAMessageDoesNotStopTheOthers() {
        assertThat(well.after(ERROR, NOW, 0.5).blockedUntil()).isNull();
    }

    @Test
    void troubleOfTheEndpointStopsAllUntilAPause() {
        assertThat(well.after(GONE, NOW, 0.5).blockedUntil()).isEqualTo(NOW.plusSeconds(5));
        assertThat(well.after(GONE, NOW, 0.5).after(GONE, NOW, 0.5).blockedUntil())
                .isEqualTo(NOW.plusSeconds(10));
    }

    @Test
    void manyErrorsAreTroubleOfTheEndpoint() {
        LaneHealth health = well;
        for (int i = 0; i < 10; i++) {
            health = health.after(ERROR, NOW, 0.5);
        }
        assertThat(health.blockedUntil()).isAfter(NOW);
    }

    @Test
    void successForgetsEverything() {
        LaneHealth health = well.after(GONE, NOW, 0.5).after(GOOD, NOW, 0.5);
        assertThat(health).isEqualTo(well);
    }

    @Test
    void hopelessAfterThreeDaysWithoutASingleSuccess() {
        LaneHealth health = failing(4);
        Instant later = NOW.plus(Duration.ofHours(72));
        assertThat(health.hopeless(later.minusSeconds(1))).isFalse();
        assertThat(health.after(ERROR, later, 0.5).hopeless(later)).isTrue();
        assertThat(health.after(GOOD, later, 0.5).hopeless(later)).isFalse();
    }

    @Test
    void aFewFailuresFarApartAreNoProof() {
        Instant later = NOW.plus(Duration.ofHours(500));
        assertThat(well.after(ERROR, NOW, 0.5).after(ERROR, later, 0.5).hopeless(later))
                .isFalse();
    }

    @Test
    void aRefusedMessageSaysNothingAboutTheEndpoint() {
        assertThat(well.after(new Outcome.Permanent(554, "", null, false), NOW, 0.5))
                .isEqualTo(well);
    }

    @Test
    void theOwnerIsWarnedOnceAfterADayAndOnceAfterTwo() {
        LaneHealth health = failing(5);
        assertThat(health.warned()).isZero();
        health = health.after(ERROR, NOW.plus(Duration.ofHours(24)), 0.5);
        assertThat(health.warned()).isEqualTo(1);
        assertThat(health.after(ERROR, NOW.plus(Duration.ofHours(47)), 0.5).warned())
                .isEqualTo(1);
        assertThat(health.after(ERROR, NOW.plus(Duration.ofHours(48)), 0.5).warned())
                .isEqualTo(2);
        assertThat(health.after(GOOD, NOW.plus(Duration.ofHours(49)), 0.5).warned())
                .isZero();
    }

    private LaneHealth failing(int times) {
        LaneHealth health = well;
        for (int i = 0; i < times; i++) {
            health = health.after(ERROR, NOW, 0.5);
        }
        return health;
    }

    @Test
    void retryAfterIsHonoured() {
        Outcome throttled = new Outcome.Throttled(429, "", null, Duration.ofMinutes(7));
        assertThat(well.after(throttled, NOW, 0.5).blockedUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(7)));
    }
}
