package org.tocsin.monitor.place;

import org.jspecify.annotations.Nullable;

import com.ibm.icu.util.ULocale;

/**
 * A place of the gazetteer.
 *
 * @param name its English name
 * @param kind what it is
 * @param country ISO 3166-1 alpha-2
 * @param pcode P-code of the place or of the first-level division it lies in, null where not known
 */
public record Place(String name, Kind kind, String country, @Nullable String pcode) {

    /** The whole of a state, by its plain English name. */
    static Place state(String country) {
        return new Place(englishName(country), Kind.COUNTRY, country, null);
    }

    /** CLDR's name as a text would write it: "Myanmar", "Trinidad and Tobago". */
    private static String englishName(String country) {
        return switch (country) {
            case "CD" -> "Democratic Republic of the Congo";
            case "CG" -> "Republic of the Congo";
            default ->
                ULocale.getDisplayCountry("und_" + country, "en")
                        .replaceAll("\\s*\\(.*?\\)", "")
                        .replace(" & ", " and ")
                        .replace("St.", "Saint");
        };
    }

    /** What a place is, from the large to the small. */
    public enum Kind {
        COUNTRY,
        REGION,
        CITY,
        CROSSING,
        CAMP
    }
}
