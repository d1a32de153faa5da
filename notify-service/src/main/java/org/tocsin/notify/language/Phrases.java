package org.tocsin.notify.language;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;

/**
 * Phrases about alerts in one language, with its plural forms, from {@code phrases/phrases_*.properties}. The patterns are
 * those of ICU; numbers are given twice, to choose the form and written out.
 */
public final class Phrases {

    private static final String BUNDLE = "phrases.phrases";

    // Reading a pattern costs far more than using it, and none is safe for several threads.
    private static final Map<Locale, Phrases> ALL = new ConcurrentHashMap<>();

    private final Locale locale;
    private final ResourceBundle patterns;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private Phrases(Locale locale) {
        this.locale = locale;
        this.patterns = ResourceBundle.getBundle(
                BUNDLE,
                locale,
                Phrases.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Those of one language. */
    public static Phrases of(Locale locale) {
        return ALL.computeIfAbsent(locale, Phrases::new);
    }

    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    public String say(String key) {
        return say(key, Map.of());
    }

    /** @param values by the names that the pattern has for them */
    public String say(String key, Map<String, Object> values) {
        MessageFormat format = formats.computeIfAbsent(
                key, name -> new MessageFormat(patterns.getString(name), ULocale.forLocale(locale)));
        return format.clone().format(values);
    }
}
