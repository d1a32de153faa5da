package org.tocsin.monitor.figure;

import java.text.Normalizer;

/**
 * Folds letters so that the spellings of one word meet: case, Latin accents, the Arabic and Persian forms of kaf, yeh
 * and alef, vowel signs, the zero-width joiners. The lexica are folded alike.
 */
final class Letters {

    private static final char[] FOLDED = table();

    private Letters() {}

    /** The folded letter, or 0 for a character that disappears. */
    static char fold(char letter) {
        return FOLDED[letter];
    }

    static String fold(CharSequence word) {
        return fold(word, 0, word.length());
    }

    static String fold(CharSequence text, int start, int end) {
        char[] folded = new char[end - start];
        int length = 0;
        for (int i = start; i < end; i++) {
            char letter = FOLDED[text.charAt(i)];
            if (letter != 0) {
                folded[length++] = letter;
            }
        }
        return new String(folded, 0, length);
    }

    /** Whether the character belongs to a word: letters, their marks, and the joiners inside of words. */
    static boolean inWord(char character) {
        if (character < 128) {
            return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
        }
        if (Character.isSurrogate(character) || Character.isLetter(character)) {
            return true;
        }
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT && character != '\uFEFF';
    }

    private static char[] table() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = foldOne((char) i);
        }
        replace(table, "أإآٱٲٳ", 'ا');
        replace(table, "يىئېۍےۓ", 'ی');
        replace(table, "ك", 'ک');
        replace(table, "ګڭ", 'گ');
        replace(table, "ةۀہۂۃھە", 'ه');
        replace(table, "ؤ", 'و');
        replace(table, "ءـ", '\0');
        replace(table, "ı", 'i');
        return table;
    }

    private static char foldOne(char letter) {
        int type = Character.getType(letter);
        if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
            return 0;
        }
        if (!Character.isLetter(letter)) {
            return letter;
        }
        char lower = Character.toLowerCase(letter);
        boolean decomposes = lower >= 0xC0 && lower < 0x250 || lower >= 0x1E00 && lower < 0x1F00;
        boolean presentationForm = lower >= 0xFB50 && lower <= 0xFDFF || lower >= 0xFE70 && lower <= 0xFEFE;
        if (!decomposes && !presentationForm) {
            return lower;
        }
        return Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFKD).charAt(0);
    }

    private static void replace(char[] table, String letters, char by) {
        letters.chars().forEach(letter -> table[letter] = by);
    }
}
