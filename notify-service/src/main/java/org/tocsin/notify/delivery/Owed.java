package org.tocsin.notify.delivery;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A delivery that is about to be tried.
 *
 * @param id the same at every try, so that receivers know a repetition
 * @param alert null for messages of our own
 * @param number of this try in the ledger, from 1
 * @param tries by the schedule, this one included; fewer than {@code number} once a delivery was asked for again
 * @param gathered whether it is to be sent with what else is due
 * @param capped whether the daily cap has held it back already
 * @param about what a message of our own says, JSON; null where its kind says all
 * @param recipient an address other than the subscription's, or null
 */
public record Owed(
        UUID id,
        UUID lane,
        UUID subscription,
        @Nullable UUID alert,
        @Nullable Integer version,
        DeliveryKind kind,
        int number,
        int tries,
        boolean urgent,
        boolean gathered,
        boolean capped,
        Instant createdAt,
        String reasons,
        @Nullable String about,
        @Nullable String recipient) {

    /** A try that we were killed in does not count against the delivery, unless it seems to be what kills us. */
    static final int FREE_INTERRUPTIONS = 20;
}
