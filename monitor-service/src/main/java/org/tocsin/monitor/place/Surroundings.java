package org.tocsin.monitor.place;

import java.util.List;
import java.util.Set;

import org.tocsin.monitor.detect.TermSets;
import org.tocsin.monitor.text.Analyzers;
import org.tocsin.monitor.text.Tokens;

/** What stands around the words of one document that may be names of places: prepositions, case endings, "town of". */
final class Surroundings {

    /** The term sets of {@code context.tsv}; no place is called so. */
    static final String SETS = "~";

    private static final String BEFORE = SETS + "before";
    private static final String AFTER = SETS + "after";
    private static final String NOUN = SETS + "noun";

    private static final Set<String> AND = Set.of("and", "und", "et", "y", "e", "ve", "ile", "و", "او", "اور");
    private static final Set<String> OF = Set.of("of", "de", "von", "du", "del", "d");
    private static final Set<String> ARTICLES = Set.of("the", "la", "le", "el", "der", "den", "dem", "l", "los", "las");

    private final boolean[] before;
    private final boolean[] after;
    private final boolean[] noun;
    private final Tokens tokens;
    private final String title;
    private final String text;
    private final boolean turkish;

    Surroundings(List<TermSets.Found> found, String language, Tokens tokens, String title, String text) {
        this.before = new boolean[tokens.size()];
        this.after = new boolean[tokens.size()];
        this.noun = new boolean[tokens.size()];
        this.tokens = tokens;
        this.title = title;
        this.text = text;
        this.turkish = Analyzers.base(language).equals("tr");
        for (TermSets.Found one : found) {
            switch (one.name()) {
                case BEFORE -> before[one.last()] = true;
                case AFTER -> after[one.first()] = true;
                case NOUN -> {
                    for (int token = one.first(); token <= one.last(); token++) {
                        noun[token] = true;
                    }
                }
                default -> {
                    // A place.
                }
            }
        }
    }

    /** Whether the words stand where a place is wanted: "in …", "… kentinde", "the town of …". */
    boolean wantPlace(int first, int last) {
        return ahead(first) || behind(last) || turkish && hasCase(last);
    }

    private boolean ahead(int first) {
        int at = first - 1;
        if (at >= 0 && same(at, first) && joined(at) && ARTICLES.contains(tokens.light(at))) {
            at--;
        }
        if (at < 0 || !same(at, first) || !joined(at)) {
            return false;
        }
        return before[at] || noun[at] || at > 0 && OF.contains(tokens.light(at)) && same(at - 1, first) && noun[at - 1];
    }

    private boolean behind(int last) {
        int at = last + 1;
        return at < tokens.size() && same(last, at) && joined(last) && (after[at] || noun[at]);
    }

    /** A Turkish name in a case of place: Van'da, Van'dan, Van'a. */
    private boolean hasCase(int last) {
        String field = field(last);
        for (int i = tokens.start(last) + 1; i < tokens.end(last) - 1; i++) {
            char c = field.charAt(i);
            if (c == '\'' || c == '’') {
                return "dtaeyn".indexOf(field.charAt(i + 1)) >= 0
                        && !field.startsWith("nın", i + 1)
                        && !field.startsWith("nin", i + 1);
            }
        }
        return false;
    }

    /** Whether the word itself is one that places stand beside. */
    boolean speaksOfPlace(int token) {
        return before[token] || after[token] || noun[token];
    }

    /** Whether only a comma or "and" parts the two: what holds for one place of a list holds for the next. */
    boolean listed(int last, int first) {
        int between = first - last - 1;
        return same(last, first)
                && (between == 0
                        ? field(last)
                                .substring(tokens.end(last), tokens.start(first))
                                .strip()
                                .matches("[,،/–-]|و")
                        : between == 1 && AND.contains(tokens.light(last + 1)));
    }

    /** Whether the word begins with a capital; true for scripts that have none. */
    boolean capital(int token) {
        String field = field(token);
        int start = tokens.start(token);
        char c = field.charAt(start);
        while (!Character.isLetter(c) && start + 1 < tokens.end(token)) {
            c = field.charAt(++start);
        }
        // French elision and Turkish endings are part of the written word.
        if (Character.isLowerCase(c) && start + 2 < tokens.end(token) && "'’".indexOf(field.charAt(start + 1)) >= 0) {
            c = field.charAt(start + 2);
        }
        return !Character.isLowerCase(c);
    }

    /** Whether the word stands beside another with a capital that is neither the first of its sentence nor a kind of place. */
    boolean besideName(int first, int last) {
        return name(first - 1, first, first - 1) || name(last + 1, first, last);
    }

    private boolean name(int token, int first, int gap) {
        return token >= 0
                && token < tokens.size()
                && same(token, first)
                && blank(gap)
                && !noun[token]
                && !before[token]
                && tokens.sentenceStart(token) != token
                && capital(token)
                && Character.isLetter(tokens.light(token).charAt(0));
    }

    private boolean same(int one, int other) {
        return tokens.inTitle(one) == tokens.inTitle(other) && tokens.sentence(one) == tokens.sentence(other);
    }

    /** Whether nothing but a blank or a hyphen parts a word from the next. */
    boolean joined(int token) {
        if (tokens.inTitle(token) != tokens.inTitle(token + 1)) {
            return false;
        }
        String field = field(token);
        for (int i = tokens.end(token); i < tokens.start(token + 1); i++) {
            if (!Character.isWhitespace(field.charAt(i)) && "-‑'’«\"“„".indexOf(field.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean blank(int token) {
        return field(token)
                .substring(tokens.end(token), tokens.start(token + 1))
                .isBlank();
    }

    private String field(int token) {
        return tokens.inTitle(token) ? title : text;
    }
}
