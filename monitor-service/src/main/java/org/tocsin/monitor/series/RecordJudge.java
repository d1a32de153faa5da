package org.tocsin.monitor.series;

import org.jspecify.annotations.Nullable;

/**
 * Tells a record: a sum over the latest periods that is larger than every such sum of the time looked back on. Sums with
 * a gap are left out, and with too few sums, or none from the beginning of that time, nothing is said: the first year of
 * a series is no record of three.
 */
record RecordJudge(int lookBack, int sum) implements Watch.Judge {

    /** Part of the time looked back on that must have values. */
    private static final double ENOUGH = 0.5;

    /** Part of that time, at its beginning, in which the oldest of them must lie. */
    private static final double BEGINNING = 0.1;

    /** Sums that are carried on from period to period differ by so much from those added up anew. */
    private static final double ROUNDING = 1e-9;

    @Override
    public @Nullable Judgement judge(Series series, long period) {
        double latest = sumAt(series, period);
        if (Double.isNaN(latest)) {
            return null;
        }
        double highest = Double.NEGATIVE_INFINITY;
        double total = 0;
        int known = 0;
        long oldest = period;
        double running = latest;
        for (long earlier = period - 1; earlier >= period - lookBack; earlier--) {
            running = slide(running, series, earlier);
            if (!Double.isNaN(running)) {
                highest = Math.max(highest, running);
                total += running;
                known++;
                oldest = earlier;
            }
        }
        boolean enough = known >= lookBack * ENOUGH && period - oldest >= lookBack * (1 - BEGINNING);
        boolean beyond = latest > highest + ROUNDING * Math.abs(highest);
        return enough ? new Judgement(period, series.at(period), latest, highest, total / known, beyond) : null;
    }

    /** The sum that ends one period earlier. After a gap it is added up anew, otherwise two values are exchanged. */
    private double slide(double later, Series series, long end) {
        if (sum == 1) {
            return series.at(end);
        }
        double slid = later - series.at(end + 1) + series.at(end + 1 - sum);
        return Double.isNaN(later) ? sumAt(series, end) : slid;
    }

    private double sumAt(Series series, long end) {
        double total = 0;
        for (long period = end; period > end - sum; period--) {
            total += series.at(period);
        }
        return total;
    }

    @Override
    public long reach() {
        return (long) lookBack + sum;
    }
}
