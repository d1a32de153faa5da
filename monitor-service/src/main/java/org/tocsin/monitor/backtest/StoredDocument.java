package org.tocsin.monitor.backtest;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.reading.Report;

/** A kept document as a backtest reads it. */
record StoredDocument(
        UUID id,
        String url,
        String title,
        String text,
        @Nullable String language,
        Instant publishedAt,
        @Nullable String sourceCountry) {

    Report report() {
        return Report.ofDocument(title, text, language, publishedAt, sourceCountry);
    }
}
