package org.tocsin.notify.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * When a failed try is followed by another: the example schedule of Standard Webhooks 1.0.0, ten tries over 75 hours and
 * 35 minutes, each delay spread by a fifth either way so that receivers that fell over together are not called together.
 */
public final class RetrySchedule {

    /** The longest that a receiver can make us wait. */
    public static final Duration LONGEST = Duration.ofHours(24);

    private static final double JITTER = 0.2;
    private static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private RetrySchedule() {}

    /** How often a message is tried before it is given up. */
    public static int tries() {
        return DELAYS.size() + 1;
    }

    /**
     * The delay before the next try.
     *
     * @param tries made so far, from 1
     * @param retryAfter what the receiver asked for: it can lengthen the delay, up to a day, and never shortens it,
     *     because ten tries must last for three days
     * @param random from 0 (inclusive) to 1 (exclusive)
     * @return empty when the message is given up
     */
    public static Optional<Duration> delay(int tries, @Nullable Duration retryAfter, double random) {
        if (tries < 1) {
            throw new IllegalArgumentException("tries are counted from 1");
        }
        if (tries > DELAYS.size()) {
            return Optional.empty();
        }
        return Optional.of(lengthen(spread(DELAYS.get(tries - 1), random), retryAfter));
    }

    /**
     * How long an endpoint in trouble is left alone altogether: 5 seconds after the first failure, twice as long after
     * each further one, at most 5 minutes, unless the receiver asks for more.
     *
     * @param failures in unbroken succession, from 1
     * @param random from 0 (inclusive) to 1 (exclusive)
     */
    public static Duration pause(int failures, @Nullable Duration retryAfter, double random) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(failures, 1) - 1, 10));
        return lengthen(spread(shorter(doubled, LONGEST_PAUSE), random), retryAfter);
    }

    private static Duration lengthen(Duration own, @Nullable Duration asked) {
        if (asked == null || asked.compareTo(own) <= 0) {
            return own;
        }
        return shorter(asked, LONGEST);
    }

    private static Duration spread(Duration delay, double random) {
        return Duration.ofMillis(Math.round(delay.toMillis() * (1 - JITTER + 2 * JITTER * random)));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
