package org.tocsin.monitor.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.source.Silence.Kind;

/**
 * What is known of a source whose silence would be noticed. Decides whether it is silent; pure.
 *
 * @param health in the light of the rhythm
 * @param added when the source was added
 * @param listened until when anything it had to say would have come to us: the last successful visit, or now for a party
 *     that sends by itself; null when that is not known. After a stop of our own, every rhythm looks broken until the
 *     first visit
 * @param othersRead when any other source was read last; null when none ever was
 */
record WatchedSource(
        SourceHealth health,
        SourceRhythm rhythm,
        Instant added,
        @Nullable Instant listened,
        @Nullable Instant othersRead) {

    /** One visit, or two, can fail for reasons that have passed by the next; three in a row are believed. */
    private static final int CONFIRMATIONS = 3;

    /** When nothing else was read for so long before a visit that failed, the fault is likely to be ours. */
    private static final Duration NOTHING_BEFORE = Duration.ofHours(1);

    /** What was read later than this after the visit says nothing about it: our fault may have been mended meanwhile. */
    private static final Duration READ_WITH_IT = Duration.ofMinutes(5);

    /** How long a source may fail whose rhythm is not known. */
    private static final Duration PATIENCE = Duration.ofHours(24);

    /**
     * What there is to tell.
     *
     * @param told the silence that people were told of, null for none
     */
    Optional<Silence.Change> change(@Nullable Silence told) {
        Optional<Silence> silence = silence();
        if (silence.isPresent()) {
            return silence.filter(now -> isNews(now.kind(), told)).map(Silence.Change.Silent::new);
        }
        return told != null && isOver(told) ? Optional.of(new Silence.Change.Resumed(told)) : Optional.empty();
    }

    /** That a quiet source also fails is no news; that it will never come back is, because somebody must act. */
    private static boolean isNews(Kind kind, @Nullable Silence told) {
        return told == null || kind == Kind.GONE && told.kind() != Kind.GONE;
    }

    /** A quiet source must have something new: its rhythm is forgotten in the end, and then looks unbroken. */
    private boolean isOver(Silence told) {
        boolean works = health.state() == SourceHealth.State.OK || health.state() == SourceHealth.State.PUSHED;
        Instant latest = rhythm.latest();
        return works && (told.kind() != Kind.QUIET || latest != null && latest.isAfter(told.since()));
    }

    private Optional<Silence> silence() {
        return switch (health.state()) {
            case GONE -> Optional.of(new Silence(Kind.GONE, health.lastPoll() == null ? added : health.lastPoll()));
            case QUIET -> quiet();
            case FAILING -> failing();
            case NEW, OK, PUSHED, DISABLED -> Optional.empty();
        };
    }

    private Optional<Silence> quiet() {
        Instant latest = rhythm.latest();
        return latest != null && listened != null && rhythm.isBrokenAt(listened)
                ? Optional.of(new Silence(Kind.QUIET, latest))
                : Optional.empty();
    }

    private Optional<Silence> failing() {
        Instant visited = health.lastPoll();
        Instant read = health.lastSuccess() == null ? added : health.lastSuccess();
        if (visited == null || health.failures() < CONFIRMATIONS || mayBeOurFault(visited)) {
            return Optional.empty();
        }
        boolean beyond = rhythm.usualPause() == null
                ? Duration.between(read, visited).compareTo(PATIENCE) > 0
                : rhythm.isBrokenAt(visited);
        return beyond ? Optional.of(new Silence(Kind.FAILING, read)) : Optional.empty();
    }

    private boolean mayBeOurFault(Instant visited) {
        return othersRead != null
                && (othersRead.isBefore(visited.minus(NOTHING_BEFORE))
                        || othersRead.isAfter(visited.plus(READ_WITH_IT)));
    }
}
