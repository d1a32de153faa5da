package org.tocsin.alert.search;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.tocsin.alert.alert.AlertStatus;
import org.tocsin.alert.score.Band;

/**
 * Which alerts a reader wants; empty sets and nulls let everything through.
 *
 * @param categories any of these among the alert's aspects
 * @param countries any of these, as the acting state or as the place
 * @param since event time: alerts with a report at or after this instant
 * @param until event time: alerts that began before this instant
 * @param updatedSince alerts that changed at or after this instant
 * @param words folded words that must all occur, each at least as a beginning
 */
record AlertFilter(
        Set<String> categories,
        Set<String> countries,
        Set<Band> bands,
        int minSeverity,
        Set<AlertStatus> statuses,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable Instant updatedSince,
        List<String> words) {

    AlertFilter {
        categories = Set.copyOf(categories);
        countries = Set.copyOf(countries);
        bands = Set.copyOf(bands);
        statuses = Set.copyOf(statuses);
        words = List.copyOf(words);
    }
}
