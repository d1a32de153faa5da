package org.tocsin.alert.score;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.tocsin.alert.text.CanonicalText;

/** Groups in need of special protection, found by the words that the ten languages use for them. */
public final class Vulnerable {

    private static final Map<String, List<String>> STEMS = Map.of(
            "Children",
            List.of(
                    "child",
                    "minors",
                    "kinder",
                    "minderjährig",
                    "enfant",
                    "mineurs",
                    "niño",
                    "niña",
                    "menores",
                    "çocuk",
                    "کودک",
                    "ماشوم",
                    "بچے",
                    "بچوں",
                    "اطفال",
                    "طفل"),
            "Women",
            List.of("women", "girls", "pregnant", "frauen", "femme", "mujer", "kadın", "زنان", "ښځ", "خواتین", "نساء"),
            "Elderly or sick people",
            List.of(
                    "elderly",
                    "disabled",
                    "patients",
                    "kranke",
                    "malades",
                    "ancianos",
                    "enfermos",
                    "yaşlı",
                    "سالمند",
                    "بیماران",
                    "مرضى"));

    private Vulnerable() {}

    /** Groups named in any of the texts; whole words or their beginnings only. */
    public static Set<String> in(List<String> texts) {
        var found = new HashSet<String>();
        for (String text : texts) {
            List<String> words = CanonicalText.words(text);
            STEMS.forEach((group, stems) -> {
                if (stems.stream().map(CanonicalText::fold).anyMatch(stem -> begins(words, stem))) {
                    found.add(group);
                }
            });
        }
        return found;
    }

    private static boolean begins(List<String> words, String stem) {
        return words.stream().anyMatch(word -> word.startsWith(stem));
    }
}
