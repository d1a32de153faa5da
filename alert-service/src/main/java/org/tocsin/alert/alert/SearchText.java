package org.tocsin.alert.alert;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.tocsin.alert.fact.Place;
import org.tocsin.alert.text.CanonicalText;

/**
 * The words by which an alert is found: title, summary, states in the ten languages, places, and titles and quotes of its
 * reports, in one form for all spellings. Pure.
 */
public final class SearchText {

    private static final int MAX_LENGTH = 20_000;

    private static final List<Locale> LANGUAGES = Stream.of("en", "fa", "ps", "ur", "ar", "tr", "de", "fr", "es")
            .map(Locale::forLanguageTag)
            .toList();

    private SearchText() {}

    /** The words of an alert. */
    public static List<String> of(AlertView alert) {
        Stream<String> reports = alert.reports().stream()
                .flatMap(report -> Stream.concat(Stream.of(report.title()), report.quotes().stream()));
        return of(alert.title() + " " + alert.summary(), alert.countries(), alert.places(), reports);
    }

    /** The words of a search. */
    public static List<String> query(String text) {
        // Behind another word nothing is taken for the byline or boilerplate that a report's line may begin with.
        return CanonicalText.words("q " + text.replaceAll("\\R", " ")).stream()
                .skip(1)
                .toList();
    }

    static List<String> of(
            String heading, Collection<String> countries, Collection<Place> places, Stream<String> reports) {
        var text = new StringBuilder(heading);
        countries.forEach(code -> names(code).forEach(name -> text.append(' ').append(name)));
        places.forEach(place -> text.append(' ').append(place.name()));
        reports.takeWhile(words -> text.length() < MAX_LENGTH)
                .forEach(words -> text.append(' ').append(words.replaceAll("\\R", " ")));
        return query(text.substring(0, Math.min(text.length(), MAX_LENGTH)));
    }

    private static Stream<String> names(String country) {
        var state = new Locale.Builder().setRegion(country).build();
        return LANGUAGES.stream().map(state::getDisplayCountry).distinct();
    }
}
