package org.tocsin.alert.match;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

import org.tocsin.alert.category.Category;

/**
 * Weights of the decision, one per feature, with corrections per shape of category. Read from
 * {@code match/weights.properties}, which a training run can write anew.
 */
public final class MatchWeights {

    private final String version;
    private final double best;
    private final Map<Category.Shape, Map<Feature, Double>> weights;

    private MatchWeights(String version, double best, Map<Category.Shape, Map<Feature, Double>> weights) {
        this.version = version;
        this.best = best;
        this.weights = weights;
    }

    /**
     * Reads weights: {@code placeSame=2.1} for all categories, {@code INCIDENT.placeSame=0.4} is added for incidents.
     *
     * @throws IllegalArgumentException when the version is missing, a key is unknown or a value is no number
     */
    public static MatchWeights read(Reader reader) {
        var properties = new Properties();
        try {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Object version = properties.remove("version");
        if (version == null) {
            throw new IllegalArgumentException("weights have no version");
        }
        double best = Double.parseDouble(String.valueOf(properties.remove("best")));
        var weights = new EnumMap<Category.Shape, Map<Feature, Double>>(Category.Shape.class);
        for (Category.Shape shape : Category.Shape.values()) {
            weights.put(shape, new EnumMap<>(Feature.class));
        }
        properties.stringPropertyNames().forEach(key -> put(key, properties.getProperty(key), weights));
        return new MatchWeights(version.toString(), best, weights);
    }

    private static void put(String key, String value, Map<Category.Shape, Map<Feature, Double>> weights) {
        int dot = key.indexOf('.');
        Feature feature = feature(key.substring(dot + 1));
        double weight = Double.parseDouble(value);
        for (Category.Shape shape : Category.Shape.values()) {
            if (dot < 0 || shape.name().equals(key.substring(0, dot).toUpperCase(Locale.ROOT))) {
                weights.get(shape).merge(feature, weight, Double::sum);
            }
        }
    }

    private static Feature feature(String key) {
        for (Feature feature : Feature.values()) {
            if (feature.key().equals(key)) {
                return feature;
            }
        }
        throw new IllegalArgumentException("unknown feature " + key);
    }

    /** Which set of weights this is; kept with every decision. */
    public String version() {
        return version;
    }

    /** How much the best of an alert's reports counts, against the mean of all: 0.5 to 1. */
    double best() {
        return best;
    }

    double of(Category.Shape shape, Feature feature) {
        return weights.get(shape).getOrDefault(feature, 0.0);
    }
}
