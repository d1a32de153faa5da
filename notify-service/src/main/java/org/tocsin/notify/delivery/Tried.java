package org.tocsin.notify.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A finished try of one delivery.
 *
 * @param laneConcerned whether the outcome tells something about this subscriber's endpoint; trouble of a server that
 *     all share does not
 * @param sentIn the delivery whose id the receiver saw
 */
record Tried(
        Owed owed,
        UUID sentIn,
        Outcome outcome,
        AfterTry after,
        boolean laneConcerned,
        Instant startedAt,
        Instant endedAt) {}
