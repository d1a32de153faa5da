package org.tocsin.standalone.supervision;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTest {

    private final Backoff backoff = new Backoff();

    @Test
    void doublesUpToHalfAMinute() {
        assertThat(backoff.after(Duration.ofSeconds(5))).isEqualTo(Duration.ofMillis(250));
        assertThat(backoff.after(Duration.ZERO)).isEqualTo(Duration.ofMillis(500));
        for (int i = 0; i < 20; i++) {
            backoff.after(Duration.ZERO);
        }
        assertThat(backoff.after(Duration.ZERO)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void forgetsAfterAGoodRun() {
        for (int i = 0; i < 5; i++) {
            backoff.after(Duration.ZERO);
        }
        assertThat(backoff.after(Duration.ofMinutes(1))).isEqualTo(Duration.ofMillis(250));
    }
}
