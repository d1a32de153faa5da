package org.tocsin.monitor.series;

import java.util.Arrays;
import java.util.SortedMap;

/** Values of an indicator at one place, by period. Immutable. */
public final class Series {

    private static final Series NOTHING = new Series(0, new double[0]);

    private final long first;
    private final double[] values;

    private Series(long first, double[] values) {
        this.first = first;
        this.values = values;
    }

    /**
     * A series of these points.
     *
     * @param points finite values by number of the period, see {@link Periodicity}
     */
    public static Series of(SortedMap<Long, Double> points) {
        if (points.isEmpty()) {
            return NOTHING;
        }
        long first = points.firstKey();
        double[] values = new double[Math.toIntExact(points.lastKey() - first + 1)];
        Arrays.fill(values, Double.NaN);
        points.forEach((period, value) -> values[(int) (period - first)] = value);
        return new Series(first, values);
    }

    /** A series without gaps that begins in period 0. */
    public static Series of(double... values) {
        return new Series(0, values.clone());
    }

    /** The value of a period; NaN where there is none. */
    public double at(long period) {
        return period < first || period > last() ? Double.NaN : values[(int) (period - first)];
    }

    public boolean has(long period) {
        return !Double.isNaN(at(period));
    }

    /** The first period with a value. */
    public long first() {
        return first;
    }

    /** The last period with a value; below {@link #first} when there is none. */
    public long last() {
        return first + values.length - 1;
    }

    /** The same with 0 in the gaps between its first and last value: for sources that are silent when nothing happened. */
    public Series withZeros() {
        return new Series(
                first,
                Arrays.stream(values)
                        .map(value -> Double.isNaN(value) ? 0 : value)
                        .toArray());
    }

    /** The same, turned so that high values are the bad ones. */
    Series turned(Direction direction) {
        return direction == Direction.UP
                ? this
                : new Series(first, Arrays.stream(values).map(direction::turn).toArray());
    }
}
