package org.tocsin.monitor.document;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A document as shown. */
@Schema(name = "StoredDocument")
record DocumentView(
        UUID id,
        UUID sourceId,
        String url,
        String title,
        String text,
        @Nullable String language,
        Instant publishedAt,
        Instant receivedAt) {

    static DocumentView from(Document document) {
        return new DocumentView(
                document.id(),
                document.sourceId(),
                document.url(),
                document.title(),
                document.text(),
                document.language(),
                document.publishedAt(),
                document.receivedAt());
    }
}
