package org.tocsin.monitor.reading;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * A report to be read.
 *
 * @param title plain text, may be empty
 * @param text plain text, may be empty
 * @param language what the source says, BCP 47, or null
 * @param publishedAt what "yesterday" is relative to
 * @param sourceCountry ISO 3166-1 alpha-2 of the source, or null
 */
public record Report(
        String title, String text, @Nullable String language, Instant publishedAt, @Nullable String sourceCountry) {

    public Report {
        requireNonNull(title, "title");
        requireNonNull(text, "text");
        requireNonNull(publishedAt, "publishedAt");
    }
}
