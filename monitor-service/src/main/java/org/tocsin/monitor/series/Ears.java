package org.tocsin.monitor.series;

import java.util.Arrays;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Tells a spike by the Early Aberration Reporting System, extended by M. Höhle for epitweetr (Espinosa et al., Euro
 * Surveill 2022;27(39):2200177): a proper prediction interval by Student's t, and earlier spikes within the baseline
 * weigh less, as in Farrington et al. 1996.
 *
 * <p>With n values of history: their mean and standard deviation give externally studentised residuals r*. A residual
 * beyond the quantile q = t(1 − alphaOutlier, n − 2) gets the weight (q / r*)^decay, all others 1; weights are scaled to
 * sum up to n. The upper bound is mean + t(1 − alpha, n − 1) · s · sqrt(1 + 1/n), with mean and s weighted.
 */
public final class Ears {

    /** The solver's own default leaves an error of 1e-9 in the quantile, and more in a bound of thousands. */
    private static final double QUANTILE_ACCURACY = 1e-14;

    private final int n;
    private final double decay;
    private final double upper;
    private final double outlier;

    /**
     * @param alpha share of usual values above the bound, above 0 and below 0.5
     * @param alphaOutlier share of usual values that are taken for outliers of the baseline, likewise
     * @param decay how fast the weight of an outlier falls, 0 or more
     * @param history number of values in the baseline, at least 3
     */
    public Ears(double alpha, double alphaOutlier, double decay, int history) {
        if (history < 3 || !(alpha > 0 && alpha < 0.5) || !(alphaOutlier > 0 && alphaOutlier < 0.5) || !(decay >= 0)) {
            throw new IllegalArgumentException("these are no parameters of EARS");
        }
        this.n = history;
        this.decay = decay;
        this.upper = quantile(1 - alpha, n - 1) * Math.sqrt(1 + 1.0 / n);
        this.outlier = quantile(1 - alphaOutlier, n - 2);
    }

    private static double quantile(double probability, int degreesOfFreedom) {
        return new TDistribution(null, degreesOfFreedom, QUANTILE_ACCURACY).inverseCumulativeProbability(probability);
    }

    /**
     * What a baseline lets expect.
     *
     * @param mean of the baseline, every value alike
     * @param bound above it, every value alike
     * @param reweightedMean with outliers weighing less
     * @param reweightedBound with outliers weighing less: a value above it is a spike
     */
    public record Expectation(double mean, double bound, double reweightedMean, double reweightedBound) {}

    /** @param baseline as many finite values as the history is long, in any order */
    public Expectation expect(double[] baseline) {
        if (baseline.length != n) {
            throw new IllegalArgumentException("the baseline does not have the length of the history");
        }
        double[] equal = new double[n];
        Arrays.fill(equal, 1);
        double mean = weightedMean(baseline, equal);
        double[] weights = weights(baseline, mean);
        double reweightedMean = weightedMean(baseline, weights);
        return new Expectation(
                mean,
                mean + upper * deviation(baseline, equal, mean),
                reweightedMean,
                reweightedMean + upper * deviation(baseline, weights, reweightedMean));
    }

    private double[] weights(double[] baseline, double mean) {
        double[] weights = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double residual = studentised(baseline, i, mean);
            weights[i] = residual > outlier ? Math.pow(outlier / residual, decay) : 1;
            sum += weights[i];
        }
        for (int i = 0; i < n; i++) {
            weights[i] *= n / sum;
        }
        return weights;
    }

    /** The residual of a value, in standard deviations of all the others. */
    private double studentised(double[] baseline, int index, double mean) {
        double residual = baseline[index] - mean;
        if (residual <= 0) {
            return 0;
        }
        double others = 0;
        for (int i = 0; i < n; i++) {
            others += i == index ? 0 : baseline[i];
        }
        others /= n - 1;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += i == index ? 0 : (baseline[i] - others) * (baseline[i] - others);
        }
        // Where all others are equal this is infinite, and the one that stands out gets no weight at all.
        return residual / (Math.sqrt(squares / (n - 2)) * Math.sqrt(1 - 1.0 / n));
    }

    private double weightedMean(double[] values, double[] weights) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += weights[i] * values[i];
        }
        return sum / n;
    }

    private double deviation(double[] values, double[] weights, double mean) {
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += weights[i] * (values[i] - mean) * (values[i] - mean);
        }
        return Math.sqrt(squares / (n - 1));
    }
}
