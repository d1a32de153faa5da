package org.tocsin.alert.text;

/** Hashes that are the same in every process and release, because they are kept in the database. */
public final class Hashing {

    private Hashing() {}

    /** FNV-1a over the UTF-16 units, finished with a mixer so that all bits are usable. */
    public static long of(CharSequence text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    /** The 64-bit finaliser of SplitMix64. */
    public static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
