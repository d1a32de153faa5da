package org.tocsin.notify.delivery;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryScheduleTest {

    private static final double MIDDLE = 0.5;

    @ParameterizedTest
    @CsvSource({
        "1,PT5S", "2,PT5M", "3,PT30M", "4,PT2H", "5,PT5H", "6,PT10H", "7,PT14H", "8,PT20H", "9,PT24H",
    })
    void followsTheSchedule(int tries, Duration delay) {
        assertThat(RetrySchedule.delay(tries, null, MIDDLE)).contains(delay);
        assertThat(RetrySchedule.delay(tries, null, 0))
                .contains(delay.multipliedBy(8).dividedBy(10));
        assertThat(RetrySchedule.delay(tries, null, 0.999999).orElseThrow())
                .isBetween(
                        delay.multipliedBy(11).dividedBy(10),
                        delay.multipliedBy(12).dividedBy(10));
    }

    @Test
    void lastsThreeDaysAndTenTries() {
        Duration total = Duration.ZERO;
        for (int tries = 1; tries < RetrySchedule.tries(); tries++) {
            total = total.plus(RetrySchedule.delay(tries, null, MIDDLE).orElseThrow());
        }
        assertThat(total).isEqualTo(Duration.ofHours(75).plusMinutes(35).plusSeconds(5));
        assertThat(RetrySchedule.delay(10, null, MIDDLE)).isEmpty();
        assertThat(RetrySchedule.delay(10, Duration.ofHours(1), MIDDLE)).isEmpty();
    }

    @Test
    void retryAfterLengthensUpToADayAndNeverShortens() {
        assertThat(RetrySchedule.delay(1, Duration.ofMinutes(2), MIDDLE)).contains(Duration.ofMinutes(2));
        assertThat(RetrySchedule.delay(3, Duration.ofSeconds(1), MIDDLE)).contains(Duration.ofMinutes(30));
        assertThat(RetrySchedule.delay(1, Duration.ofDays(400), MIDDLE)).contains(Duration.ofHours(24));
    }

    @ParameterizedTest
    @CsvSource({"1,PT5S", "2,PT10S", "3,PT20S", "6,PT2M40S", "7,PT5M", "1000000,PT5M"})
    void anEndpointInTroubleIsLeftAloneForLongerAndLonger(int failures, Duration pause) {
        assertThat(RetrySchedule.pause(failures, null, MIDDLE)).isEqualTo(pause);
    }
}
