package org.tocsin.benchmarks.series;

import java.util.Random;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.RandomGeneratorFactory;

/**
 * Made-up daily counts with a weekday cycle: negative binomial, with the weekend that reports of events have (HealthMap:
 * 58 % fewer on Saturdays, 66 % fewer on Sundays, 15 % fewer on Mondays; doi 10.3402/ehtj.v6i0.21621).
 */
final class DailyCounts {

    private static final double[] WEEKDAYS = {0.85, 1, 1, 1, 1, 0.42, 0.34};

    /** Variance as a multiple of the mean: reports come in bunches. */
    private static final double DISPERSION = 2;

    private final double mean;
    private final RandomGenerator random;

    /** @param mean of a day in the middle of the week */
    DailyCounts(double mean, long seed) {
        this.mean = mean;
        this.random = RandomGeneratorFactory.createRandomGenerator(new Random(seed));
    }

    /**
     * The count of a day.
     *
     * @param factor 1 where nothing is out of the ordinary
     */
    double draw(int day, double factor) {
        double expected = mean * WEEKDAYS[Math.floorMod(day, WEEKDAYS.length)] * factor;
        double rate = new GammaDistribution(random, expected / (DISPERSION - 1), DISPERSION - 1).sample();
        return rate < 1e-9 ? 0 : new PoissonDistribution(random, rate, 1e-12, 10_000_000).sample();
    }

    double[] quiet(int days) {
        double[] counts = new double[days];
        for (int day = 0; day < days; day++) {
            counts[day] = draw(day, 1);
        }
        return counts;
    }
}
