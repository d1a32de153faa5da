package org.tocsin.alert.match;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

import org.tocsin.alert.text.Hashing;

/**
 * Hashes by which reports that may tell of one event are found in an index: a place, a name or a number of the lead,
 * each together with the fortnight, so that the index answers as fast after years as after weeks.
 */
public final class MatchKeys {

    /** Length of a stretch of time that shares keys. */
    private static final long STRETCH_SECONDS = 14 * 86_400L;

    private static final int MAX_PLACES = 5;
    private static final int MAX_NUMBERS = 4;
    private static final int MAX_NAMES = 8;

    private MatchKeys() {}

    /** The keys under which a report is kept. */
    public static Integer[] of(Sighting sighting) {
        return between(sighting, sighting.eventAt(), sighting.eventAt());
    }

    /** The keys of reports of the same event, published within the window of its category. */
    public static Integer[] around(Sighting sighting) {
        return between(
                sighting,
                sighting.eventAt().minus(sighting.category().window()),
                sighting.eventAt().plus(sighting.category().window()));
    }

    private static Integer[] between(Sighting sighting, Instant from, Instant to) {
        var keys = new TreeSet<Integer>();
        List<Long> values = values(sighting);
        for (long stretch = stretch(from); stretch <= stretch(to); stretch++) {
            for (long value : values) {
                keys.add((int) (Hashing.mix(value * 31 + stretch) >>> 32));
            }
        }
        return keys.toArray(Integer[]::new);
    }

    private static long stretch(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STRETCH_SECONDS);
    }

    private static List<Long> values(Sighting sighting) {
        var values = new TreeSet<Long>();
        sighting.placeKeys().stream().limit(MAX_PLACES).forEach(place -> values.add(Hashing.of(place)));
        sighting.text().leadNumbers(MAX_NUMBERS).forEach(number -> values.add(Hashing.mix(number)));
        sighting.text().nameKeys(MAX_NAMES).forEach(name -> values.add(Hashing.mix(name + 7L)));
        return List.copyOf(values);
    }
}
