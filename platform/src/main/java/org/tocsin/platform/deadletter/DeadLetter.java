package org.tocsin.platform.deadletter;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.event.CloudEvents;
import org.tocsin.platform.event.RawRecord;

/**
 * A record that could not be handled, as it is kept.
 *
 * @param record without its value when it was read for a list
 * @param origin null for a record of our own that the broker refused
 * @param failures how often it has failed, 1 or more
 * @param failedAt when it failed last
 * @param replayedAt when it was last sent again, null when it has failed since
 * @param handled whether this service has handled an event of this id
 */
record DeadLetter(
        UUID id,
        RawRecord record,
        DeadLetters.@Nullable Origin origin,
        String reason,
        int failures,
        Instant failedAt,
        @Nullable Instant replayedAt,
        boolean handled) {

    @Nullable
    String eventId() {
        return record.headers().get(CloudEvents.ID);
    }

    State state() {
        if (handled) {
            return State.HANDLED;
        }
        return replayedAt == null ? State.WAITING : State.REPLAYED;
    }

    /** What has become of it. */
    enum State {
        /** Nobody has replayed it, or it has failed again since. */
        WAITING,
        /** Sent again, and not known to be handled by this service. */
        REPLAYED,
        /** An event of its id has been handled by this service: sending it again would do nothing. */
        HANDLED
    }
}
