package org.tocsin.monitor.observation;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.series.Episode;

/**
 * An episode as it is stored.
 *
 * @param signalId null when it was found without a signal
 * @param withdrawnAt set when a correction took away what it was made of
 */
record Crossing(UUID id, String threshold, Episode episode, @Nullable UUID signalId, @Nullable Instant withdrawnAt) {

    boolean stands() {
        return withdrawnAt == null;
    }

    Crossing with(Episode now) {
        return new Crossing(id, threshold, now, signalId, null);
    }

    Crossing withdrawn(Instant at) {
        return new Crossing(id, threshold, episode, signalId, at);
    }
}
