package org.tocsin.monitor.source;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How a source does.
 *
 * @param reason in words, for the one who looks after the source
 * @param lastNewAt when it last had something that we did not know
 * @param failures in a row
 * @param nextPoll null when it is not polled
 */
public record SourceHealth(
        State state,
        String reason,
        @Nullable Instant lastPoll,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastNewAt,
        int failures,
        @Nullable Instant nextPoll) {

    /** In one word. */
    public enum State {
        /** Not polled yet. */
        NEW,
        /** The last poll succeeded. */
        OK,
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
        return new SourceHealth(instead, why, lastPoll, lastSuccess, lastNewAt, failures, null);
    }

    static SourceHealth pushed() {
        return new SourceHealth(State.PUSHED, "It sends its documents by itself.", null, null, null, 0, null);
    }
}
