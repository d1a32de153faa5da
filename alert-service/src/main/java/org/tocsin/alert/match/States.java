package org.tocsin.alert.match;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.tocsin.alert.text.CanonicalText;

/** Names of states and what is derived from them, which set no event apart from another in the same state. */
final class States {

    /** Languages whose names of countries Java knows, of those that news comes in. */
    private static final List<String> LANGUAGES = List.of("en", "fa", "ps", "ur", "ar", "tr", "de", "fr", "es");

    /** What of a name is left in "Libyan", "libysch" and "libyen". */
    private static final int KEPT = 5;

    private static final int KEPT_OF_SHORT = 4;

    /** Beginnings that the name of the state does not give. */
    private static final Set<String> IRREGULAR = Set.of(
            "turk",
            "turq",
            "fren",
            "franz",
            "span",
            "espan",
            "deutsc",
            "alleman",
            "german",
            "greek",
            "griech",
            "grec",
            "britis",
            "englis",
            "americ",
            "amerik",
            "estado",
            "states",
            "united",
            "swiss",
            "thai",
            "dutch",
            "polish",
            "polnis",
            "haitian",
            "european",
            "امریک",
            "المان",
            "انگلی",
            "اروپا",
            "اوروب");

    private static final Set<String> NAMES = names();
    private static final Set<String> BEGINNINGS = beginnings();

    private States() {}

    /** Names of all countries, folded. */
    static Set<String> names() {
        var names = new HashSet<String>();
        for (String country : Locale.getISOCountries()) {
            var locale = new Locale.Builder().setRegion(country).build();
            LANGUAGES.forEach(language ->
                    names.add(CanonicalText.fold(locale.getDisplayCountry(Locale.forLanguageTag(language)))));
        }
        return Set.copyOf(names);
    }

    /** Whether the folded word is the name of a state or derived from one. */
    static boolean derived(String word) {
        return NAMES.contains(word)
                || startsWithAny(word, KEPT)
                || startsWithAny(word, KEPT_OF_SHORT)
                || IRREGULAR.stream().anyMatch(word::startsWith);
    }

    private static boolean startsWithAny(String word, int length) {
        return word.length() >= length && BEGINNINGS.contains(word.substring(0, length));
    }

    private static Set<String> beginnings() {
        var beginnings = new HashSet<String>();
        for (String name : NAMES) {
            for (String word : name.split(" ")) {
                if (word.length() > KEPT) {
                    beginnings.add(word.substring(0, KEPT));
                } else if (word.length() >= KEPT_OF_SHORT && name.equals(word)) {
                    beginnings.add(word.substring(0, KEPT_OF_SHORT));
                }
            }
        }
        return Set.copyOf(beginnings);
    }
}
