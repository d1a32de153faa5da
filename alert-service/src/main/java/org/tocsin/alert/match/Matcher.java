package org.tocsin.alert.match;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

    /** How likely both tell of one event of the given category. */
    public Match compare(Sighting one, Sighting other, Category category) {
        Map<Feature, Double> features = Comparison.of(one, other, category);
        double sum = 0;
        for (Map.Entry<Feature, Double> feature : features.entrySet()) {
            sum += contribution(feature, category);
        }
        return new Match(1 / (1 + Math.exp(-sum)), reason(features, category));
    }

    /** Whether places or figures of the two cannot be those of one report and its copy. */
    public static boolean factsDiffer(Sighting one, Sighting other, Category category) {
        Map<Feature, Double> features = Comparison.of(one, other, category);
        return features.containsKey(Feature.PLACE_DIFFERS)
                || features.containsKey(Feature.FIGURES_DIFFER)
                || features.containsKey(Feature.FIGURES_GROW);
    }

    private double contribution(Map.Entry<Feature, Double> feature, Category category) {
        return weights.of(category.shape(), feature.getKey()) * feature.getValue();
    }

    private String reason(Map<Feature, Double> features, Category category) {
        List<Map.Entry<Feature, Double>> telling = features.entrySet().stream()
                .filter(feature -> feature.getKey() != Feature.BIAS)
                .filter(feature -> Math.abs(contribution(feature, category)) >= WORTH_TELLING)
                .sorted(Comparator.comparingDouble(feature -> -Math.abs(contribution(feature, category))))
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
