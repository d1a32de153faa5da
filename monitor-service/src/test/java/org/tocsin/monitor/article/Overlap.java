package org.tocsin.monitor.article;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How far an extracted text agrees with the right one, by runs of four words as the public benchmarks of article
 * extraction count.
 *
 * @param precision part of what was extracted that is right, 0 to 1
 * @param recall part of what is right that was extracted, 0 to 1
 */
record Overlap(double precision, double recall) {

    private static final int RUN = 4;

    static Overlap of(String right, String extracted) {
        Map<String, Integer> wanted = runs(right);
        Map<String, Integer> found = runs(extracted);
        int common = wanted.entrySet().stream()
                .mapToInt(run -> Math.min(run.getValue(), found.getOrDefault(run.getKey(), 0)))
                .sum();
        return new Overlap(part(common, found), part(common, wanted));
    }

    /** Precision and recall averaged over all pages. */
    static Overlap mean(List<Overlap> pages) {
        return new Overlap(
                pages.stream().mapToDouble(Overlap::precision).average().orElse(0),
                pages.stream().mapToDouble(Overlap::recall).average().orElse(0));
    }

    double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static double part(int common, Map<String, Integer> runs) {
        int all = runs.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? 0 : (double) common / all;
    }

    private static Map<String, Integer> runs(String text) {
        List<String> words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        Map<String, Integer> runs = new HashMap<>();
        int length = Math.min(RUN, words.size());
        for (int i = 0; length > 0 && i + length <= words.size(); i++) {
            runs.merge(String.join(" ", words.subList(i, i + length)), 1, Integer::sum);
        }
        return runs;
    }
}
