package org.tocsin.monitor.detect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.detect.TermAutomaton.Phrase;

/**
 * Phrases by their first two words where these stand side by side. A frequent word begins hundreds of phrases; with its
 * neighbour there are only a few left to be compared.
 */
final class PairTable {

    /** Two words that may be filled in many ways would take as many entries. */
    private static final int MOST_PAIRS = 4;

    private static final Phrase[] NOTHING = {};

    private final long[] keys;
    private final @Nullable Phrase[][] phrases;
    private final int mask;

    private PairTable(Map<Long, List<Phrase>> pairs) {
        int capacity = Integer.highestOneBit(Math.max(1, pairs.size())) * 4;
        keys = new long[capacity];
        phrases = new Phrase[capacity][];
        mask = capacity - 1;
        pairs.forEach((key, list) -> {
            int slot = slot(key);
            keys[slot] = key;
            phrases[slot] = list.toArray(Phrase[]::new);
        });
    }

    /** Whether a phrase can be found by its first two words. */
    static boolean takes(Phrase phrase) {
        return phrase.elements().length > 1
                && phrase.gaps()[1] == 0
                && phrase.elements()[0].length * phrase.elements()[1].length <= MOST_PAIRS;
    }

    /** A table of phrases that it {@link #takes}. */
    static PairTable of(List<Phrase> all) {
        Map<Long, List<Phrase>> pairs = new HashMap<>();
        for (Phrase phrase : all) {
            for (int one : phrase.elements()[0]) {
                for (int two : phrase.elements()[1]) {
                    pairs.computeIfAbsent(key(one, two), key -> new ArrayList<>(1))
                            .add(phrase);
                }
            }
        }
        return new PairTable(pairs);
    }

    private static long key(int one, int two) {
        return (long) one << Integer.SIZE | two;
    }

    private int slot(long key) {
        int hash = (int) (key * 0x9E3779B97F4A7C15L >>> Integer.SIZE);
        int slot = (hash ^ hash >>> 16) & mask;
        while (phrases[slot] != null && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** The phrases that begin with these two atoms. */
    Phrase[] beginningWith(int one, int two) {
        Phrase[] found = phrases[slot(key(one, two))];
        return found == null ? NOTHING : found;
    }
}
