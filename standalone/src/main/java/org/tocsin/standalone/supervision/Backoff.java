package org.tocsin.standalone.supervision;

import java.time.Duration;

/** How long to wait before a part that has ended is started again: doubling, until it has run well for a while. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration RAN_WELL = Duration.ofMinutes(1);

    private Duration next = FIRST;

    /**
     * The pause before the next start.
     *
     * @param ran how long the part has run before it ended; zero when it did not start
     */
    Duration after(Duration ran) {
        if (ran.compareTo(RAN_WELL) >= 0) {
            next = FIRST;
        }
        Duration pause = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return pause;
    }
}
