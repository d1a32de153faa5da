package org.tocsin.monitor.reading;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Why a rule counted, or did not count, one place of the report.
 *
 * @param match the combination or pattern
 * @param weight what it adds to the score if it stands
 * @param hits what was found, the trigger first
 * @param planned announced rather than done
 * @param guard what took the match back: kind and cue, or null if it stands
 */
public record TraceEntry(String match, double weight, List<HitTrace> hits, boolean planned, @Nullable String guard) {

    public TraceEntry {
        hits = List.copyOf(hits);
    }

    /**
     * @param concept the term set
     * @param pattern the pattern as written in the rule
     * @param quote the words of the report
     * @param field {@code title} or {@code text}
     * @param start UTF-16 offset in the field, inclusive
     * @param end UTF-16 offset in the field, exclusive
     * @param distance words between it and the trigger
     */
    public record HitTrace(
            String concept, String pattern, String quote, String field, int start, int end, int distance) {}
}
