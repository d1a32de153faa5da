package org.tocsin.alert.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** The signal event as it arrives; unknown fields are ignored, and {@link SignalReader} checks the rest. */
record SignalReceived(
        @Nullable UUID signalId,
        @Nullable String kind,
        @Nullable String rule,
        @Nullable String category,
        @Nullable String country,
        @Nullable List<Place> places,
        boolean planned,
        double score,
        @Nullable List<Evidence> evidence,
        @Nullable List<Figure> figures,
        @Nullable Document document,
        @Nullable List<Sibling> siblings,
        @Nullable Instant detectedAt) {

    record Place(@Nullable String name, @Nullable String country, @Nullable String pcode) {}

    record Evidence(@Nullable String quote, int start, int end, @Nullable String field) {}

    record Figure(
            @Nullable Long value,
            @Nullable Long lower,
            @Nullable Long upper,
            @Nullable String quantifier,
            @Nullable String unit,
            @Nullable String action,
            @Nullable String group,
            @Nullable String per,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean cumulative,
            @Nullable String status,
            @Nullable String quote) {}

    record Document(
            @Nullable UUID id,
            @Nullable String url,
            @Nullable String title,
            @Nullable String text,
            @Nullable String language,
            @Nullable Instant publishedAt,
            @Nullable Instant receivedAt,
            @Nullable Source source) {}

    /** Another signal of the same document. */
    record Sibling(
            @Nullable String category,
            @Nullable String country,
            double score,
            @Nullable Integer start,
            boolean inTitle) {}

    record Source(
            @Nullable String id, @Nullable String name, @Nullable String reliability, @Nullable String ownerGroup) {}
}
