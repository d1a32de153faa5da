package org.tocsin.monitor.text;

import java.text.Normalizer;

import org.jspecify.annotations.Nullable;

/**
 * One spelling for letters that readers do not tell apart: case, accents, Arabic, Persian, Urdu and Pashto variants of
 * one letter, presentation forms, vowel signs, tatweel, digits of every script, and characters that cannot be seen.
 *
 * <p>The Arabic spelling of a letter is kept (ي, ك, ه), because Lucene's stemmers for Arabic and Persian expect it.
 */
public final class LetterFold {

    /** Letters that Unicode keeps apart and writers of our languages mix. */
    private static final String FROM = "یىېۍےئۓكکڪګہھةۀۂەۃأإآٱؤۇڼںıłđø";

    private static final String TO = "يييييييكككگهههههههااااووننildo";

    /** No letter becomes more letters than this: the longest is an Arabic phrase that is one character. */
    static final int MOST_LETTERS = 18;

    private static final char[] SINGLE = new char[Character.MAX_VALUE + 1];
    private static final @Nullable String[] SEVERAL = new String[Character.MAX_VALUE + 1];

    static {
        for (int i = 0; i <= Character.MAX_VALUE; i++) {
            learn((char) i);
        }
    }

    private LetterFold() {}

    /** The folded spelling of a word; may be empty. */
    public static String fold(CharSequence word) {
        StringBuilder folded = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            append(word.charAt(i), folded);
        }
        return folded.toString();
    }

    /**
     * Folds letters into a buffer that is {@link #MOST_LETTERS} times as long.
     *
     * @return how many letters that makes
     */
    static int fold(char[] letters, int length, char[] into) {
        int size = 0;
        for (int i = 0; i < length; i++) {
            char one = SINGLE[letters[i]];
            if (one != 0) {
                into[size++] = one;
            } else {
                String several = SEVERAL[letters[i]];
                if (several != null) {
                    several.getChars(0, several.length(), into, size);
                    size += several.length();
                }
            }
        }
        return size;
    }

    private static void append(char c, StringBuilder out) {
        char one = SINGLE[c];
        if (one != 0) {
            out.append(one);
        } else {
            String several = SEVERAL[c];
            if (several != null) {
                out.append(several);
            }
        }
    }

    private static void learn(char c) {
        if (Character.isSurrogate(c) || c >= 0xAC00 && c <= 0xD7A3) {
            // Halves of a pair stay as they are; so do Korean syllables, which would fall apart.
            SINGLE[c] = c;
            return;
        }
        String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            keep(plain.charAt(i), kept);
        }
        if (kept.length() == 1) {
            SINGLE[c] = kept.charAt(0);
        } else if (kept.length() > 1) {
            SEVERAL[c] = kept.toString();
        }
    }

    private static void keep(char c, StringBuilder kept) {
        switch (c) {
            case 'ß', 'ẞ' -> kept.append("ss");
            case 'æ', 'Æ' -> kept.append("ae");
            case 'œ', 'Œ' -> kept.append("oe");
            case 'ء', 'ـ', '\'', '’', '‘', 'ʼ', '`' -> {
                // Not written by everybody, so never compared.
            }
            default -> {
                int type = Character.getType(c);
                if (type == Character.NON_SPACING_MARK || type == Character.FORMAT || type == Character.CONTROL) {
                    return;
                }
                if (Character.isDigit(c)) {
                    kept.append((char) ('0' + Character.digit(c, 10)));
                    return;
                }
                char lower = Character.toLowerCase(c);
                int variant = FROM.indexOf(lower);
                kept.append(variant < 0 ? lower : TO.charAt(variant));
            }
        }
    }
}
