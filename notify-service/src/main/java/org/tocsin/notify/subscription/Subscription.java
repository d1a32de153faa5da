package org.tocsin.notify.subscription;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.filter.Filter;

/**
 * A subscription.
 *
 * @param sourceNotices of the silence of which sources it is told
 * @param language BCP 47, of the texts we write
 * @param stateReason why it is in this state, fit for its owner
 * @param revision rises with every change
 */
public record Subscription(
        UUID id,
        UUID organisation,
        @Nullable String name,
        Channel channel,
        Filter filter,
        Schedule schedule,
        SourceNotices sourceNotices,
        String language,
        State state,
        @Nullable String stateReason,
        Instant stateSince,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        int revision,
        Instant createdAt,
        Instant updatedAt) {

    /** Whether anything is sent. */
    public enum State {
        /** Waits for the owner of the e-mail address to confirm. */
        PENDING,
        ACTIVE,
        /** Stopped by its owner for a while. */
        PAUSED,
        /** Stopped by us, because nothing could be delivered. */
        DISABLED,
        /** Ended by the recipient. */
        UNSUBSCRIBED
    }

    /** Whether anything is planned for it at this time. */
    public boolean wants(Instant now) {
        return state == State.ACTIVE
                && (validFrom == null || !now.isBefore(validFrom))
                && (validUntil == null || now.isBefore(validUntil));
    }

    /** The same with another schedule and language; its revision is risen by {@link #touched}. */
    Subscription preferring(Schedule newSchedule, String newLanguage) {
        return new Subscription(
                id,
                organisation,
                name,
                channel,
                filter,
                newSchedule,
                sourceNotices,
                newLanguage,
                state,
                stateReason,
                stateSince,
                validFrom,
                validUntil,
                revision,
                createdAt,
                updatedAt);
    }

    Subscription touched(Instant now) {
        return in(state, stateReason, now);
    }

    Subscription in(State newState, @Nullable String reason, Instant now) {
        return new Subscription(
                id,
                organisation,
                name,
                channel,
                filter,
                schedule,
                sourceNotices,
                language,
                newState,
                reason,
                newState == state ? stateSince : now,
                validFrom,
                validUntil,
                revision + 1,
                createdAt,
                now);
    }

    Subscription with(SubscriptionDraft draft, Instant now) {
        return new Subscription(
                id,
                organisation,
                draft.name(),
                draft.channel(),
                draft.filter(),
                draft.schedule(),
                draft.sourceNotices(),
                draft.language(),
                state,
                stateReason,
                stateSince,
                draft.validFrom(),
                draft.validUntil(),
                revision + 1,
                createdAt,
                now);
    }
}
