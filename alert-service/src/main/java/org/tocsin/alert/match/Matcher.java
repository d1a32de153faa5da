package org.tocsin.alert.match;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.tocsin.alert.category.Category;

/** Scores pairs of reports by logistic regression over what they have in common and what sets them apart. */
public final class Matcher {

    private static final int REASONS = 4;

    /** A part of the decision below this is not worth telling. */
    private static final double WORTH_TELLING = 0.15;

    private final MatchWeights weights;

    public Matcher(MatchWeights weights) {
        this.weights = weights;
    }

    /** Which weights decide. */
    public String version() {
        return weights.version();
    }

    /** How likely both tell of one event. */
    public Match compare(Sighting one, Sighting other) {
        Map<Feature, Double> features = Comparison.of(one, other);
        Category.Shape shape = Comparison.shape(one, other);
        double sum = 0;
        for (Map.Entry<Feature, Double> feature : features.entrySet()) {
            sum += contribution(feature, shape);
        }
        return new Match(sum, () -> reason(features, shape));
    }

    /**
     * How likely a report belongs to an alert, from how it compares with several of the alert's reports: the best
     * of them counts most, and the others keep a chain of ever less like reports from running on.
     *
     * @param matches at least one
     */
    public Match together(List<Match> matches) {
        Match best = Collections.max(matches, Comparator.comparingDouble(Match::odds));
        double mean = matches.stream().mapToDouble(Match::odds).average().orElseThrow();
        double odds = weights.best() * best.odds() + (1 - weights.best()) * mean;
        return new Match(odds, best.why());
    }

    /** Whether places or figures of the two cannot be those of one report and its copy. */
    public static boolean factsDiffer(Sighting one, Sighting other) {
        Map<Feature, Double> features = Comparison.of(one, other);
        return features.containsKey(Feature.PLACE_DIFFERS)
                || features.containsKey(Feature.COUNTRY_DIFFERS)
                || features.containsKey(Feature.FIGURES_DIFFER)
                || features.containsKey(Feature.COUNTS_DIFFER)
                || features.containsKey(Feature.FIGURES_GROW)
                || features.containsKey(Feature.FIGURES_GROW_LATE);
    }

    /** What two reports are compared by, as the names and values that training needs. */
    public static Map<String, Double> features(Sighting one, Sighting other) {
        var named = new TreeMap<String, Double>();
        Comparison.of(one, other).forEach((feature, value) -> named.put(feature.key(), value));
        return named;
    }

    /** The shape whose weights decide on the two. */
    public static Category.Shape shape(Sighting one, Sighting other) {
        return Comparison.shape(one, other);
    }

    private double contribution(Map.Entry<Feature, Double> feature, Category.Shape shape) {
        return weights.of(shape, feature.getKey()) * feature.getValue();
    }

    private String reason(Map<Feature, Double> features, Category.Shape shape) {
        List<Map.Entry<Feature, Double>> telling = features.entrySet().stream()
                .filter(feature -> feature.getKey() != Feature.BIAS)
                .filter(feature -> Math.abs(contribution(feature, shape)) >= WORTH_TELLING)
                .sorted(Comparator.comparingDouble(feature -> -Math.abs(contribution(feature, shape))))
                .limit(REASONS)
                .toList();
        return telling.isEmpty()
                ? "same category and country"
                : telling.stream().map(Matcher::words).collect(Collectors.joining(", "));
    }

    private static String words(Map.Entry<Feature, Double> feature) {
        return switch (feature.getKey()) {
            case GAP -> Math.round(feature.getValue() * 100) + "% of the usual span apart";
            case TEXT -> "texts " + Math.round(feature.getValue() * 100) + "% alike";
            default -> feature.getKey().words();
        };
    }
}
