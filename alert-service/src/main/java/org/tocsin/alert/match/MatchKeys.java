package org.tocsin.alert.match;

import java.util.TreeSet;

import org.tocsin.alert.text.Hashing;

/** Hashes by which reports that may tell of one event are found in an index: a place, a name, a number of the lead. */
public final class MatchKeys {

    private static final int MAX_PLACES = 5;
    private static final int MAX_NUMBERS = 4;
    private static final int MAX_NAMES = 8;

    private MatchKeys() {}

    /** The keys under which a report is kept, and by which others are looked for. */
    public static Integer[] of(Sighting sighting) {
        var values = new TreeSet<Integer>();
        sighting.placeKeys().stream().limit(MAX_PLACES).forEach(place -> values.add(key(Hashing.of(place))));
        sighting.text().leadNumbers(MAX_NUMBERS).forEach(number -> values.add(key(Hashing.mix(number))));
        sighting.text().nameKeys(MAX_NAMES).forEach(name -> values.add(key(Hashing.mix(name + 7L))));
        return values.toArray(Integer[]::new);
    }

    private static int key(long value) {
        return (int) (value >>> 32);
    }
}
