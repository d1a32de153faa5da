package org.tocsin.monitor.observation;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An observation as it stands.
 *
 * @param value null when it was taken back
 */
record StoredObservation(UUID id, long period, @Nullable Double value, int revision, Instant receivedAt) {}
