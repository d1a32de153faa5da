package org.tocsin.monitor.signal;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which signals are wanted; null does not filter.
 *
 * @param since detected then or later
 * @param before older than the signal of this id: the cursor
 */
record SignalQuery(
        @Nullable String category,
        @Nullable String country,
        @Nullable String rule,
        @Nullable UUID documentId,
        @Nullable String indicator,
        @Nullable Instant since,
        @Nullable UUID before,
        int limit) {

    static SignalQuery ofDocument(UUID documentId) {
        return new SignalQuery(null, null, null, documentId, null, null, null, 100);
    }
}
