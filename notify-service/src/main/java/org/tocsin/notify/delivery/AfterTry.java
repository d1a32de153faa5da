package org.tocsin.notify.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a delivery after a try.
 *
 * @param dueAt of the next try, null when there is none
 */
record AfterTry(DeliveryStatus status, @Nullable Instant dueAt) {

    private static final Duration LONGEST_AT_SHARED_SERVER = Duration.ofSeconds(10);
    private static final Duration GIVE_UP_AT_SHARED_SERVER = Duration.ofHours(76);

    /** @param random from 0 (inclusive) to 1 (exclusive) */
    static AfterTry of(Outcome outcome, int tries, Instant now, double random) {
        if (outcome instanceof Outcome.Delivered) {
            return new AfterTry(DeliveryStatus.DELIVERED, null);
        }
        if (outcome instanceof Outcome.Permanent) {
            return new AfterTry(DeliveryStatus.FAILED, null);
        }
        Optional<Duration> delay = RetrySchedule.delay(tries, retryAfter(outcome), random);
        return delay.map(wait -> new AfterTry(DeliveryStatus.PENDING, now.plus(wait)))
                .orElseGet(() -> new AfterTry(DeliveryStatus.FAILED, null));
    }

    /**
     * The same when a server of our own could not be reached, which is nothing the recipient could mend: tried again
     * within seconds, for as long as the schedule of the others lasts.
     */
    static AfterTry atSharedServer(int tries, Instant createdAt, Instant now, double random) {
        if (now.isAfter(createdAt.plus(GIVE_UP_AT_SHARED_SERVER))) {
            return new AfterTry(DeliveryStatus.FAILED, null);
        }
        Duration wait = RetrySchedule.pause(tries, null, random);
        Duration bounded = wait.compareTo(LONGEST_AT_SHARED_SERVER) < 0 ? wait : LONGEST_AT_SHARED_SERVER;
        return new AfterTry(DeliveryStatus.PENDING, now.plus(bounded));
    }

    static @Nullable Duration retryAfter(Outcome outcome) {
        return outcome instanceof Outcome.Throttled throttled ? throttled.retryAfter() : null;
    }
}
