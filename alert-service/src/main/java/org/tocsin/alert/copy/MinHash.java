package org.tocsin.alert.copy;

import java.util.Arrays;

import org.tocsin.alert.text.Hashing;

/**
 * MinHash signatures (Broder 1997) and their LSH bands: two texts share a band with probability 1 − (1 − J³)⁴², which
 * is 0.996 at a Jaccard similarity J of one half, 0.68 at 0.3 and 0.0003 at 0.02.
 */
final class MinHash {

    static final int PERMUTATIONS = 128;
    static final int ROWS = 3;
    static final int BANDS = PERMUTATIONS / ROWS;

    private static final long[] MULTIPLIERS = new long[PERMUTATIONS];
    private static final long[] OFFSETS = new long[PERMUTATIONS];

    static {
        for (int i = 0; i < PERMUTATIONS; i++) {
            // Multiply-shift hashing wants odd multipliers.
            MULTIPLIERS[i] = Hashing.mix(2L * i + 1) | 1;
            OFFSETS[i] = Hashing.mix(2L * i + 2);
        }
    }

    private MinHash() {}

    static int[] signature(int[] shingles) {
        int[] signature = new int[PERMUTATIONS];
        Arrays.fill(signature, Integer.MAX_VALUE);
        for (int shingle : shingles) {
            for (int i = 0; i < PERMUTATIONS; i++) {
                int hash = (int) ((MULTIPLIERS[i] * shingle + OFFSETS[i]) >>> 32);
                if (hash < signature[i]) {
                    signature[i] = hash;
                }
            }
        }
        return signature;
    }

    /** One hash per band, different bands never meeting by construction. */
    static Integer[] bands(int[] signature) {
        Integer[] bands = new Integer[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long hash = band;
            for (int row = 0; row < ROWS; row++) {
                hash = Hashing.mix(hash * 31 + signature[band * ROWS + row]);
            }
            bands[band] = (int) hash;
        }
        return bands;
    }
}
