package org.tocsin.monitor.poll;

import java.time.Instant;

import org.tocsin.monitor.fetch.Validators;
import org.tocsin.monitor.source.SourceHealth.State;

/**
 * What a visit leaves in the timetable.
 *
 * @param reason a sentence for the one who looks after the source
 * @param failures in a row
 * @param validators for the next visit
 * @param added how many documents were new
 */
record PollOutcome(
        Kind kind, State state, String reason, int failures, Validators validators, int added, Instant nextPoll) {

    /** For the statistics. */
    enum Kind {
        CHANGED,
        UNCHANGED,
        UNREADABLE,
        FAILED,
        DEFERRED,
        /** By robots.txt. */
        FORBIDDEN,
        GONE,
        /** Another replica took over meanwhile; nothing was written. */
        LOST
    }

    boolean succeeded() {
        return state == State.OK;
    }
}
