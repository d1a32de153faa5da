package org.tocsin.monitor.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Keeps parts out, so that nobody adds them to their total: what the text calls a part ("including 12 women") unless
 * something else happened to it ("of whom 3 were killed"), and what the arithmetic shows to be one (300 men, 200 women
 * and 150 children after 650 people). A figure told twice is kept once.
 */
final class Breakdown {

    private static final int REACH = 500;
    private static final int MOST_PARTS = 6;

    private Breakdown() {}

    /**
     * Takes the action from parts to which nothing else happened than to their total.
     *
     * @param before what happened to those counted last in the text before, among whom the total may be; or null
     */
    static void dropParts(List<Candidate> candidates, @Nullable Action before) {
        for (Candidate candidate : candidates) {
            if (candidate.isPart()) {
                Candidate total = CandidateReader.totalOf(candidate, candidates);
                Action whole = total == null ? before : total.action();
                boolean without = whole == null && !candidate.isShare();
                if (without || whole != null && whole == candidate.action()) {
                    candidate.unbind();
                }
            }
        }
    }

    static List<Figure> withoutParts(List<Figure> figures) {
        Set<Integer> parts = new HashSet<>();
        for (int i = 0; i < figures.size(); i++) {
            int end = endOfParts(figures, i);
            for (int part = i + 1; part < end; part++) {
                if (!parts.contains(i)) {
                    parts.add(part);
                }
            }
            int begin = beginOfParts(figures, i);
            for (int part = begin; part >= 0 && part < i; part++) {
                parts.add(part);
            }
        }
        List<Figure> kept = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            if (!parts.contains(i) && kept.stream().noneMatch(other -> sameNews(other, figure))) {
                kept.add(figure);
            }
        }
        return List.copyOf(kept);
    }

    /** The index after the figures that follow and add up to this one, or its own if none do. */
    private static int endOfParts(List<Figure> figures, int total) {
        long left = exact(figures.get(total));
        for (int i = total + 1; i < figures.size() && i <= total + MOST_PARTS; i++) {
            if (!belong(figures.get(total), figures.get(i))) {
                return total;
            }
            left -= exact(figures.get(i));
            if (left <= 0) {
                return left == 0 && i > total + 1 ? i + 1 : total;
            }
        }
        return total;
    }

    private static int beginOfParts(List<Figure> figures, int total) {
        long left = exact(figures.get(total));
        for (int i = total - 1; i >= 0 && i >= total - MOST_PARTS; i--) {
            if (!belong(figures.get(total), figures.get(i))) {
                return -1;
            }
            left -= exact(figures.get(i));
            if (left <= 0) {
                return left == 0 && i < total - 1 ? i : -1;
            }
        }
        return -1;
    }

    private static boolean belong(Figure one, Figure other) {
        return one.action() == other.action()
                && one.unit() == other.unit()
                && one.status() == other.status()
                && exact(one) > 0
                && exact(other) > 0
                && Math.abs(one.start() - other.start()) < REACH;
    }

    private static long exact(Figure figure) {
        @Nullable Long value = figure.value();
        return value != null && figure.quantifier() == Quantifier.EXACT ? value : -1;
    }

    private static boolean sameNews(Figure one, Figure other) {
        return one.action() == other.action()
                && one.unit() == other.unit()
                && one.status() == other.status()
                && one.per() == other.per()
                && one.quantifier() == other.quantifier()
                && Objects.equals(one.value(), other.value())
                && Objects.equals(one.lower(), other.lower())
                && Objects.equals(one.upper(), other.upper());
    }
}
