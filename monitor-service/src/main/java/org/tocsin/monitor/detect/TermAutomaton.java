package org.tocsin.monitor.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.tocsin.monitor.text.Tokens;

/**
 * The terms of all rules in one language. Each word of a text is looked up once, whatever the number of rules; only
 * where the first word of a pattern stands are its further words compared.
 */
final class TermAutomaton {

    private static final int[] NOTHING = {};

    /** A pattern: for each position the atoms that may fill it, and the gap allowed before it. */
    record Phrase(int concept, String pattern, int[][] elements, int[] gaps) {}

    private final Map<String, int[]> light;
    private final Map<String, int[]> stems;
    private final Affixes affixes;
    private final Phrase[][] byFirstAtom;

    TermAutomaton(Map<String, int[]> light, Map<String, int[]> stems, Affixes affixes, Phrase[][] byFirstAtom) {
        this.light = Map.copyOf(light);
        this.stems = Map.copyOf(stems);
        this.affixes = affixes;
        this.byFirstAtom = byFirstAtom;
    }

    /** All concepts in the text, by their first word. */
    List<Hit> find(Tokens tokens) {
        int size = tokens.size();
        int[] from = new int[size + 1];
        IntList atoms = new IntList();
        for (int token = 0; token < size; token++) {
            from[token] = atoms.size();
            atoms.addAll(light.getOrDefault(tokens.light(token), NOTHING));
            atoms.addAll(stems.getOrDefault(tokens.stem(token), NOTHING));
            affixes.collect(tokens.light(token), atoms);
        }
        from[size] = atoms.size();
        List<Hit> hits = new ArrayList<>();
        Search search = new Search(tokens, from, atoms);
        for (int token = 0; token < size; token++) {
            int begin = hits.size();
            for (int i = from[token]; i < from[token + 1]; i++) {
                for (Phrase phrase : byFirstAtom[atoms.get(i)]) {
                    int last = search.end(phrase, 1, token);
                    if (last >= 0) {
                        addOnce(new Hit(phrase.concept, phrase.pattern, token, last), hits, begin);
                    }
                }
            }
        }
        return hits;
    }

    /** Several patterns of one concept on the same words are one hit. */
    private static void addOnce(Hit hit, List<Hit> hits, int begin) {
        for (int i = begin; i < hits.size(); i++) {
            Hit known = hits.get(i);
            if (known.concept() == hit.concept() && known.last() == hit.last()) {
                return;
            }
        }
        hits.add(hit);
    }

    private record Search(Tokens tokens, int[] from, IntList atoms) {

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
                if (Arrays.binarySearch(wanted, atoms.get(i)) >= 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
