package org.tocsin.monitor.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import static org.assertj.core.api.Assertions.assertThat;

/** What must hold for every series and threshold. */
class SeriesPropertyTest {

    @Property
    void periodsFollowEachOtherWithoutGaps(
            @ForAll Periodicity periodicity, @ForAll @LongRange(min = -30_000, max = 60_000) long day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        long period = periodicity.periodOf(date);

        assertThat(date).isBetween(periodicity.start(period), periodicity.end(period));
        assertThat(periodicity.periodOf(periodicity.end(period).plusDays(1))).isEqualTo(period + 1);
        assertThat(periodicity.end(period).plusDays(1)).isEqualTo(periodicity.start(period + 1));
    }

    /** The promise that late observations rest on: to look again from any period gives what one look over all gives. */
    @Property
    void goingOnFromAnyPeriodGivesWhatAFullLookGives(
            @ForAll("series") Series series,
            @ForAll("thresholds") Threshold threshold,
            @ForAll Direction direction,
            @ForAll @IntRange(max = 100) int cut) {
        Watch watch = new Watch(threshold, direction);
        List<Episode> whole = watch.run(series, series.first(), null);
        long from = series.first() + cut;

        List<Episode> before =
                whole.stream().filter(episode -> episode.fired() < from).toList();
        Episode open = before.stream()
                .filter(episode -> episode.openBefore(from))
                .findFirst()
                .orElse(null);
        List<Episode> joined = new ArrayList<>(before);
        joined.remove(open);
        joined.addAll(watch.run(series, from, open));

        assertThat(joined).isEqualTo(whole);
    }

    @Property
    void whatComesLaterChangesNoJudgement(
            @ForAll("series") Series series,
            @ForAll("thresholds") Threshold threshold,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double next) {
        TreeMap<Long, Double> points = points(series);
        long last = points.lastKey();
        Watch watch = new Watch(threshold, Direction.UP);
        Judgement before = watch.judge(series, last);
        points.put(last + 1, next);

        assertThat(watch.judge(Series.of(points), last)).isEqualTo(before);
    }

    @Property
    void episodesNeverOverlapAndEndAfterTheyBegan(
            @ForAll("series") Series series, @ForAll("thresholds") Threshold threshold, @ForAll Direction direction) {
        long free = Long.MIN_VALUE;
        for (Episode episode : new Watch(threshold, direction).run(series, series.first(), null)) {
            assertThat(episode.fired()).isGreaterThanOrEqualTo(free);
            Long released = episode.released();
            assertThat(released == null || released > episode.fired()).isTrue();
            free = Objects.requireNonNullElse(released, Long.MAX_VALUE);
        }
    }

    @Property
    void downIsTheMirrorImageOfUp(@ForAll("series") Series series, @ForAll("spikes") Threshold.Spike spike) {
        List<Long> up = fired(new Watch(spike, Direction.UP).run(series, series.first(), null));
        List<Long> down =
                fired(new Watch(spike, Direction.DOWN).run(series.turned(Direction.DOWN), series.first(), null));

        assertThat(down).isEqualTo(up);
    }

    @Property
    void changesOfEpisodesAccountForAllOfThem(
            @ForAll("series") Series one, @ForAll("series") Series other, @ForAll("thresholds") Threshold threshold) {
        Watch watch = new Watch(threshold, Direction.UP);
        List<Episode> known = watch.run(one, one.first(), null);
        List<Episode> now = watch.run(other, other.first(), null);

        EpisodeChanges changes = EpisodeChanges.between(known, now);

        List<Episode> before = new ArrayList<>(changes.vanished());
        List<Episode> after = new ArrayList<>(changes.added());
        changes.kept().forEach(kept -> {
            before.add(kept.before());
            after.add(kept.now());
            assertThat(kept.before().overlaps(kept.now())).isTrue();
        });
        assertThat(before).containsExactlyInAnyOrderElementsOf(known);
        assertThat(after).containsExactlyInAnyOrderElementsOf(now);
        assertThat(EpisodeChanges.between(now, now).added()).isEmpty();
        assertThat(EpisodeChanges.between(now, now).vanished()).isEmpty();
    }

    @Property
    void earsIsAlwaysANumberNotBelowTheMean(
            @ForAll @IntRange(min = 3, max = 20) int history, @ForAll @LongRange(min = 0) long seed) {
        double[] baseline = new java.util.Random(seed)
                .doubles(history, 0, 1e6)
                .map(value -> value < 5e5 ? 7 : value)
                .toArray();

        Ears.Expectation expected = new Ears(0.01, 0.05, 4, history).expect(baseline);

        assertThat(expected.reweightedBound()).isFinite().isGreaterThanOrEqualTo(expected.reweightedMean());
        assertThat(expected.reweightedMean()).isLessThanOrEqualTo(expected.mean() + 1e-6);
    }

    @Provide
    Arbitrary<Series> series() {
        Arbitrary<Double> values = Arbitraries.doubles().between(-500, 2_000).ofScale(1);
        return values.injectNull(0.15)
                .list()
                .ofMinSize(1)
                .ofMaxSize(120)
                .filter(list -> list.stream().anyMatch(Objects::nonNull))
                .map(list -> {
                    TreeMap<Long, Double> points = new TreeMap<>();
                    for (int i = 0; i < list.size(); i++) {
                        if (list.get(i) != null) {
                            points.put(20_000L + i, list.get(i));
                        }
                    }
                    return Series.of(points);
                });
    }

    @Provide
    Arbitrary<Threshold> thresholds() {
        Arbitrary<Double> release = Arbitraries.doubles().between(0, 1);
        Arbitrary<Double> minimum = Arbitraries.doubles().between(-100, 900).injectNull(0.5);
        Arbitrary<Integer> periods = Arbitraries.integers().between(1, 12);
        Arbitrary<Double> size = Arbitraries.doubles().between(1, 900);
        return Arbitraries.oneOf(
                Combinators.combine(size, release).as((s, r) -> new Threshold.Absolute("a", s, r)),
                Combinators.combine(periods, size, minimum, release)
                        .as((p, s, m, r) -> new Threshold.Change("c", p, s, m, r)),
                Combinators.combine(periods, size, minimum, release)
                        .as((p, s, m, r) -> new Threshold.Growth("g", p, s, m, r)),
                Combinators.combine(Arbitraries.integers().between(5, 60), periods, minimum, release)
                        .as((l, s, m, r) -> new Threshold.Record("r", l, s, m, r)),
                spikes());
    }

    @Provide
    Arbitrary<Threshold.Spike> spikes() {
        return Combinators.combine(
                        Arbitraries.integers().between(3, 9),
                        Arbitraries.of(1, 7),
                        Arbitraries.doubles().between(0, 1))
                .as((history, step, release) -> new Threshold.Spike("s", 0.025, 0.05, 4, history, step, null, release));
    }

    private static List<Long> fired(List<Episode> episodes) {
        return episodes.stream().map(Episode::fired).toList();
    }

    private static TreeMap<Long, Double> points(Series series) {
        TreeMap<Long, Double> points = new TreeMap<>();
        for (long period = series.first(); period <= series.last(); period++) {
            if (series.has(period)) {
                points.put(period, series.at(period));
            }
        }
        return points;
    }
}
