package org.tocsin.alert.match;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.tocsin.alert.fact.Place;
import org.tocsin.alert.figure.Figure;

/**
 * What one report says of an event, as far as the matcher looks at it.
 *
 * @param categories of the event's family, as far as its signals tell
 * @param eventAt when it was published, at the latest when it arrived
 * @param language BCP 47
 * @param places where it happened
 * @param figures numbers of people
 * @param planned whether it is announced rather than done
 * @param voice who reports; see {@link org.tocsin.alert.fact.Source#voice()}
 * @param text its words, names and numbers
 */
public record Sighting(
        Set<String> categories,
        Instant eventAt,
        String language,
        List<Place> places,
        List<Figure> figures,
        boolean planned,
        String voice,
        TextProfile text) {

    public Sighting {
        categories = Set.copyOf(categories);
        places = List.copyOf(places);
        figures = List.copyOf(figures);
    }

    /** P-codes and folded names, without places that only name a country. */
    Set<String> placeKeys() {
        return PlaceKeys.of(places);
    }

    /** The language without its region: fa-AF and fa read alike. */
    String baseLanguage() {
        int dash = language.indexOf('-');
        return dash < 0 ? language : language.substring(0, dash);
    }
}
