package org.tocsin.monitor.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * How often a source has something new, by the pauses between its reports. Nights and weekends are pauses too, so the
 * measure is the longest pause that is usual, not the mean.
 *
 * @param usualPause null while too few reports are known
 * @param latest when the latest report was published, or null
 */
record SourceRhythm(@Nullable Duration usualPause, @Nullable Instant latest) {

    static final SourceRhythm UNKNOWN = new SourceRhythm(null, null);

    private static final int FEWEST = 5;
    /** One pause in so many may be out of the ordinary, but never more than {@link #MOST_ODD} of them. */
    private static final int ONE_IN = 10;

    private static final int MOST_ODD = 2;
    private static final double PATIENCE = 1.5;
    private static final Duration SHORTEST = Duration.ofHours(6);

    /** The rhythm that reports at these times make, in any order. */
    static SourceRhythm of(List<Instant> published) {
        List<Instant> sorted = published.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return UNKNOWN;
        }
        Instant latest = sorted.get(sorted.size() - 1);
        int pauses = sorted.size() - 1;
        if (pauses < FEWEST) {
            return new SourceRhythm(null, latest);
        }
        Duration usual = IntStream.range(0, pauses)
                .mapToObj(i -> Duration.between(sorted.get(i), sorted.get(i + 1)))
                .sorted(Comparator.reverseOrder())
                .skip(Math.min(MOST_ODD, pauses / ONE_IN))
                .findFirst()
                .orElse(Duration.ZERO);
        return new SourceRhythm(usual, latest);
    }

    /** Whether the silence has lasted beyond what is usual. */
    boolean isBrokenAt(Instant now) {
        if (usualPause == null || latest == null) {
            return false;
        }
        Duration patience = Duration.ofMillis((long) (usualPause.toMillis() * PATIENCE));
        Duration limit = patience.compareTo(SHORTEST) < 0 ? SHORTEST : patience;
        return Duration.between(latest, now).compareTo(limit) > 0;
    }

    /** Whether so short a silence breaks no rhythm at all. */
    static boolean isShort(Instant latest, Instant now) {
        return Duration.between(latest, now).compareTo(SHORTEST) <= 0;
    }

    /** Says so in words. */
    String complaint(Instant now) {
        return "Nothing new for %s; its longest usual pause is %s."
                .formatted(
                        latest == null ? "ever" : words(Duration.between(latest, now)),
                        usualPause == null ? "not known" : words(usualPause));
    }

    private static String words(Duration duration) {
        if (duration.toHours() >= 48) {
            return duration.toDays() + " days";
        }
        if (duration.toMinutes() >= 120) {
            return duration.toHours() + " hours";
        }
        return Math.max(1, duration.toMinutes()) + " minutes";
    }
}
