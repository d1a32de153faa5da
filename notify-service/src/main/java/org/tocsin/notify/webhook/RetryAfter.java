package org.tocsin.notify.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the {@code Retry-After} header of RFC 9110: seconds or a date. */
final class RetryAfter {

    private RetryAfter() {}

    /** Empty for what is neither, and for a date that has passed. */
    static Optional<Duration> parse(String value, Instant now) {
        String trimmed = value.trim();
        if (trimmed.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(trimmed)));
        }
        try {
            Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(trimmed));
            return Optional.of(Duration.between(now, until)).filter(wait -> !wait.isNegative() && !wait.isZero());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
