package org.tocsin.monitor.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerHeadersTest {

    private static final Instant NOW = Instant.parse("2025-07-14T06:20:00Z");

    @Test
    void readsMaxAgeBeforeExpires() {
        AnswerHeaders headers = new AnswerHeaders(Map.of(
                "cache-control", List.of("public, max-age=600"),
                "expires", List.of("Mon, 14 Jul 2025 09:20:00 GMT")));

        assertThat(headers.freshFor(NOW)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void readsExpires() {
        assertThat(one("expires", "Mon, 14 Jul 2025 07:20:00 GMT").freshFor(NOW))
                .isEqualTo(Duration.ofHours(1));
        assertThat(one("expires", "0").freshFor(NOW)).isNull();
        assertThat(one("expires", "Mon, 14 Jul 2025 05:20:00 GMT").freshFor(NOW))
                .isNull();
        assertThat(one("cache-control", "no-cache, max-age=600").freshFor(NOW)).isNull();
    }

    @Test
    void readsRetryAfterInBothForms() {
        assertThat(one("retry-after", "120").retryAfter(NOW)).isEqualTo(Duration.ofMinutes(2));
        assertThat(one("retry-after", "Mon, 14 Jul 2025 06:30:00 GMT").retryAfter(NOW))
                .isEqualTo(Duration.ofMinutes(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "99999999999999999999"})
    void overlooksNonsense(String value) {
        assertThat(one("retry-after", value).retryAfter(NOW)).isNull();
        assertThat(one("cache-control", "max-age=" + value).freshFor(NOW)).isNull();
    }

    @Test
    void doesNotKeepEndlessTags() {
        assertThat(one("etag", "x".repeat(501)).validators()).isEqualTo(Validators.NONE);
    }

    private static AnswerHeaders one(String name, String value) {
        return new AnswerHeaders(Map.of(name, List.of(value)));
    }
}
