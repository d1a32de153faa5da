package org.tocsin.notify.delivery;

import java.time.Instant;

/**
 * A finished try of one delivery.
 *
 * @param laneConcerned whether the outcome tells something about this subscriber's endpoint; trouble of a server that
 *     all share does not
 */
record Tried(Owed owed, Outcome outcome, AfterTry after, boolean laneConcerned, Instant startedAt, Instant endedAt) {}
