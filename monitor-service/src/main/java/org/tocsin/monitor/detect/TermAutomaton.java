package org.tocsin.monitor.detect;

import java.util.Arrays;
import java.util.List;

import org.tocsin.monitor.text.Tokens;

/**
 * The terms of all rules in one language. Each word of a text is looked up once, whatever the number of rules; only
 * where the first word of a pattern stands are its further words compared.
 */
final class TermAutomaton {

    /** A pattern: for each position the atoms that may fill it, and the gap allowed before it. */
    record Phrase(int concept, String pattern, int[][] elements, int[] gaps) {

        boolean isWord() {
            return elements.length == 1;
        }
    }

    /**
     * What an atom begins.
     *
     * @param words patterns of this one word
     * @param concepts the concepts of these, beside them to spare a look into each
     * @param phrases patterns that go on
     */
    record Beginning(Phrase[] words, int[] concepts, Phrase[] phrases) {

        private static final Phrase[] NONE = {};

        /** Shared by the many atoms that begin nothing. */
        private static final Beginning NOTHING = new Beginning(NONE, new int[0], NONE);

        static Beginning of(List<Phrase> all) {
            if (all.isEmpty()) {
                return NOTHING;
            }
            Phrase[] words = all.stream().filter(Phrase::isWord).toArray(Phrase[]::new);
            Phrase[] phrases = all.stream().filter(phrase -> !phrase.isWord()).toArray(Phrase[]::new);
            int[] concepts = Arrays.stream(words).mapToInt(Phrase::concept).toArray();
            return new Beginning(words, concepts, phrases.length == 0 ? NONE : phrases);
        }
    }

    private final WordTable words;
    private final Affixes affixes;
    private final PairTable pairs;
    private final Beginning[] byFirstAtom;
    private final int concepts;

    /**
     * @param pairs phrases by their first two words
     * @param byFirstAtom the other patterns by their first word
     * @param concepts no pattern has a concept of this number or above
     */
    TermAutomaton(WordTable words, Affixes affixes, PairTable pairs, Beginning[] byFirstAtom, int concepts) {
        this.words = words;
        this.affixes = affixes;
        this.pairs = pairs;
        this.byFirstAtom = byFirstAtom;
        this.concepts = concepts;
    }

    /** All concepts in the text, by their first word. */
    Hits find(Tokens tokens) {
        int size = tokens.size();
        int[] from = new int[size + 1];
        IntList atoms = new IntList(size);
        for (int token = 0; token < size; token++) {
            from[token] = atoms.size();
            words.collect(tokens.light(token), tokens.stem(token), atoms);
            affixes.collect(tokens.light(token), atoms);
        }
        from[size] = atoms.size();
        return new Search(tokens, from, atoms, new Hits(tokens, concepts)).run(pairs, byFirstAtom);
    }

    private record Search(Tokens tokens, int[] from, IntList atoms, Hits hits) {

        Hits run(PairTable pairs, Beginning[] byFirstAtom) {
            for (int token = 0; token < tokens.size(); token++) {
                int begin = hits.size();
                boolean pair = token + 1 < tokens.size() && tokens.sentence(token + 1) == tokens.sentence(token);
                for (int i = from[token]; i < from[token + 1]; i++) {
                    Beginning beginning = byFirstAtom[atoms.get(i)];
                    for (int word = 0; word < beginning.concepts.length; word++) {
                        hits.add(beginning.words[word], beginning.concepts[word], token, token, begin);
                    }
                    addIfComplete(beginning.phrases, 1, token, token, begin);
                    for (int j = from[token + 1]; pair && j < from[token + 2]; j++) {
                        addIfComplete(pairs.beginningWith(atoms.get(i), atoms.get(j)), 2, token, token + 1, begin);
                    }
                }
            }
            hits.index();
            return hits;
        }

        /** Adds the phrases whose elements from the given one on follow the given word. */
        private void addIfComplete(Phrase[] phrases, int element, int first, int token, int begin) {
            for (Phrase phrase : phrases) {
                int last = end(phrase, element, token);
                if (last >= 0) {
                    hits.add(phrase, phrase.concept, first, last, begin);
                }
            }
        }

        /** Where the phrase ends if its earlier elements end at the given word; -1 if it does not go on. */
        int end(Phrase phrase, int element, int token) {
            if (element == phrase.elements.length) {
                return token;
            }
            int limit = Math.min(tokens.size() - 1, token + 1 + phrase.gaps[element]);
            int sentence = tokens.sentence(token);
            for (int next = token + 1; next <= limit && tokens.sentence(next) == sentence; next++) {
                if (has(next, phrase.elements[element])) {
                    int end = end(phrase, element + 1, next);
                    if (end >= 0) {
                        return end;
                    }
                }
            }
            return -1;
        }

        private boolean has(int token, int[] wanted) {
            for (int i = from[token]; i < from[token + 1]; i++) {
                boolean found =
                        wanted.length == 1 ? wanted[0] == atoms.get(i) : Arrays.binarySearch(wanted, atoms.get(i)) >= 0;
                if (found) {
                    return true;
                }
            }
            return false;
        }
    }
}
