package org.tocsin.notify.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.delivery.Outcome;
import org.tocsin.platform.egress.EgressOutcome;

/**
 * What an answer to a webhook means. By Standard Webhooks 1.0.0 only 2xx is success, a redirect is a failure, 410 ends
 * the endpoint and 429, 502 and 504 ask for less; 503 is taken likewise. Every other status may be a slip of the
 * receiver's operators, so the message is kept for a retry.
 */
final class WebhookOutcomes {

    private static final int EXCERPT = 1_000;

    private WebhookOutcomes() {}

    static Outcome of(EgressOutcome outcome, Instant now) {
        if (outcome instanceof EgressOutcome.Answered answered) {
            return answered(answered, now);
        }
        if (outcome instanceof EgressOutcome.Refused refused) {
            return new Outcome.Refused(refused.reason());
        }
        EgressOutcome.Failed failed = (EgressOutcome.Failed) outcome;
        return switch (failed.failure()) {
            case DNS, CONNECT, TIMEOUT, CONNECTION_LOST -> new Outcome.Unreachable(failed.reason());
            case TLS -> new Outcome.TlsFailed(failed.reason());
            case TOO_MANY_REDIRECTS, BAD_ANSWER -> new Outcome.Temporary(null, failed.reason(), null);
        };
    }

    private static Outcome answered(EgressOutcome.Answered answer, Instant now) {
        int status = answer.status();
        String said = "The receiver answered " + status;
        String excerpt = excerpt(answer.body());
        if (status >= 200 && status < 300) {
            return new Outcome.Delivered(status, said, excerpt);
        }
        if (status >= 300 && status < 400) {
            return new Outcome.Temporary(status, said + "; redirects are not followed", excerpt);
        }
        return switch (status) {
            case 410 -> new Outcome.Permanent(status, said + ": it wants no more webhooks", excerpt, true);
            case 429, 502, 503, 504 -> new Outcome.Throttled(status, said, excerpt, retryAfter(answer, now));
            default -> new Outcome.Temporary(status, said, excerpt);
        };
    }

    private static @Nullable Duration retryAfter(EgressOutcome.Answered answer, Instant now) {
        return answer.headers().getOrDefault("retry-after", List.of()).stream()
                .findFirst()
                .flatMap(value -> RetryAfter.parse(value, now))
                .orElse(null);
    }

    /** Bounded, and without control characters that would upset a terminal or the database. */
    private static @Nullable String excerpt(byte[] body) {
        if (body.length == 0) {
            return null;
        }
        String text = new String(body, 0, Math.min(body.length, EXCERPT), StandardCharsets.UTF_8);
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
