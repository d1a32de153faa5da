package org.tocsin.monitor.reading;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.figure.Figure;
import org.tocsin.monitor.place.Place;

/**
 * A rule that fired on a report.
 *
 * @param rule the rule's id
 * @param ruleVersion the rule's version
 * @param category the rule's category
 * @param country ISO 3166-1 alpha-2 of the state that acts, or null if the report does not tell
 * @param places where it happens
 * @param planned announced rather than done
 * @param score the sum of the weights of what was found
 * @param evidence the words of the report, the earliest first
 * @param trace why, in detail
 * @param figures the numbers of people that belong to the event
 */
public record Signal(
        String rule,
        int ruleVersion,
        String category,
        @Nullable String country,
        List<Place> places,
        boolean planned,
        double score,
        List<Evidence> evidence,
        List<TraceEntry> trace,
        List<Figure> figures) {

    public Signal {
        places = List.copyOf(places);
        evidence = List.copyOf(evidence);
        trace = List.copyOf(trace);
        figures = List.copyOf(figures);
    }
}
