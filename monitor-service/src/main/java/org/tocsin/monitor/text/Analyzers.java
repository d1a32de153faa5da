package org.tocsin.monitor.text;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static java.util.Objects.requireNonNull;

/** The analyzers of all languages that Tocsin reads. Immutable and safe for many threads. */
public final class Analyzers {

    /** Languages with rules, without regions: Dari is read with the rules of Persian. */
    private static final List<String> LANGUAGES = List.of("en", "fa", "ps", "ur", "ar", "tr", "de", "fr", "es");

    private final Map<String, TextAnalyzer> analyzers = new LinkedHashMap<>();

    public Analyzers() {
        LANGUAGES.forEach(language -> analyzers.put(language, new TextAnalyzer(language)));
    }

    /** The languages, without regions. */
    public Collection<String> languages() {
        return analyzers.keySet();
    }

    public boolean knows(String language) {
        return analyzers.containsKey(base(language));
    }

    /** The analyzer of a language that {@link #knows} says is known. */
    public TextAnalyzer of(String language) {
        return requireNonNull(analyzers.get(base(language)), language);
    }

    /** The language without its region: {@code fa} for {@code fa-AF}. */
    public static String base(String language) {
        int region = language.indexOf('-');
        return region < 0 ? language : language.substring(0, region);
    }
}
