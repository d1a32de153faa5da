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

    /** The report of a kept document: a title that only repeats the beginning of the text says nothing a second time. */
    public static Report ofDocument(
            String title, String text, @Nullable String language, Instant publishedAt, @Nullable String sourceCountry) {
        String beginning = title.endsWith("…") ? title.substring(0, title.length() - 1) : title;
        return new Report(text.startsWith(beginning) ? "" : title, text, language, publishedAt, sourceCountry);
    }
}
