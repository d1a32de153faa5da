package org.tocsin.notify.subscription;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Told within the transaction that changes a subscription's state, so that what is owed to it can follow.
 *
 * @param previous null for a new subscription
 * @param stopped since when it had been stopped before, null when it had not
 * @param trouble why we stopped it, null when its owner or recipient did
 */
public record SubscriptionChanged(
        Subscription subscription,
        Subscription.@Nullable State previous,
        @Nullable Instant stopped,
        @Nullable Trouble trouble) {

    /** For a change of state by hand. */
    static SubscriptionChanged between(@Nullable Subscription before, Subscription after, @Nullable Trouble trouble) {
        Instant stopped = before != null
                        && (before.state() == Subscription.State.DISABLED
                                || before.state() == Subscription.State.PAUSED)
                ? before.stateSince()
                : null;
        return new SubscriptionChanged(after, before == null ? null : before.state(), stopped, trouble);
    }
}
