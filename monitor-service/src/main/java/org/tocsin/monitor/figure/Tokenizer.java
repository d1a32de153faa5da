package org.tocsin.monitor.figure;

import java.util.ArrayList;
import java.util.List;

import org.tocsin.monitor.figure.Token.Kind;

/** Cuts a text into tokens and tokens into sentences, in one pass and without a look back further than one token. */
final class Tokenizer {

    /** A sentence never grows beyond this, so that reading stays linear in text without full stops. */
    private static final int LONGEST_SENTENCE = 160;

    private final String text;
    private final Habits habits;
    private final DigitReader digits;
    private List<Token> sentence = new ArrayList<>();
    private int at;

    Tokenizer(String text, Habits habits) {
        this.text = text;
        this.habits = habits;
        this.digits = new DigitReader(text);
    }

    /** The tokens of the next sentence, empty at the end of the text. */
    List<Token> next() {
        sentence = new ArrayList<>();
        boolean glued = false;
        while (at < text.length() && sentence.size() < LONGEST_SENTENCE) {
            char character = text.charAt(at);
            if (Letters.inWord(character)) {
                word(glued);
            } else if (Character.isDigit(character)) {
                number(glued);
            } else if (character == '\n') {
                if (lineBreak()) {
                    return sentence;
                }
                glued = false;
                continue;
            } else if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
                at++;
                glued = false;
                continue;
            } else if (isApostrophe(character)
                    && glued
                    && at + 1 < text.length()
                    && Letters.inWord(text.charAt(at + 1))) {
                // "l'expulsion" is two words with nothing between them.
                at++;
            } else if (mark(character, glued)) {
                return sentence;
            }
            glued = true;
        }
        return sentence;
    }

    boolean done() {
        return at >= text.length();
    }

    private void word(boolean glued) {
        int start = at;
        while (at < text.length() && Letters.inWord(text.charAt(at))) {
            at++;
        }
        String form = Letters.fold(text, start, at);
        if (!form.isEmpty()) {
            boolean capital = Character.isUpperCase(text.charAt(start));
            int stem = at;
            int end = skipSuffix(stem);
            sentence.add(new Token(Kind.WORD, start, end, form, null, glued, capital, suffix(stem, end)));
        }
    }

    private void number(boolean glued) {
        int start = at;
        Digits read = digits.read(at);
        at = read.end();
        int end = skipSuffix(at);
        sentence.add(new Token(Kind.NUMBER, start, end, "#", read, glued, false, suffix(read.end(), end)));
    }

    private String suffix(int stem, int end) {
        return end > stem ? Letters.fold(text, stem + 1, end) : "";
    }

    /** The genitive of "Iran's" and the case endings of Turkish numbers and names ("500'den") belong to the token. */
    private int skipSuffix(int end) {
        if (end + 1 >= text.length() || !isApostrophe(text.charAt(end))) {
            return end;
        }
        int last = end + 1;
        while (last < text.length() && last - end <= 6 && Letters.inWord(text.charAt(last))) {
            last++;
        }
        boolean genitive = last - end == 2 && text.charAt(end + 1) == 's';
        if (!genitive && (!habits.caseEndings() || last - end > 6 || last == end + 1)) {
            return end;
        }
        at = last;
        return last;
    }

    private static boolean isApostrophe(char character) {
        return character == '\'' || character == '’' || character == '‘';
    }

    /** An empty line ends the sentence; a single break does so unless the line plainly goes on. */
    private boolean lineBreak() {
        int breaks = 0;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            breaks += text.charAt(at) == '\n' ? 1 : 0;
            at++;
        }
        if (sentence.isEmpty()) {
            return false;
        }
        if (breaks > 1) {
            return true;
        }
        sentence.add(new Token(Kind.LINE, at - 1, at, "\n", null, false, false, ""));
        return false;
    }

    private boolean mark(char character, boolean glued) {
        int start = at++;
        sentence.add(new Token(Kind.MARK, start, at, String.valueOf(character), null, glued, false, ""));
        return switch (character) {
            case '!', '?', '؟', '۔', '。', '।', '\u2029' -> true;
            case '.' -> endsSentence(start);
            default -> false;
        };
    }

    /** A full stop ends the sentence unless it follows an ordinal or an abbreviation, or the text goes on in small. */
    private boolean endsSentence(int stop) {
        int next = at;
        while (next < text.length() && Character.isWhitespace(text.charAt(next)) && text.charAt(next) != '\n') {
            next++;
        }
        if (next >= text.length()) {
            return true;
        }
        if (next == at && text.charAt(next) != '\n' && "\"'”»)]".indexOf(text.charAt(next)) < 0) {
            return false;
        }
        char following = text.charAt(next);
        if (Character.isLowerCase(following) || following == ',') {
            return false;
        }
        int last = sentence.size() - 2;
        if (last < 0) {
            return true;
        }
        Token before = sentence.get(last);
        return before.end() != stop || !abbreviates(before, following);
    }

    private boolean abbreviates(Token before, char following) {
        if (before.kind() == Kind.NUMBER) {
            // "15. Juli", "1. September": the day of a date. A sentence may end in a larger number.
            Digits number = before.digits();
            return habits.ordinalDots() && number != null && number.length() <= 2 && Character.isUpperCase(following);
        }
        return switch (before.form()) {
            case "mio",
                    "mrd",
                    "tsd",
                    "ca",
                    "dr",
                    "mr",
                    "mrs",
                    "ms",
                    "st",
                    "no",
                    "nr",
                    "approx",
                    "bzw",
                    "etwa",
                    "sr",
                    "sra",
                    "gen",
                    "col",
                    "lt",
                    "rs" -> true;
            default -> before.form().length() == 1 && before.form().charAt(0) < 0x250;
        };
    }
}
