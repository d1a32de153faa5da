package org.tocsin.notify.language;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Names of what is data and not text of ours: categories and what happened to people. New ones can come at any time; they
 * are shown by their code made readable until somebody translates them in {@code terms/terms_*.properties}.
 */
public final class Terms {

    private static final String BUNDLE = "terms.terms";

    private final ResourceBundle names;

    private Terms(ResourceBundle names) {
        this.names = names;
    }

    /** Those of one language. */
    public static Terms of(Locale locale) {
        return new Terms(ResourceBundle.getBundle(
                BUNDLE,
                locale,
                Terms.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** Of a category such as MASS_DEPORTATION. */
    public String category(String code) {
        return name("category." + code, code);
    }

    /** Of what happened to people, such as DEPORTED. */
    public String action(String code) {
        return name("action." + code, code);
    }

    private String name(String key, String code) {
        return names.containsKey(key) ? names.getString(key) : readable(code);
    }

    /** {@code FORCED_DISPLACEMENT} becomes "Forced displacement". */
    public static String readable(String code) {
        String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
