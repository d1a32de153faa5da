package org.tocsin.notify.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How an endpoint has been doing, by the outcomes of its tries in their order. One that cannot be reached is left alone
 * for a while, longer each time, and one that fails for days is given up.
 *
 * @param failures in unbroken succession
 * @param failingSince when that succession began, null when the last try was good
 * @param blockedUntil when it may be tried again, null for at any time
 * @param warned how often its owner has been warned of this succession
 */
record LaneHealth(UUID lane, int failures, @Nullable Instant failingSince, @Nullable Instant blockedUntil, int warned) {

    /** How long an endpoint may fail without a break before nothing more is sent to it. */
    static final Duration PATIENCE = Duration.ofHours(72);

    /** Its owner is warned after so long. */
    static final List<Duration> WARNINGS = List.of(Duration.ofHours(24), Duration.ofHours(48));

    /** Fewer failures, however far apart, are no proof that an endpoint is lost. */
    private static final int FEW_FAILURES = 5;

    /** An endpoint that answers, but with errors, is left alone after so many of them. */
    private static final int MANY_REFUSALS = 10;

    /** @param random from 0 (inclusive) to 1 (exclusive) */
    LaneHealth after(Outcome outcome, Instant now, double random) {
        if (outcome instanceof Outcome.Delivered) {
            return new LaneHealth(lane, 0, null, null, 0);
        }
        if (outcome instanceof Outcome.Permanent) {
            // It was this message that was refused. An endpoint that is gone is dealt with elsewhere.
            return this;
        }
        int more = failures + 1;
        Instant since = failingSince == null ? now : failingSince;
        boolean pause = outcome.endpointTrouble() || more >= MANY_REFUSALS;
        Instant until = pause ? now.plus(RetrySchedule.pause(more, AfterTry.retryAfter(outcome), random)) : null;
        LaneHealth failing = new LaneHealth(lane, more, since, until, warned);
        return failing.warningDue(now) ? new LaneHealth(lane, more, since, until, warned + 1) : failing;
    }

    /** Whether the endpoint has failed for too long. */
    boolean hopeless(Instant now) {
        return failures >= FEW_FAILURES && failingFor(PATIENCE, now);
    }

    /** Whether it is time for the next warning. */
    private boolean warningDue(Instant now) {
        return warned < WARNINGS.size() && failures >= FEW_FAILURES && failingFor(WARNINGS.get(warned), now);
    }

    private boolean failingFor(Duration duration, Instant now) {
        return failingSince != null && !now.isBefore(failingSince.plus(duration));
    }
}
