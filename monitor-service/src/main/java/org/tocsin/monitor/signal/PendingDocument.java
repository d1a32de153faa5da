package org.tocsin.monitor.signal;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.reading.Report;

/**
 * A document that is to be read, with what is known about its source.
 *
 * @param language as the source says, or null
 */
record PendingDocument(
        UUID id,
        String url,
        String title,
        String text,
        @Nullable String language,
        Instant publishedAt,
        Instant receivedAt,
        Source source) {

    /** Who tells it. */
    record Source(UUID id, String name, String reliability, @Nullable String ownerGroup, @Nullable String country) {}

    Report report() {
        return Report.ofDocument(title, text, language, publishedAt, source.country());
    }
}
