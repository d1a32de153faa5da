package org.tocsin.monitor.document;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A report as kept.
 *
 * @param language as the source says, or null
 */
public record Document(
        UUID id,
        UUID sourceId,
        String url,
        String title,
        String text,
        @Nullable String language,
        Instant publishedAt,
        Instant receivedAt) {}
