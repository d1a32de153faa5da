package org.tocsin.monitor.series;

import org.jspecify.annotations.Nullable;

/**
 * Tells a spike by {@link Ears}. The baseline is made of the latest values before the period, one every {@code step}
 * periods; over gaps it reaches further back, but not further than twice its length.
 */
final class SpikeJudge implements Watch.Judge {

    private static final int PATIENCE = 2;

    private final Ears ears;
    private final int history;
    private final int step;

    SpikeJudge(Threshold.Spike spike) {
        this.ears = new Ears(spike.alpha(), spike.alphaOutlier(), spike.decay(), spike.history());
        this.history = spike.history();
        this.step = spike.step();
    }

    @Override
    public @Nullable Judgement judge(Series series, long period) {
        double[] baseline = new double[history];
        int found = 0;
        for (long earlier = period - step; found < history && earlier >= period - reach(); earlier -= step) {
            if (series.has(earlier)) {
                baseline[found++] = series.at(earlier);
            }
        }
        if (found < history) {
            return null;
        }
        Ears.Expectation expected = ears.expect(baseline);
        double value = series.at(period);
        double bound = expected.reweightedBound();
        return new Judgement(period, value, value, bound, expected.reweightedMean(), value > bound);
    }

    @Override
    public long reach() {
        return (long) history * step * PATIENCE;
    }
}
