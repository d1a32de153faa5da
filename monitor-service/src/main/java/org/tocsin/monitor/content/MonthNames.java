package org.tocsin.monitor.content;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The names of the Gregorian months in our languages, as CLDR has them, in full and short. */
final class MonthNames {

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*\\.?");
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "tr", "fa", "ps", "ur", "ar");
    private static final Map<String, String> ENGLISH = names();

    private MonthNames() {}

    /** The text with every name of a month replaced by its English abbreviation of three letters. */
    static String inEnglish(String text) {
        return WORD.matcher(text).replaceAll(MonthNames::english);
    }

    private static String english(MatchResult word) {
        return ENGLISH.getOrDefault(key(word.group()), word.group());
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (Month month : Month.values()) {
            String english =
                    month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).substring(0, 3);
            for (String language : LANGUAGES) {
                for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT)) {
                    names.putIfAbsent(key(month.getDisplayName(style, Locale.forLanguageTag(language))), english);
                }
            }
        }
        names.put("sept", "Sep");
        // Numbers stand for a month where a language has no name of its own for it.
        names.keySet().removeIf(name -> !Character.isLetter(name.codePointAt(0)));
        return Map.copyOf(names);
    }

    private static String key(String name) {
        String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return bare.toLowerCase(Locale.ROOT);
    }
}
