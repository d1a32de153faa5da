package org.tocsin.notify.delivery;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** Leaves a server that all subscribers share alone for a while when it is in trouble. Safe for several threads. */
final class SharedServerPause {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int DOUBLINGS = 5;

    private int failures;
    private @Nullable Instant until;

    /** The latest try showed this. */
    synchronized void note(boolean trouble, Instant now) {
        if (!trouble) {
            failures = 0;
            until = null;
        } else if (!lasts(now)) {
            Duration pause = FIRST.multipliedBy(1L << Math.min(failures++, DOUBLINGS));
            until = now.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
        }
    }

    /** A clock that was set back meanwhile ends the pause too, instead of stretching it. */
    synchronized boolean lasts(Instant now) {
        return until != null && now.isBefore(until) && !now.isBefore(until.minus(LONGEST));
    }

    /** Whether the last try failed. */
    synchronized boolean probing() {
        return failures > 0;
    }
}
