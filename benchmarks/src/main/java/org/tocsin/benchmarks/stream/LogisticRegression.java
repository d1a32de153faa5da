package org.tocsin.benchmarks.stream;

import java.util.List;

/**
 * Logistic regression with an L2 penalty, a Gaussian prior in other words, and bounds on the signs of its weights, by cyclic coordinate descent with one
 * Newton step each (Friedman, Hastie, Tibshirani 2010). The objective is convex, so the result does not depend on where
 * it starts, and nothing is random.
 */
final class LogisticRegression {

    private static final int SWEEPS = 300;
    private static final double CONVERGED = 1e-6;

    private final double[] penalty;
    private final double[] expected;
    private final int[] sign;

    /**
     * A regression.
     *
     * @param penalty how strongly each weight is held to what is expected of it
     * @param expected the weights without any example
     * @param sign 1 for weights that must not be negative, −1 for those that must not be positive, 0 for free ones
     */
    LogisticRegression(double[] penalty, double[] expected, int[] sign) {
        this.penalty = penalty.clone();
        this.expected = expected.clone();
        this.sign = sign.clone();
    }

    /** A pair to learn from: its features, whether it is one event, and how much it counts. */
    record Example(double[] features, boolean same, double weight) {}

    /** The weights that fit the examples best. */
    double[] fit(List<Example> examples) {
        double[] weights = new double[penalty.length];
        double[] odds = new double[examples.size()];
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double largest = 0;
            for (int j = 0; j < weights.length; j++) {
                double step = step(examples, odds, weights[j], j);
                if (step != 0) {
                    weights[j] += step;
                    for (int i = 0; i < odds.length; i++) {
                        odds[i] += step * examples.get(i).features()[j];
                    }
                    largest = Math.max(largest, Math.abs(step));
                }
            }
            if (largest < CONVERGED) {
                break;
            }
        }
        return weights;
    }

    private double step(List<Example> examples, double[] odds, double weight, int j) {
        double gradient = penalty[j] * (weight - expected[j]);
        double curvature = penalty[j];
        for (int i = 0; i < odds.length; i++) {
            double x = examples.get(i).features()[j];
            if (x != 0) {
                double p = probability(odds[i]);
                double w = examples.get(i).weight();
                gradient += w * x * (p - (examples.get(i).same() ? 1 : 0));
                // A quarter bounds the curvature, so that a step never overshoots.
                curvature += w * x * x * Math.max(p * (1 - p), 0.05);
            }
        }
        double next = weight - gradient / curvature;
        if (sign[j] > 0) {
            next = Math.max(0, next);
        } else if (sign[j] < 0) {
            next = Math.min(0, next);
        }
        return next - weight;
    }

    static double probability(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }
}
