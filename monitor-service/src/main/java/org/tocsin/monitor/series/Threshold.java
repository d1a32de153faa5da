package org.tocsin.monitor.series;

import org.jspecify.annotations.Nullable;

/**
 * When a series alarms. Levels are told in the series' own unit and for its own direction: of a series whose low values
 * are bad, "from 100" means 100 or less and "minimum 50" means 50 or less.
 */
public sealed interface Threshold {

    /** Unique among the thresholds of an indicator. */
    String id();

    /**
     * How much of the way from what is usual to the level must be left for the threshold to be armed again, 0 to 1. At 1
     * it is armed as soon as the level is not reached any more, and may flap.
     */
    double release();

    /** The value that must be reached besides, null for none. */
    @Nullable
    Double minimum();

    /** The value reaches a level. */
    record Absolute(String id, double level, double release) implements Threshold {
        @Override
        public @Nullable Double minimum() {
            return null;
        }
    }

    /**
     * The value has changed since some periods ago.
     *
     * @param periods how many, 1 or more
     * @param by the change from which it fires, above 0
     */
    record Change(String id, int periods, double by, @Nullable Double minimum, double release) implements Threshold {}

    /**
     * The value has changed since some periods ago by a part of what it was then.
     *
     * @param periods how many, 1 or more
     * @param percent the change from which it fires, above 0; from 0 there is no such change
     */
    record Growth(String id, int periods, double percent, @Nullable Double minimum, double release)
            implements Threshold {}

    /**
     * The sum over the latest periods is beyond every such sum of some years.
     *
     * @param lookBack periods of these years
     * @param sum how many periods are added up, 1 for the value itself
     */
    record Record(String id, int lookBack, int sum, @Nullable Double minimum, double release) implements Threshold {}

    /**
     * The value is beyond what its baseline lets expect, see {@link Ears}.
     *
     * @param step periods from one value of the baseline to the next; 7 compares a day with the same weekday
     */
    record Spike(
            String id,
            double alpha,
            double alphaOutlier,
            double decay,
            int history,
            int step,
            @Nullable Double minimum,
            double release)
            implements Threshold {}
}
