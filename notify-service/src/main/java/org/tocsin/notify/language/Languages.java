package org.tocsin.notify.language;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The languages in which all our texts are written. */
public final class Languages {

    /** As BCP 47 tags; English first. */
    public static final List<String> TAGS = List.of("en", "fa", "fa-AF", "ps", "ur", "ar", "tr", "de", "fr", "es");

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "ps", "ur");

    private Languages() {}

    /** The best of ours for a reader of the given language; English when there is none. */
    public static Locale best(String tag) {
        Locale wanted = Locale.forLanguageTag(tag);
        String dari = "prs".equals(wanted.getLanguage()) ? "fa-AF" : wanted.toLanguageTag();
        String region = wanted.getLanguage() + "-" + wanted.getCountry();
        for (String candidate : List.of(dari, region, wanted.getLanguage())) {
            if (TAGS.contains(candidate)) {
                return Locale.forLanguageTag(candidate);
            }
        }
        return Locale.ENGLISH;
    }

    /** The value of the attribute {@code dir} for a text in this language. */
    public static String direction(Locale locale) {
        return RIGHT_TO_LEFT.contains(locale.getLanguage()) ? "rtl" : "ltr";
    }
}
