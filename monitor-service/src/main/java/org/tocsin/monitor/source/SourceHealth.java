package org.tocsin.monitor.source;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a source does.
 *
 * @param reason in words, for the one who looks after the source
 * @param lastNewAt when it last had something that we did not know
 * @param failures in a row
 * @param usualPause the longest pause between two reports that is usual for it, as an ISO 8601 duration; null while
 *     too few are known
 * @param pushedUntil until when a hub has promised to push it (WebSub), or null
 * @param nextPoll null when it is not polled
 */
public record SourceHealth(
        State state,
        String reason,
        @Nullable Instant lastPoll,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastNewAt,
        int failures,
        @Nullable Instant nextPoll,
        @Nullable @Schema(examples = "PT9H30M") String usualPause,
        @Nullable Instant pushedUntil) {

    /** In one word. */
    public enum State {
        /** Not polled yet. */
        NEW,
        /** The last poll succeeded. */
        OK,
        /** All works, but nothing new has come for longer than is usual for it. */
        QUIET,
        /** The last poll failed; it is tried again. */
        FAILING,
        /** The publisher has withdrawn the address; it is not tried again until somebody changes the source. */
        GONE,
        /** Not polled because somebody switched it off. */
        DISABLED,
        /** Not polled because it sends by itself. */
        PUSHED
    }

    SourceHealth notPolled(State instead, String why) {
        return new SourceHealth(
                instead, why, lastPoll, lastSuccess, lastNewAt, failures, null, usualPause, pushedUntil);
    }

    static SourceHealth pushed() {
        String reason = "It sends its documents by itself.";
        return new SourceHealth(State.PUSHED, reason, null, null, null, 0, null, null, null);
    }

    /** The same, seen in the light of how often the source usually has something new. */
    SourceHealth against(SourceRhythm rhythm, Instant now) {
        String usual = rhythm.usualPause() == null ? null : rhythm.usualPause().toString();
        Instant latest = lastNewAt == null ? rhythm.latest() : lastNewAt;
        boolean works = state == State.OK || state == State.PUSHED;
        boolean quiet = works && rhythm.isBrokenAt(now);
        return new SourceHealth(
                quiet ? State.QUIET : state,
                quiet ? rhythm.complaint(now) + " " + reason : insistent(),
                lastPoll,
                lastSuccess,
                latest,
                failures,
                nextPoll,
                usual,
                pushedUntil);
    }

    private String insistent() {
        if (state != State.FAILING || failures < 2) {
            return reason;
        }
        String since = lastSuccess == null ? "it has never been read" : "it was last read at " + lastSuccess;
        return "%s It has failed %d times in a row; %s.".formatted(reason, failures, since);
    }
}
