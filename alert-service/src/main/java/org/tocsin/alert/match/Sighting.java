package org.tocsin.alert.match;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.tocsin.alert.category.Category;
import org.tocsin.alert.fact.Place;
import org.tocsin.alert.figure.Figure;

/**
 * What one report says of an event, as far as the matcher looks at it.
 *
 * @param category what the report is most about
 * @param categories all that it tells of, the leading one among them
 * @param country ISO 3166-1 alpha-2 of the acting state, {@code ZZ} if unknown
 * @param eventAt when it was published, at the latest when it arrived
 * @param language BCP 47
 * @param places where it happened
 * @param figures numbers of people
 * @param planned whether it is announced rather than done
 * @param voice who reports; see {@link org.tocsin.alert.fact.Source#voice()}
 * @param text its words, names and numbers
 */
public record Sighting(
        Category category,
        Set<String> categories,
        String country,
        Instant eventAt,
        String language,
        List<Place> places,
        List<Figure> figures,
        boolean planned,
        String voice,
        TextProfile text) {

    private static final String UNKNOWN_COUNTRY = "ZZ";

    public Sighting {
        categories = Set.copyOf(categories);
        places = List.copyOf(places);
        figures = List.copyOf(figures);
    }

    /** Countries of one event meet in these: that of the acting state and those of the places, without unknown ones. */
    public Set<String> countries() {
        var countries = new TreeSet<String>();
        countries.add(country);
        places.stream().map(Place::country).filter(Objects::nonNull).forEach(countries::add);
        countries.remove(UNKNOWN_COUNTRY);
        return countries;
    }

    /** Whether the acting state is known. */
    boolean countryKnown() {
        return !country.equals(UNKNOWN_COUNTRY);
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
