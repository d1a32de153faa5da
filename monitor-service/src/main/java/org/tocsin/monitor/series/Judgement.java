package org.tocsin.monitor.series;

/**
 * What a threshold says of one period.
 *
 * @param period its number
 * @param value of the series
 * @param statistic what is held against the level: the value, its change, or its sum over several periods
 * @param level from which the threshold fires
 * @param base what would be usual: 0, or the mean of what was looked back on
 * @param beyond whether the statistic is beyond the level
 */
public record Judgement(long period, double value, double statistic, double level, double base, boolean beyond) {

    Judgement turned(Direction direction) {
        return new Judgement(
                period,
                direction.turn(value),
                direction.turn(statistic),
                direction.turn(level),
                direction.turn(base),
                beyond);
    }
}
