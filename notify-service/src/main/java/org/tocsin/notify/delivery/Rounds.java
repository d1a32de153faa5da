package org.tocsin.notify.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Splits work into rounds that can each be done with one statement, although what comes later about the same thing
 * depends on what comes earlier: the first of each thing, the second of each, and so on. Pure.
 */
public final class Rounds {

    private Rounds() {}

    /** The rounds, in order; within a round no two have the same key, and each key keeps its order. */
    public static <T, K> List<List<T>> of(List<T> work, Function<T, K> key) {
        List<List<T>> rounds = new ArrayList<>();
        Map<K, Integer> seen = new HashMap<>();
        for (T one : work) {
            int round = seen.merge(key.apply(one), 1, Integer::sum) - 1;
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round).add(one);
        }
        return rounds;
    }
}
