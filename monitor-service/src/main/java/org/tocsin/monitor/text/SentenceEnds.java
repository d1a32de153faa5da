package org.tocsin.monitor.text;

import java.util.Set;

/** Decides from what stands between two words whether a sentence ends there. */
final class SentenceEnds {

    /** Titles and the like whose full stop is not the end; in folded letters. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "dr", "mr", "mrs", "ms", "prof", "gen", "col", "lt", "sgt", "maj", "st", "no", "vs", "jr", "sr", "gov",
            "sen", "rep", "ca", "bzw", "usw", "inkl", "mio", "mrd", "nr", "str", "abs", "art", "sra", "dra", "num",
            "av", "env", "etc", "approx", "est", "jan", "feb", "aug", "sept", "oct", "nov", "dec", "u", "s", "a", "z",
            "b", "d", "h");

    /** Longer texts are no headlines. */
    private static final int LONGEST_HEADLINE = 300;

    private SentenceEnds() {}

    /**
     * Where the colon stands before the question that a headline ends with: "Mauritania stops permits: who will build?"
     * tells of the permits and asks about something else. -1 if there is none.
     */
    static int questionBehindColon(String text) {
        if (text.length() > LONGEST_HEADLINE || !asks(text, Math.max(0, text.length() - 3), text.length())) {
            return -1;
        }
        int colon = text.lastIndexOf(": ");
        return colon > 0 && !asks(text, 0, colon) ? colon : -1;
    }

    /** Whether the gap between the end of one word and the start of the next closes a sentence. */
    static boolean between(CharSequence text, int from, int to, String previous) {
        int newlines = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '!', '?', '؟', '۔', '…', '。', '।', '؛' -> {
                    return true;
                }
                case '.' -> {
                    if (fullStop(text, i, to, previous)) {
                        return true;
                    }
                }
                case '\n' -> newlines++;
                case '•', '|', '\u2029' -> {
                    return true;
                }
                default -> {
                    // Commas, spaces, quotes and brackets leave the sentence open.
                }
            }
        }
        return newlines > 1;
    }

    /** Whether what stands between two words closes a question. */
    static boolean asks(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '?' || text.charAt(i) == '؟') {
                return true;
            }
        }
        return false;
    }

    private static boolean fullStop(CharSequence text, int at, int next, String previous) {
        if (at + 1 < next && text.charAt(at + 1) == '.') {
            return false;
        }
        if (previous.length() == 1 || ABBREVIATIONS.contains(previous) || ordinal(previous)) {
            return false;
        }
        if (at + 1 == next) {
            // No blank after the stop: "Kabul.The" and Arabic script end a sentence, "3.5" and "example.org" do not.
            return next < text.length()
                    && !Character.isDigit(text.charAt(next))
                    && !Character.isLowerCase(text.charAt(next))
                    && previous.length() > 3;
        }
        return next >= text.length() || !Character.isLowerCase(text.charAt(next));
    }

    /** German and Turkish dates: "am 3. Juli". */
    private static boolean ordinal(String previous) {
        return previous.length() <= 2 && Character.isDigit(previous.charAt(0));
    }
}
