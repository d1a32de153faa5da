package org.tocsin.notify.subscription;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.filter.Filter;

/**
 * A checked request for a new or changed subscription.
 *
 * @param organisation null where the request names none
 * @param state the state that the request asks for, or null
 * @param proofs what the receiver of a webhook asks for
 */
record SubscriptionDraft(
        @Nullable UUID organisation,
        @Nullable String name,
        Channel channel,
        Filter filter,
        Schedule schedule,
        SourceNotices sourceNotices,
        String language,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        boolean confirmed,
        Subscription.@Nullable State state,
        Proofs proofs) {}
