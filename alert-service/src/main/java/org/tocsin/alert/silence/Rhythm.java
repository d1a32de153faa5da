package org.tocsin.alert.silence;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long the pipeline is usually quiet. Pure.
 *
 * @param pauses the longest pause of each of the last days, today left out
 */
record Rhythm(List<Duration> pauses) {

    /** Fewer days say nothing about what is usual. */
    private static final int ENOUGH_DAYS = 3;

    /** A pause this many times as long as the longest one of an ordinary day is no ordinary one. */
    private static final int FACTOR = 3;

    /** Where signals come every second, a few quiet minutes are nothing to wake anybody for. */
    private static final Duration LEAST = Duration.ofHours(1);

    Rhythm {
        pauses = pauses.stream().sorted().toList();
    }

    /** The longest pause of an ordinary day: the median, which a day of failure does not move. */
    Optional<Duration> usual() {
        return pauses.size() < ENOUGH_DAYS ? Optional.empty() : Optional.of(pauses.get(pauses.size() / 2));
    }

    /** Whether a pause of this length is silence. Never, while no rhythm is known. */
    boolean broken(Duration pause) {
        return usual().map(usual -> usual.multipliedBy(FACTOR))
                .map(limit -> limit.compareTo(LEAST) < 0 ? LEAST : limit)
                .filter(limit -> pause.compareTo(limit) > 0)
                .isPresent();
    }
}
