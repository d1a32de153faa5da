package org.tocsin.monitor.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * When to come again.
 *
 * @param longestHint how far a publisher's wish can defer the next visit beyond the source's own interval
 * @param longestBackOff how far failures and {@code Retry-After} can
 */
record PollSchedule(Duration longestHint, Duration longestBackOff) {

    /** Every pause after a failure is longer or shorter by up to this part, so that sources do not fail in step. */
    private static final double JITTER = 0.2;

    private static final int LONGEST_DOUBLING = 20;

    /**
     * After a success: the source's interval, or later when the publisher asks for it.
     *
     * @param hints pauses that the publisher asks for; null when it does not
     * @param skipHours hours of the day (UTC) that the publisher wants to be skipped
     */
    Instant afterSuccess(
            Instant now,
            Duration interval,
            Set<Integer> skipHours,
            @Nullable Duration ttl,
            @Nullable Duration freshFor) {
        Duration wish = longer(ttl == null ? Duration.ZERO : ttl, freshFor == null ? Duration.ZERO : freshFor);
        Instant next = now.plus(longer(interval, shorter(wish, longestHint)));
        Instant latest = next.plus(longestHint);
        Instant open = next;
        while (skipHours.contains(open.atOffset(ZoneOffset.UTC).getHour()) && open.isBefore(latest)) {
            open = open.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        }
        return open.isAfter(latest) ? latest : open;
    }

    /**
     * After failures: twice as long each time, within bounds, with jitter.
     *
     * @param failures in a row, this one included
     * @param random from 0 to 1
     */
    Instant afterFailure(Instant now, Duration interval, int failures, double random) {
        int doublings = Math.min(Math.max(failures, 1) - 1, LONGEST_DOUBLING);
        Duration longest = longer(interval, longestBackOff);
        Duration pause = shorter(interval.multipliedBy(1L << doublings), longest);
        double factor = 1 - JITTER + 2 * JITTER * random;
        return now.plusMillis((long) (pause.toMillis() * factor));
    }

    /** After a request for patience: as asked within bounds, or like a failure. */
    Instant afterDeferral(Instant now, Duration interval, @Nullable Duration retryAfter, int failures, double random) {
        return retryAfter == null
                ? afterFailure(now, interval, failures, random)
                : now.plus(longer(interval, shorter(retryAfter, longestBackOff)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
