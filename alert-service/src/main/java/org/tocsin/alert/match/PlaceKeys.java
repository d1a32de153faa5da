package org.tocsin.alert.match;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.tocsin.alert.fact.Place;
import org.tocsin.alert.text.CanonicalText;

/** What two reports must share to be about the same place. */
public final class PlaceKeys {

    private static final Set<String> COUNTRIES = States.names();
    private static final Remembered<String> FOLDED =
            new Remembered<>(name -> CanonicalText.fold(name).strip());

    /** By such words the gazetteer tells a division from its town. */
    private static final Pattern DIVISION = Pattern.compile(" (?:province|region|state|county)$");

    private static final Remembered<String> TOWN =
            new Remembered<>(key -> DIVISION.matcher(key).replaceFirst(""));

    private PlaceKeys() {}

    /** Keys of the places; a place that only names a country says nothing that the country does not. */
    public static Set<String> of(List<Place> places) {
        var keys = new TreeSet<String>();
        for (Place place : places) {
            String name = FOLDED.of(place.name());
            if (place.pcode() != null && place.pcode().length() > 2) {
                keys.add("p:" + place.pcode());
            } else if (!name.isEmpty() && !COUNTRIES.contains(name)) {
                keys.add("n:" + name);
            }
        }
        return keys;
    }

    /** Whether one names a division and the other the town of that name: perhaps the same place, perhaps not. */
    static boolean overlap(Set<String> keys, Set<String> others) {
        Set<String> towns = towns(others);
        return towns(keys).stream().anyMatch(towns::contains);
    }

    private static Set<String> towns(Set<String> keys) {
        return keys.stream().map(TOWN::of).collect(Collectors.toSet());
    }

    /** Names that set two places of one division apart, such as two crossings. */
    static Set<String> names(List<Place> places) {
        var names = new HashSet<String>();
        for (Place place : places) {
            String name = FOLDED.of(place.name());
            if (!name.isEmpty() && !COUNTRIES.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }
}
