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

    private final List<Map<Character, Integer>> next = new ArrayList<>();
    private final List<List<Integer>> found = new ArrayList<>();
    private int[][] outputs = {};
    private int[] fail = {};
    private char[][] letters = {};
    private int[][] targets = {};
    private int[] fromRoot = {};
    private char lowest;

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
        letters = new char[size][];
        targets = new int[size][];
        Deque<Integer> queue = new ArrayDeque<>(next.get(0).values());
        freeze(0);
        freezeRoot();
        while (!queue.isEmpty()) {
            int node = queue.remove();
            for (var edge : next.get(node).entrySet()) {
                int child = edge.getValue();
                fail[child] = step(fail[node], edge.getKey());
                queue.add(child);
            }
            found.get(node).addAll(found.get(fail[node]));
            freeze(node);
        }
        outputs[0] = NOTHING;
        next.clear();
        found.clear();
    }

    private void freeze(int node) {
        var sorted = next.get(node).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList();
        letters[node] = new char[sorted.size()];
        targets[node] = new int[sorted.size()];
        for (int i = 0; i < sorted.size(); i++) {
            letters[node][i] = sorted.get(i).getKey();
            targets[node][i] = sorted.get(i).getValue();
        }
        outputs[node] = found.get(node).stream().mapToInt(Integer::intValue).toArray();
    }

    private void freezeRoot() {
        char[] known = letters[0];
        if (known.length > 0) {
            lowest = known[0];
            fromRoot = new int[known[known.length - 1] - lowest + 1];
            Arrays.fill(fromRoot, -1);
            for (int i = 0; i < known.length; i++) {
                fromRoot[known[i] - lowest] = targets[0][i];
            }
        }
    }

    private int step(int from, char letter) {
        int node = from;
        while (true) {
            int to = target(node, letter);
            if (to >= 0) {
                return to;
            }
            if (node == 0) {
                return 0;
            }
            node = fail[node];
        }
    }

    private int target(int node, char letter) {
        if (node == 0) {
            // Where most letters of most words lead nowhere.
            int position = letter - lowest;
            return position < 0 || position >= fromRoot.length ? -1 : fromRoot[position];
        }
        char[] known = letters[node];
        int low = 0;
        int high = known.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (known[middle] == letter) {
                return targets[node][middle];
            }
            if (known[middle] < letter) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
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
