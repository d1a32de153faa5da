package org.tocsin.monitor.detect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All beginnings, endings and inner parts of words of one language, found in one pass over a word's letters
 * (Aho–Corasick; a word is read as {@code ^word$}, so that an anchor is just another letter).
 */
final class Affixes {

    private static final char BEGIN = '\u0002';
    private static final char END = '\u0003';
    private static final int[] NOTHING = {};
    /** Fibonacci hashing: 2^64 divided by the golden ratio, which spreads keys that lie close together. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final List<Map<Character, Integer>> next = new ArrayList<>();
    private final List<List<Integer>> found = new ArrayList<>();
    private int[][] outputs = {};
    private int[] fail = {};
    /** Edges of all nodes in one open table: a step costs one look, however many letters go on from a node. */
    private long[] edges = {};

    private int[] targets = {};
    private int shift;

    Affixes() {
        newNode();
    }

    void add(PatternParser.Kind kind, String folded, int atom) {
        String word =
                switch (kind) {
                    case PREFIX -> BEGIN + folded;
                    case SUFFIX -> folded + END;
                    default -> folded;
                };
        int node = 0;
        for (int i = 0; i < word.length(); i++) {
            node = next.get(node).computeIfAbsent(word.charAt(i), c -> newNode());
        }
        found.get(node).add(atom);
    }

    private int newNode() {
        next.add(new HashMap<>());
        found.add(new ArrayList<>());
        return next.size() - 1;
    }

    /** Freezes the automaton; nothing can be added afterwards. */
    void build() {
        int size = next.size();
        fail = new int[size];
        outputs = new int[size][];
        outputs[0] = NOTHING;
        freezeEdges();
        Deque<Integer> queue = new ArrayDeque<>(next.get(0).values());
        while (!queue.isEmpty()) {
            int node = queue.remove();
            for (var edge : next.get(node).entrySet()) {
                int child = edge.getValue();
                fail[child] = step(fail[node], edge.getKey());
                queue.add(child);
            }
            found.get(node).addAll(found.get(fail[node]));
            outputs[node] = found.get(node).stream().mapToInt(Integer::intValue).toArray();
        }
        next.clear();
        found.clear();
    }

    private void freezeEdges() {
        // Every node but the root has one edge that leads to it; at most half of the table is filled.
        int capacity = Integer.highestOneBit(Math.max(2, next.size())) * 4;
        shift = Long.numberOfLeadingZeros(capacity) + 1;
        edges = new long[capacity];
        targets = new int[capacity];
        Arrays.fill(edges, -1);
        for (int node = 0; node < next.size(); node++) {
            for (var edge : next.get(node).entrySet()) {
                long key = key(node, edge.getKey());
                int slot = slot(key);
                edges[slot] = key;
                targets[slot] = edge.getValue();
            }
        }
    }

    private static long key(int node, char letter) {
        return (long) node << Character.SIZE | letter;
    }

    private int slot(long key) {
        int slot = (int) (key * SPREAD >>> shift);
        while (edges[slot] != key && edges[slot] >= 0) {
            slot = slot + 1 & edges.length - 1;
        }
        return slot;
    }

    private int step(int from, char letter) {
        int node = from;
        while (true) {
            int slot = slot(key(node, letter));
            if (edges[slot] >= 0) {
                return targets[slot];
            }
            if (node == 0) {
                return 0;
            }
            node = fail[node];
        }
    }

    /** Adds to the collector every atom that the word has. */
    void collect(String word, IntList into) {
        if (fail.length == 1) {
            return;
        }
        int node = step(0, BEGIN);
        into.addAll(outputs[node]);
        for (int i = 0; i < word.length(); i++) {
            node = step(node, word.charAt(i));
            into.addAll(outputs[node]);
        }
        into.addAll(outputs[step(node, END)]);
    }
}
