package org.tocsin.alert.alert;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.alert.fact.Place;
import org.tocsin.alert.fact.Source;
import org.tocsin.alert.figure.Figure;

/**
 * A document and what it says about one event.
 *
 * @param prominence for each category that its signals found, how much the document is about it; above 0
 * @param country ISO 3166-1 alpha-2 of the acting state, {@code ZZ} if unknown
 * @param url where to read it, or null
 * @param eventAt when it was published, at the latest when it arrived
 * @param planned whether it only announces
 * @param quotes the words that fired the rules
 * @param rules names of the rules
 */
public record ReportFacts(
        UUID documentId,
        Map<String, Double> prominence,
        String country,
        @Nullable String url,
        String title,
        Source source,
        String language,
        Instant publishedAt,
        Instant eventAt,
        boolean planned,
        List<Place> places,
        List<Figure> figures,
        List<String> quotes,
        Set<String> rules) {

    /** The acting state of events whose state is not known. */
    public static final String UNKNOWN_COUNTRY = "ZZ";

    public ReportFacts {
        prominence = Map.copyOf(prominence);
        if (prominence.isEmpty()) {
            throw new IllegalArgumentException("a report has at least one category");
        }
        places = List.copyOf(places);
        figures = List.copyOf(figures);
        quotes = List.copyOf(quotes);
        rules = Set.copyOf(rules);
    }

    /** The categories, what the document is most about first. */
    public List<String> categories() {
        return ranked(prominence);
    }

    /** What a document with signals of such prominence is most about. */
    public static String leading(Map<String, Double> prominence) {
        return ranked(prominence).get(0);
    }

    private static List<String> ranked(Map<String, Double> prominence) {
        return prominence.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
