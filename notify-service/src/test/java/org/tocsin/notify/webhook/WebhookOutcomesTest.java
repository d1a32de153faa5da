package org.tocsin.notify.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.notify.delivery.Outcome;
import org.tocsin.platform.egress.EgressOutcome;

import static org.assertj.core.api.Assertions.assertThat;

/** Every HTTP status and every failure of the network has an outcome. */
class WebhookOutcomesTest {

    private static final Instant NOW = Instant.parse("2025-07-14T06:00:00Z");

    @Test
    void everyStatusHasItsOutcome() {
        for (int status = 100; status < 1000; status++) {
            Outcome outcome = WebhookOutcomes.of(answered(status, Map.of(), ""), NOW);
            String expected = expected(status);
            assertThat(outcome.word()).as("status %d", status).isEqualTo(expected);
            assertThat(outcome.code()).isEqualTo(status);
            assertThat(outcome.detail()).contains(Integer.toString(status));
        }
    }

    private static String expected(int status) {
        if (status >= 200 && status <= 299) {
            return "DELIVERED";
        }
        return switch (status) {
            case 410 -> "PERMANENT";
            case 429, 502, 503, 504 -> "THROTTLED";
            default -> "TEMPORARY";
        };
    }

    @Test
    void onlyGoneEndsTheEndpoint() {
        Outcome gone = WebhookOutcomes.of(answered(410, Map.of(), ""), NOW);
        assertThat(((Outcome.Permanent) gone).endpointGone()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyFailureHasItsOutcome(EgressOutcome.Failure failure) {
        Outcome outcome = WebhookOutcomes.of(new EgressOutcome.Failed(failure, "why"), NOW);
        String expected =
                switch (failure) {
                    case DNS, CONNECT, TIMEOUT, CONNECTION_LOST -> "UNREACHABLE";
                    case TLS -> "TLS";
                    case TOO_MANY_REDIRECTS, BAD_ANSWER -> "TEMPORARY";
                };
        assertThat(outcome.word()).isEqualTo(expected);
        assertThat(outcome.detail()).isEqualTo("why");
        assertThat(outcome.code()).isNull();
    }

    @Test
    void aRefusedAddressIsAnOutcome() {
        Outcome outcome = WebhookOutcomes.of(new EgressOutcome.Refused("not public"), NOW);
        assertThat(outcome).isEqualTo(new Outcome.Refused("not public"));
        assertThat(outcome.endpointTrouble()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120                            | PT2M",
                " 0                             | PT0S",
                "Mon, 14 Jul 2025 06:10:00 GMT  | PT10M",
                "Mon, 14 Jul 2025 05:00:00 GMT  |",
                "soon                           |",
                "-5                             |",
                "1.5                            |",
                "99999999999999999999           |",
            })
    void readsRetryAfter(String header, Duration expected) {
        Outcome outcome = WebhookOutcomes.of(answered(429, Map.of("retry-after", List.of(header)), ""), NOW);
        assertThat(((Outcome.Throttled) outcome).retryAfter()).isEqualTo(expected);
    }

    @Test
    void keepsABoundedAndHarmlessExcerpt() {
        Outcome outcome = WebhookOutcomes.of(answered(500, Map.of(), "\u0000\u001b[31mno\n" + "x".repeat(5_000)), NOW);
        assertThat(outcome.excerpt()).hasSize(1_000).startsWith("  [31mno x");
    }

    private static EgressOutcome answered(int status, Map<String, List<String>> headers, String body) {
        return new EgressOutcome.Answered(
                status,
                headers,
                body.getBytes(StandardCharsets.UTF_8),
                false,
                URI.create("https://example.org/"),
                false);
    }
}
