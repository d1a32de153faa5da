package org.tocsin.alert.copy;

import java.util.Arrays;
import java.util.List;

import org.tocsin.alert.text.Hashing;

/** The set of a text's word triples, as sorted hashes. A short text is one shingle of all its words. */
final class Shingles {

    /** Three words: long enough to be telling, short enough to survive an edit in every tenth word. */
    private static final int WORDS = 3;

    /** More would only cost room: 20,000 characters hold some 3,300 words. */
    private static final int MAX = 4_000;

    private Shingles() {}

    static int[] of(List<String> words) {
        if (words.isEmpty()) {
            return new int[0];
        }
        int count = Math.min(MAX, Math.max(1, words.size() - WORDS + 1));
        int[] hashes = new int[count];
        var shingle = new StringBuilder();
        for (int i = 0; i < count; i++) {
            shingle.setLength(0);
            for (int j = i; j < Math.min(words.size(), i + WORDS); j++) {
                shingle.append(words.get(j)).append(' ');
            }
            hashes[i] = (int) (Hashing.of(shingle) >>> 32);
        }
        return distinct(hashes);
    }

    /** Sorts the values and drops repetitions. */
    static int[] distinct(int[] values) {
        Arrays.sort(values);
        int length = 0;
        for (int value : values) {
            if (length == 0 || values[length - 1] != value) {
                values[length++] = value;
            }
        }
        return Arrays.copyOf(values, length);
    }

    /** How many values two sorted sets share. */
    static int shared(int[] a, int[] b) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            if (a[i] == b[j]) {
                shared++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return shared;
    }
}
