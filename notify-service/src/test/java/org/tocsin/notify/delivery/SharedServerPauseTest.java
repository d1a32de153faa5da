package org.tocsin.notify.delivery;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SharedServerPauseTest {

    private static final Instant NOW = Instant.parse("2025-07-14T06:00:00Z");

    private final SharedServerPause pause = new SharedServerPause();

    @Test
    void growsWithTroubleUpToTenSeconds() {
        pause.note(true, NOW);
        assertThat(pause.lasts(NOW.plusMillis(499))).isTrue();
        assertThat(pause.lasts(NOW.plusMillis(500))).isFalse();

        Instant later = NOW;
        for (int i = 0; i < 10; i++) {
            later = later.plusSeconds(60);
            pause.note(true, later);
        }
        assertThat(pause.lasts(later.plusMillis(9_999))).isTrue();
        assertThat(pause.lasts(later.plusSeconds(10))).isFalse();
    }

    @Test
    void failuresOfMailsThatWereUnderWayDoNotLengthenIt() {
        pause.note(true, NOW);
        pause.note(true, NOW.plusMillis(100));

        assertThat(pause.lasts(NOW.plusMillis(500))).isFalse();
    }

    @Test
    void aSuccessEndsIt() {
        pause.note(true, NOW);
        pause.note(false, NOW.plusMillis(100));

        assertThat(pause.lasts(NOW.plusMillis(200))).isFalse();
        assertThat(pause.probing()).isFalse();
    }

    @Test
    void aClockThatIsSetBackDoesNotStretchIt() {
        pause.note(true, NOW);

        assertThat(pause.lasts(NOW.minus(Duration.ofHours(1)))).isFalse();
        assertThat(pause.probing()).isTrue();
    }
}
