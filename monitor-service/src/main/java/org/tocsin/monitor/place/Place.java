package org.tocsin.monitor.place;

import org.jspecify.annotations.Nullable;

/**
 * A place of the gazetteer.
 *
 * @param name its English name
 * @param kind what it is
 * @param country ISO 3166-1 alpha-2
 * @param pcode P-code of the place or of the first-level division it lies in, null where not known
 */
public record Place(String name, Kind kind, String country, @Nullable String pcode) {

    /** What a place is, from the large to the small. */
    public enum Kind {
        COUNTRY,
        REGION,
        CITY,
        CROSSING,
        CAMP
    }
}
