package org.tocsin.alert.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text without what outlets change when they pass it on: case, accents, punctuation, letter variants of the Arabic
 * script, digits of other scripts, bylines and boilerplate lines.
 */
public final class CanonicalText {

    /** Longer texts are cut: a signal's document is bounded to 20,000 characters, so this is only a guard. */
    private static final int MAX_LENGTH = 40_000;

    /** Scripts written without spaces, and texts without any, are cut into pieces of this many characters. */
    private static final int PIECE = 6;

    private static final int LONGEST_WORD = 40;

    /** Lines that belong to the page and not to the report. Matched on whole lines only. */
    private static final Pattern BOILERPLATE = Pattern.compile(
            "^\\s*(?:by\\s+[\\p{Lu}].{0,60}|reporting by\\b.*|editing by\\b.*|read (?:more|also)\\b.*|share (?:this|on)\\b.*"
                    + "|subscribe\\b.*|sign up\\b.*|follow us\\b.*|advertisement|(?:©|\\(c\\)|copyright\\b).*"
                    + "|all rights reserved.*|this (?:article|story|report) was (?:first|originally) published\\b.*"
                    + "|related (?:stories|articles|news)\\b.*|photo(?:graph)?\\s*:.*|tags?\\s*:.*"
                    + "|lire aussi\\b.*|leer más\\b.*|lesen sie auch\\b.*|بیشتر بخوانید.*|اقرأ أيضا.*)\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** A dateline such as "KABUL, July 14 (Wire) -" is the desk's, not the report's. */
    private static final Pattern DATELINE = Pattern.compile(
            "^\\s*[\\p{Lu}][\\p{L} .,'/-]{1,40}(?:,?\\s+\\d{1,2}\\s+\\p{L}+|,?\\s+\\p{L}+\\.?\\s+\\d{1,2})?"
                    + "\\s*(?:\\([^)]{2,30}\\))?\\s*(?:--|—|–)\\s+");

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?؟۔])\\s+|\\R+");

    /** Thousands set apart by spaces, as in French: 286 631. */
    private static final Pattern SPACED_NUMBER =
            Pattern.compile("(?<!\\d)(\\d{1,3}(?:[ \\u00A0\\u202F\\u2009]\\d{3})+)(?!\\d)");

    private CanonicalText() {}

    /** The words of a text, boilerplate lines left out. */
    public static List<String> words(String text) {
        String body = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
        var words = new ArrayList<String>(body.length() / 6 + 1);
        boolean first = true;
        for (String line : body.split("\\R")) {
            if (line.isBlank() || BOILERPLATE.matcher(line).matches()) {
                continue;
            }
            String content = first ? DATELINE.matcher(line).replaceFirst("") : line;
            first = false;
            split(fold(closeNumbers(content)), words);
        }
        return words;
    }

    private static String closeNumbers(String line) {
        return SPACED_NUMBER.matcher(line).replaceAll(match -> match.group().replaceAll("\\D", ""));
    }

    /** Sentences of the text as they stand, for looking at the spelling of names. */
    public static String[] sentences(String text) {
        return SENTENCE_END.split(text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text);
    }

    /** One form for all spellings of a string: lower case, no accents, one alphabet per script, ASCII digits. */
    public static String fold(String raw) {
        String decomposed = Normalizer.normalize(raw, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            int type = Character.getType(c);
            if (type == Character.NON_SPACING_MARK || type == Character.FORMAT || c == 'ـ' || c == '\u00AD') {
                continue;
            }
            folded.append(type == Character.DECIMAL_DIGIT_NUMBER ? (char) ('0' + Character.digit(c, 10)) : letter(c));
        }
        return folded.toString();
    }

    /** Letters that different keyboards write for the same sound. */
    private static char letter(char c) {
        return switch (c) {
            case 'ي', 'ى', 'ې', 'ۍ', 'ئ', 'ے' -> 'ی';
            case 'ك', 'ګ' -> 'ک';
            case 'ة', 'ۀ', 'ہ', 'ھ', 'ە' -> 'ه';
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ؤ' -> 'و';
            case 'ı' -> 'i';
            case 'ß' -> 's';
            case '’', '`' -> '\'';
            default -> c;
        };
    }

    private static void split(String folded, List<String> words) {
        int start = -1;
        for (int i = 0; i <= folded.length(); i++) {
            boolean inside = i < folded.length() && inWord(folded, i);
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                add(folded.substring(start, i), words);
                start = -1;
            }
        }
    }

    /** Letters and digits; separators between digits stay inside, so that 286,631 is one word. */
    private static boolean inWord(String text, int i) {
        char c = text.charAt(i);
        if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
            return true;
        }
        boolean separator = c == ',' || c == '.' || c == '٬' || c == '٫';
        return separator
                && i > 0
                && i + 1 < text.length()
                && Character.isDigit(text.charAt(i - 1))
                && Character.isDigit(text.charAt(i + 1));
    }

    private static void add(String word, List<String> words) {
        String clean = Character.isDigit(word.charAt(0)) ? word.replaceAll("[,.٬٫]", "") : word;
        if (clean.length() <= LONGEST_WORD) {
            words.add(clean);
            return;
        }
        for (int i = 0; i < clean.length(); i += PIECE) {
            words.add(clean.substring(i, Math.min(clean.length(), i + PIECE)));
        }
    }
}
