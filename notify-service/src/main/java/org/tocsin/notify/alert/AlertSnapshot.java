package org.tocsin.notify.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One version of an alert, as far as notification needs it.
 *
 * @param version starts at 1 and rises by at least one with each change
 * @param severity 0 to 100
 * @param confidence 0 to 1
 * @param countries ISO 3166-1 alpha-2, the states that act
 */
public record AlertSnapshot(
        UUID id,
        int version,
        String category,
        @Nullable String status,
        Band band,
        int severity,
        double confidence,
        String title,
        @Nullable String summary,
        List<String> countries,
        List<Place> places,
        List<Figure> figures,
        List<ScorePart> score,
        List<Report> reports,
        @Nullable Instant openedAt,
        @Nullable Instant updatedAt) {

    public AlertSnapshot {
        countries = List.copyOf(countries);
        places = List.copyOf(places);
        figures = List.copyOf(figures);
        score = List.copyOf(score);
        reports = List.copyOf(reports);
    }

    /** A named place, with its P-code where one is known. */
    public record Place(String name, @Nullable String country, @Nullable String pcode) {}

    /** A number of people; see the figures of the detection for the meaning of each part. */
    public record Figure(
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
            @Nullable String status,
            @Nullable String role,
            @Nullable String quote) {

        /** The number that a condition "at least n" is held against: the value, or the certain end of a range. */
        public @Nullable Long size() {
            if (value != null) {
                return value;
            }
            return lower != null ? lower : upper;
        }

        /** Whether a later figure took its place. */
        public boolean superseded() {
            return "SUPERSEDED".equals(role);
        }
    }

    /** One part of the severity and why it counts. */
    public record ScorePart(String component, double points, @Nullable String reason) {}

    /** A report that the alert rests on. */
    public record Report(
            @Nullable String url,
            String title,
            @Nullable String source,
            @Nullable String language,
            @Nullable Instant publishedAt,
            @Nullable String relation,
            List<String> quotes) {

        public Report {
            quotes = List.copyOf(quotes);
        }
    }
}
