package org.tocsin.monitor.series;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Holds a threshold against a series, period by period. It fires once when its level is passed and is armed again when
 * the series has come back far enough, so that a value around the level does not make it flap. What it says of a period
 * depends on that period and earlier ones only.
 */
public final class Watch {

    private final Threshold threshold;
    private final Direction direction;
    private final Judge judge;

    /** @param direction which way of the series is the bad one */
    public Watch(Threshold threshold, Direction direction) {
        this.threshold = threshold;
        this.direction = direction;
        this.judge = judge(threshold, direction);
    }

    private static Judge judge(Threshold threshold, Direction direction) {
        if (threshold instanceof Threshold.Absolute absolute) {
            return new AbsoluteJudge(direction.turn(absolute.level()));
        }
        if (threshold instanceof Threshold.Change change) {
            return new ChangeJudge(change.periods(), change.by(), false);
        }
        if (threshold instanceof Threshold.Growth growth) {
            return new ChangeJudge(growth.periods(), growth.percent(), true);
        }
        if (threshold instanceof Threshold.Record high) {
            return new RecordJudge(high.lookBack(), high.sum());
        }
        return new SpikeJudge((Threshold.Spike) threshold);
    }

    public Threshold threshold() {
        return threshold;
    }

    /** How many periods before one are looked at to judge it. */
    public long reach() {
        return judge.reach();
    }

    /** What the threshold says of a period, or null if the series does not hold enough to say. */
    public @Nullable Judgement judge(Series series, long period) {
        Judgement judgement = turnedJudgement(series.turned(direction), period);
        return judgement == null ? null : judgement.turned(direction);
    }

    /**
     * The episodes that begin or go on from a period on.
     *
     * @param series with all periods that {@link #reach} asks for
     * @param from the first period to judge
     * @param open the episode that goes on before it, if there is one
     * @return in the order of time; the open one, if given, comes first
     */
    public List<Episode> run(Series series, long from, @Nullable Episode open) {
        Series turned = series.turned(direction);
        List<Episode> episodes = new ArrayList<>();
        Episode current = open == null ? null : open.open();
        for (long period = Math.max(from, turned.first()); period <= turned.last(); period++) {
            Judgement judgement = turnedJudgement(turned, period);
            if (judgement == null) {
                continue;
            }
            if (current != null && releases(judgement, current)) {
                episodes.add(current.release(period));
                current = null;
            }
            if (current == null && judgement.beyond()) {
                current =
                        new Episode(period, null, direction.turn(judgement.level()), direction.turn(judgement.base()));
            }
        }
        if (current != null) {
            episodes.add(current);
        }
        return episodes;
    }

    private @Nullable Judgement turnedJudgement(Series turned, long period) {
        Judgement judgement = turned.has(period) ? judge.judge(turned, period) : null;
        Double minimum = threshold.minimum();
        if (judgement == null || minimum == null || !judgement.beyond()) {
            return judgement;
        }
        double size = threshold instanceof Threshold.Record ? judgement.statistic() : judgement.value();
        boolean enough = size >= direction.turn(minimum);
        return new Judgement(
                period, judgement.value(), judgement.statistic(), judgement.level(), judgement.base(), enough);
    }

    /** A broken record is compared with the record it broke: the new one is beyond itself by nothing. */
    private boolean releases(Judgement judgement, Episode episode) {
        boolean fixed = threshold instanceof Threshold.Record;
        double level = fixed ? direction.turn(episode.level()) : judgement.level();
        double base = fixed ? direction.turn(episode.base()) : judgement.base();
        return judgement.statistic() < level - (1 - threshold.release()) * Math.abs(level - base);
    }

    /** Judges one period of a series that is turned so that high values are bad. */
    interface Judge {

        /** @return null if the series does not hold enough to say */
        @Nullable
        Judgement judge(Series series, long period);

        long reach();
    }

    private record AbsoluteJudge(double level) implements Judge {
        @Override
        public Judgement judge(Series series, long period) {
            double value = series.at(period);
            return new Judgement(period, value, value, level, 0, value >= level);
        }

        @Override
        public long reach() {
            return 0;
        }
    }

    private record ChangeJudge(int periods, double by, boolean percent) implements Judge {
        @Override
        public @Nullable Judgement judge(Series series, long period) {
            double value = series.at(period);
            double before = series.at(period - periods);
            if (Double.isNaN(before) || percent && before == 0) {
                return null;
            }
            double change = percent ? (value - before) / Math.abs(before) * 100 : value - before;
            return new Judgement(period, value, change, by, 0, change >= by);
        }

        @Override
        public long reach() {
            return periods;
        }
    }
}
