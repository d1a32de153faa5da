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
        @Nullable Indicator indicator,
        @Nullable List<Sibling> siblings,
        @Nullable Instant detectedAt) {

    /** What the signal was found in: its document, or what a series says, which is read like one. */
    @Nullable
    Document report() {
        return document != null || indicator == null ? document : indicator.report(signalId);
    }

    /** Whether a series says so, and no document. */
    boolean series() {
        return document == null && indicator != null;
    }

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

    /** A threshold that a series has passed. */
    record Indicator(
            @Nullable String title,
            @Nullable String url,
            @Nullable Source source,
            @Nullable Observation observation,
            @Nullable String explanation) {

        /** One report for each observation, however many thresholds it has passed. */
        Document report(@Nullable UUID signalId) {
            return new Document(
                    observation == null || observation.id() == null ? signalId : observation.id(),
                    url,
                    title,
                    explanation,
                    "en",
                    observation == null ? null : observation.publishedAt(),
                    observation == null ? null : observation.receivedAt(),
                    source);
        }
    }

    record Observation(@Nullable UUID id, @Nullable Instant publishedAt, @Nullable Instant receivedAt) {}

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
