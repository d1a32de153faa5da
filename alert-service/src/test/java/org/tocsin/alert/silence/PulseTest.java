package org.tocsin.alert.silence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.tocsin.alert.intake.Alerts;
import org.tocsin.alert.intake.SignalJson;
import org.tocsin.platform.testing.TocsinStack;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

/** A pipeline that goes quiet for much longer than usual says so. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
class PulseTest {

    @Inject
    PulseRepository repository;

    @Inject
    Pulse pulse;

    @TestHTTPResource(value = "/health/well", management = true)
    String health;

    @Test
    void aPauseIsMeasuredAgainstOrdinaryDays() {
        var hours = new Rhythm(List.of(Duration.ofHours(6), Duration.ofHours(5), Duration.ofDays(2)));
        var seconds = new Rhythm(List.of(Duration.ofSeconds(9), Duration.ofSeconds(8), Duration.ofSeconds(7)));

        assertThat(hours.usual()).contains(Duration.ofHours(6));
        assertThat(hours.broken(Duration.ofHours(18))).isFalse();
        assertThat(hours.broken(Duration.ofHours(19))).isTrue();
        assertThat(seconds.broken(Duration.ofMinutes(59))).isFalse();
        assertThat(seconds.broken(Duration.ofMinutes(61))).isTrue();
        assertThat(new Rhythm(List.of(Duration.ofHours(1), Duration.ofHours(1))).broken(Duration.ofDays(90)))
                .isFalse();
    }

    @Test
    void silenceShowsAndEnds() {
        Alerts.open(SignalJson.example().country("NZ").document("url", "https://news.example.org/NZ"));
        pulse.measure();
        Instant heard = Objects.requireNonNull(pulse.beat()).lastSignalAt();
        LocalDate day = LocalDate.ofInstant(heard, ZoneOffset.UTC);
        for (int ago = -1; ago < 4; ago++) {
            repository.keep(day.minusDays(ago), Duration.ofMinutes(40));
        }
        MeterRegistry meters = new SimpleMeterRegistry();
        var soon = new Pulse(repository, at(heard.plus(Duration.ofMinutes(110))), meters);
        var late = new Pulse(repository, at(heard.plus(Duration.ofMinutes(130))), meters);
        soon.measure();
        late.measure();

        assertThat(Objects.requireNonNull(soon.beat()).silent()).isFalse();
        assertThat(Objects.requireNonNull(late.beat()).silent()).isTrue();
        assertThat(Objects.requireNonNull(late.beat()).age()).isEqualTo(Duration.ofMinutes(130));
    }

    @Test
    void healthTellsHowThePipelineFlows() {
        Alerts.open(SignalJson.example().country("AU").document("url", "https://news.example.org/AU"));
        pulse.measure();

        given().get(health)
                .then()
                .statusCode(200)
                .rootPath("checks.find { it.name == 'pipeline' }")
                .body("status", equalTo("UP"))
                .body("data.lastSignalAt", notNullValue())
                .body("data.silent", notNullValue());
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }
}
