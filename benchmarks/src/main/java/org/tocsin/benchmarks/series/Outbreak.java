package org.tocsin.benchmarks.series;

import java.util.Arrays;

/**
 * What happens to the counts.
 *
 * @param name for the table
 * @param factors of the days since it began
 */
record Outbreak(String name, double[] factors) {

    static final int DAYS = 14;

    static Outbreak step(String name, double factor) {
        double[] factors = new double[DAYS];
        Arrays.fill(factors, factor);
        return new Outbreak(name, factors);
    }

    /** Grows by the same part of the usual count each day. */
    static Outbreak ramp(String name, double perDay) {
        double[] factors = new double[DAYS];
        for (int day = 0; day < DAYS; day++) {
            factors[day] = 1 + perDay * (day + 1);
        }
        return new Outbreak(name, factors);
    }
}
