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
 * @param titleEdited whether a person wrote the title
 * @param headline what the title is made of
 * @param reportCount how many reports there are, copies included; null when the event does not say
 * @param independentSources how many voices these are; null when the event does not say
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
        boolean titleEdited,
        Headline headline,
        @Nullable Integer reportCount,
        @Nullable Integer independentSources,
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

    /**
     * What the title is made of.
     *
     * @param country the state that acts, null if it is not known
     * @param place where it happens, null if that is not known
     * @param planned whether it is only announced
     * @param figures where among the figures those are that measure the event, the one that names it first
     */
    public record Headline(@Nullable String country, @Nullable String place, boolean planned, List<Integer> figures) {

        public Headline {
            figures = List.copyOf(figures);
        }
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
            boolean cumulative,
            @Nullable String status,
            @Nullable String role,
            @Nullable String quote,
            @Nullable String documentId) {

        /** Whether it is announced and has not happened. */
        public boolean planned() {
            return "PLANNED".equals(status);
        }

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

    /**
     * One part of the severity and why it counts.
     *
     * @param reason in English
     */
    public record ScorePart(String component, double points, @Nullable String reason, Basis basis) {}

    /** What the reason of a part of the severity says; null and empty where it says nothing of that. */
    public record Basis(
            @Nullable String category,
            @Nullable Long people,
            @Nullable Long killed,
            @Nullable Long injured,
            @Nullable Long perDay,
            @Nullable Double growth,
            List<String> groups,
            @Nullable Boolean livesLost) {

        public Basis {
            groups = List.copyOf(groups);
        }
    }

    /** A report that the alert rests on. */
    public record Report(
            @Nullable String documentId,
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

        /** Whether it repeats another one's text. */
        public boolean copy() {
            return "COPY".equals(relation);
        }
    }
}
