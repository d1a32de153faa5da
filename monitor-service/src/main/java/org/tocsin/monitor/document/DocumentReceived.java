package org.tocsin.monitor.document;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Data of the event {@code org.tocsin.document.received.v1}: everything but the text, which stays in our table.
 *
 * @param source name of the source
 * @param language as the source says, or null
 */
public record DocumentReceived(
        UUID documentId,
        UUID sourceId,
        String source,
        String url,
        String title,
        @Nullable String language,
        Instant publishedAt,
        Instant receivedAt) {

    public static final String TYPE = "org.tocsin.document.received.v1";
    public static final String TOPIC = "documents";
}
