package org.tocsin.monitor.series;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class WatchTest {

    @Test
    void aValueAroundTheLevelFiresOnce() {
        Threshold level = new Threshold.Absolute("level", 100, 0.9);

        assertThat(fired(level, 80, 100, 99, 101, 95, 100)).containsExactly(1L);
        assertThat(fired(level, 80, 100, 89, 100)).containsExactly(1L, 3L);
    }

    @Test
    void withoutAReleaseItFlaps() {
        assertThat(fired(new Threshold.Absolute("level", 100, 1), 100, 99, 100)).containsExactly(0L, 2L);
    }

    @Test
    void lowValuesAlarmWhereTheyAreBad() {
        Watch watch = new Watch(new Threshold.Absolute("level", 100, 0.9), Direction.DOWN);
        Series series = Series.of(150, 100, 105, 99, 111, 100);

        assertThat(watch.run(series, 0, null))
                .extracting(Episode::fired, Episode::released, Episode::level)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, 4L, 100.0),
                        org.assertj.core.groups.Tuple.tuple(5L, null, 100.0));
    }

    @Test
    void changesAreTakenOverTheirPeriods() {
        assertThat(fired(new Threshold.Change("rise", 2, 50, null, 0.5), 10, 40, 59, 90, 95, 99, 300))
                .containsExactly(3L, 6L);
        assertThat(fired(new Threshold.Growth("doubled", 1, 100, null, 0.5), 10, 20, 29, 70))
                .containsExactly(1L, 3L);
    }

    @Test
    void fromZeroNothingGrowsByPercent() {
        assertThat(fired(new Threshold.Growth("doubled", 1, 100, null, 0.5), 0, 1_000, 1_500))
                .isEmpty();
    }

    @Test
    void smallNumbersDoNotAlarmBelowTheMinimum() {
        assertThat(fired(new Threshold.Growth("doubled", 1, 100, 500.0, 0.5), 1, 5, 30, 200, 600))
                .containsExactly(4L);
    }

    @Test
    void aGapIsNoChange() {
        TreeMap<Long, Double> points = new TreeMap<>(java.util.Map.of(0L, 1.0, 2L, 500.0, 3L, 501.0));
        Watch watch = new Watch(new Threshold.Change("rise", 1, 100, null, 0.5), Direction.UP);

        assertThat(watch.run(Series.of(points), 0, null)).isEmpty();
        assertThat(watch.run(Series.of(points).withZeros(), 0, null))
                .extracting(Episode::fired)
                .containsExactly(2L);
    }

    @Test
    void aRecordNeedsTheYearsItSpeaksOf() {
        double[] year = new double[366];
        Arrays.fill(year, 50);
        Threshold high = new Threshold.Record("high", 366, 1, 100.0, 0.5);

        assertThat(fired(high, append(Arrays.copyOf(year, 300), 400))).isEmpty();
        assertThat(fired(high, append(year, 400))).containsExactly(366L);
        assertThat(fired(high, append(year, 50))).isEmpty();
        assertThat(fired(high, append(year, 99))).isEmpty();
        // Breaking its own record day after day is one event, until it is half-way back to what was usual before.
        year[0] = 100;
        year[1] = 0;
        assertThat(fired(high, append(year, 400, 500, 76, 600))).containsExactly(366L);
        assertThat(fired(high, append(year, 400, 500, 74, 600))).containsExactly(366L, 369L);
    }

    @Test
    void aRecordOfSumsLooksAtSums() {
        double[] year = new double[400];
        Arrays.fill(year, 50);
        Threshold high = new Threshold.Record("high", 366, 30, 1_600.0, 0.8);

        Judgement judgement = new Watch(high, Direction.UP).judge(Series.of(append(year, 151)), 400);

        assertThat(judgement.statistic()).isEqualTo(1_601);
        assertThat(judgement.level()).isEqualTo(1_500);
        assertThat(judgement.beyond()).isTrue();
        assertThat(fired(high, append(year, 149))).isEmpty();
    }

    @Test
    void aSpikeIsSeenAgainstItsWeekday() {
        double[] weeks = new double[70];
        for (int day = 0; day < weeks.length; day++) {
            weeks[day] = (day % 7 < 5 ? 100 : 20) + day % 3;
        }
        Threshold weekday = new Threshold.Spike("spike", 0.025, 0.05, 4, 7, 7, null, 0.5);
        Threshold anyDay = new Threshold.Spike("spike", 0.025, 0.05, 4, 7, 1, null, 0.5);
        double[] busySaturday = append(Arrays.copyOf(weeks, 68), 90);

        assertThat(68 % 7).isEqualTo(5);
        assertThat(fired(weekday, busySaturday)).containsExactly(68L);
        assertThat(fired(anyDay, busySaturday)).isEmpty();
    }

    @Test
    void thePublishedExampleFiresAtItsOutbreaks() {
        Threshold spike = new Threshold.Spike("spike", 0.025, 0.05, 4, 7, 1, null, 0.5);
        double[] published = {150, 130, 122, 160, 155, 128, 144, 125, 300, 319, 289, 277, 500};

        assertThat(fired(spike, published)).containsExactly(8L, 12L);
        assertThat(new Watch(spike, Direction.UP)
                        .judge(Series.of(published), 12)
                        .level())
                .isCloseTo(458.07056403311105, within(1e-9));
    }

    @Test
    void aSpikeDownwardsIsTheMirrorImage() {
        Threshold spike = new Threshold.Spike("spike", 0.025, 0.05, 4, 7, 1, null, 0.5);
        double[] values = {150, 130, 122, 160, 155, 128, 144, 20};

        Judgement judgement = new Watch(spike, Direction.DOWN).judge(Series.of(values), 7);

        assertThat(judgement.beyond()).isTrue();
        assertThat(judgement.level()).isBetween(20.0, 122.0);
        assertThat(fired(spike, values)).isEmpty();
    }

    private static List<Long> fired(Threshold threshold, double... values) {
        return new Watch(threshold, Direction.UP)
                .run(Series.of(values), 0, null).stream().map(Episode::fired).toList();
    }

    private static double[] append(double[] values, double... more) {
        double[] all = Arrays.copyOf(values, values.length + more.length);
        System.arraycopy(more, 0, all, values.length, more.length);
        return all;
    }
}
