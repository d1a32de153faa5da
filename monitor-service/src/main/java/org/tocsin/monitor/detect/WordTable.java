package org.tocsin.monitor.detect;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Words of patterns with the atoms that they stand for, as they are written and as stems. One array of keys, so that
 * tens of thousands of words take little memory and a word of a text is found in one look.
 */
final class WordTable {

    private static final int[] NOTHING = {};

    private final @Nullable String[] words;
    /** Beside the words, so that most others are told apart without a look at their letters. */
    private final int[] hashes;

    private final int[][] asWritten;
    private final int[][] asStem;
    private final int mask;
    private final boolean anyStem;

    WordTable(Map<String, Collection<Integer>> light, Map<String, Collection<Integer>> stems) {
        Set<String> all = new TreeSet<>(light.keySet());
        all.addAll(stems.keySet());
        int capacity = Integer.highestOneBit(Math.max(1, all.size() - 1)) * 4;
        words = new String[capacity];
        hashes = new int[capacity];
        asWritten = new int[capacity][];
        asStem = new int[capacity][];
        mask = capacity - 1;
        anyStem = !stems.isEmpty();
        Arrays.fill(asWritten, NOTHING);
        Arrays.fill(asStem, NOTHING);
        for (String word : all) {
            int slot = slot(word);
            words[slot] = word;
            hashes[slot] = word.hashCode();
            asWritten[slot] = atoms(light.get(word));
            asStem[slot] = atoms(stems.get(word));
        }
    }

    private static int[] atoms(@Nullable Collection<Integer> numbers) {
        return numbers == null
                ? NOTHING
                : numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private int slot(String word) {
        int hash = word.hashCode();
        int slot = (hash ^ hash >>> 15) & mask;
        String there = words[slot];
        while (there != null && (hashes[slot] != hash || !there.equals(word))) {
            slot = slot + 1 & mask;
            there = words[slot];
        }
        return slot;
    }

    /** Adds the atoms of a word of a text to the collector. */
    void collect(String light, String stem, IntList into) {
        int slot = slot(light);
        into.addAll(asWritten[slot]);
        if (anyStem) {
            into.addAll(asStem[stem.equals(light) ? slot : slot(stem)]);
        }
    }
}
