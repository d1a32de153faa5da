package org.tocsin.alert.search;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.tocsin.alert.alert.AlertStatus;
import org.tocsin.alert.alert.AlertView;
import org.tocsin.alert.alert.SearchText;
import org.tocsin.alert.score.Band;

/**
 * Which alerts a reader wants; empty sets and nulls let everything through.
 *
 * @param categories any of these among the alert's aspects
 * @param countries any of these, as the acting state or as the place
 * @param minSeverity 0 to 100
 * @param minConfidence 0 to 1
 * @param since event time: alerts with a report at or after this instant
 * @param until event time: alerts that began before this instant
 * @param updatedSince alerts that changed at or after this instant
 * @param words folded words that must all occur, each at least as a beginning
 */
public record AlertFilter(
        Set<String> categories,
        Set<String> countries,
        Set<Band> bands,
        int minSeverity,
        double minConfidence,
        Set<AlertStatus> statuses,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable Instant updatedSince,
        List<String> words) {

    public AlertFilter {
        categories = Set.copyOf(categories);
        countries = Set.copyOf(countries);
        bands = Set.copyOf(bands);
        statuses = Set.copyOf(statuses);
        words = List.copyOf(words);
    }

    /** Whether an alert passes; says the same as the query of the database. */
    public boolean matches(AlertView alert) {
        return any(categories, alert.categories())
                && any(countries, alert.countries())
                && any(bands, List.of(alert.band()))
                && any(statuses, List.of(alert.status()))
                && alert.severity() >= minSeverity
                && alert.confidence() >= minConfidence
                && (since == null || !alert.lastEventAt().isBefore(since))
                && (until == null || alert.openedAt().isBefore(until))
                && (updatedSince == null || !alert.updatedAt().isBefore(updatedSince))
                && (words.isEmpty() || holdsWords(alert));
    }

    private static <T> boolean any(Set<T> wanted, List<T> present) {
        return wanted.isEmpty() || present.stream().anyMatch(wanted::contains);
    }

    private boolean holdsWords(AlertView alert) {
        Set<String> present = Set.copyOf(SearchText.of(alert));
        return words.stream().allMatch(word -> present.stream().anyMatch(other -> other.startsWith(word)));
    }
}
