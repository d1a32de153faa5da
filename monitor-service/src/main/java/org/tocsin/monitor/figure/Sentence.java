package org.tocsin.monitor.figure;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** The tokens of a sentence with what the lexicon knows about them. */
final class Sentence {

    private static final Sense[] NONE = {};

    private final Lexicon lexicon;
    private final List<Token> tokens;
    private final Sense[][] senses;
    private final int[] ends;
    private final boolean[] taken;
    private final boolean[] joined;
    private final boolean[] future;

    Sentence(Lexicon lexicon, List<Token> tokens) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.senses = new Sense[tokens.size()][];
        this.ends = new int[tokens.size()];
        this.taken = new boolean[tokens.size()];
        this.joined = new boolean[tokens.size()];
        this.future = new boolean[tokens.size()];
    }

    void put(int token, Sense[] found, int end) {
        senses[token] = found;
        ends[token] = end;
    }

    /** Notes that "and" is written together with the word, as in Arabic. */
    void join(int token) {
        joined[token] = true;
    }

    boolean isJoined(int index) {
        return index >= 0 && index < joined.length && joined[index];
    }

    /** Notes that the letter of the future is written together with the verb, as in Arabic. */
    void postpone(int token) {
        future[token] = true;
    }

    boolean isFuture(int index) {
        return future[index];
    }

    int size() {
        return tokens.size();
    }

    List<Token> tokens() {
        return tokens;
    }

    Token token(int index) {
        return tokens.get(index);
    }

    Lexicon lexicon() {
        return lexicon;
    }

    Habits habits() {
        return lexicon.habits();
    }

    /** What the word or phrase that begins at the token means in a role; null if it does not have that role. */
    @Nullable
    Sense sense(int index, Role role) {
        if (index < 0 || index >= senses.length || senses[index] == null) {
            return null;
        }
        for (Sense sense : senses[index]) {
            if (sense.role() == role) {
                return sense;
            }
        }
        return null;
    }

    Sense[] senses(int index) {
        return index < 0 || index >= senses.length || senses[index] == null ? NONE : senses[index];
    }

    boolean has(int index, Role role) {
        return sense(index, role) != null;
    }

    boolean has(int index, Role first, Role second) {
        return has(index, first) || has(index, second);
    }

    /** The token after the word or phrase that begins here. */
    int after(int index) {
        return index < size() && ends[index] > index ? ends[index] : index + 1;
    }

    /** Where the word or phrase that ends right before the token begins. */
    int before(int index) {
        for (int start = index - 1; start >= 0 && start >= index - 6; start--) {
            if (ends[start] == index) {
                return start;
            }
        }
        return index - 1;
    }

    /** Whether the word has the role with the given argument, null for none. */
    boolean hasWith(int index, Role role, @Nullable String argument) {
        for (Sense sense : senses(index)) {
            if (sense.role() == role && Objects.equals(sense.argument(), argument)) {
                return true;
            }
        }
        return false;
    }

    boolean isMark(int index, char mark) {
        return index >= 0 && index < size() && token(index).isMark(mark);
    }

    boolean isDash(int index) {
        return index >= 0 && index < size() && token(index).isDash();
    }

    boolean isWord(int index) {
        return index >= 0 && index < size() && token(index).isWord();
    }

    @Nullable
    Digits digits(int index) {
        return index >= 0 && index < size() ? token(index).digits() : null;
    }

    /** Takes tokens out of what may still be read as a count: they belong to a date. */
    void take(int from, int to) {
        for (int i = from; i < to; i++) {
            taken[i] = true;
        }
    }

    boolean isTaken(int index) {
        return taken[index];
    }
}
