package org.tocsin.alert.text;

/**
 * Cuts words down to what their inflected forms share. Crude on purpose: it only has to bring the forms of one word
 * together for counting, in ten languages, without a dictionary.
 */
public final class Stems {

    /** Endings of Latin-script words come after this many letters. */
    private static final int LATIN = 7;

    private static final int ARABIC = 6;

    private Stems() {}

    /** The stem of a word in the form of {@link CanonicalText#fold}. */
    public static String of(String word) {
        if (word.isEmpty() || Character.isDigit(word.charAt(0))) {
            return word;
        }
        boolean arabic = isArabic(word);
        String bare = arabic ? withoutArticle(word) : word;
        int length = arabic ? ARABIC : LATIN;
        return bare.length() > length ? bare.substring(0, length) : bare;
    }

    /** Whether the word is written in Arabic letters. */
    public static boolean isArabic(String word) {
        return !word.isEmpty() && Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.ARABIC;
    }

    /** An Arabic word without its article and what is written together with it. */
    public static String withoutArticle(String word) {
        for (String prefix : new String[] {"وال", "بال", "فال", "کال", "ال", "لل"}) {
            if (word.startsWith(prefix) && word.length() - prefix.length() >= 3) {
                return word.substring(prefix.length());
            }
        }
        return word;
    }
}
