package org.tocsin.monitor.observation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.indicator.Gaps;
import org.tocsin.monitor.indicator.Indicator;
import org.tocsin.monitor.series.Episode;
import org.tocsin.monitor.series.EpisodeChanges;
import org.tocsin.monitor.series.Series;
import org.tocsin.monitor.series.Threshold;
import org.tocsin.monitor.series.Watch;
import org.tocsin.monitor.signal.SeriesSignals;

import com.github.f4b6a3.uuid.UuidCreator;

/**
 * Holds thresholds against what has changed of a series, in event time: from the first changed period to the last one,
 * with as much before as the thresholds look back on. Whoever calls it has locked the series.
 */
@ApplicationScoped
class SeriesWatcher {

    private final SeriesRepository series;
    private final CrossingRepository crossings;
    private final SeriesSignals signals;
    private final CrossingSignals wording;
    private final Clock clock;

    SeriesWatcher(
            SeriesRepository series,
            CrossingRepository crossings,
            SeriesSignals signals,
            CrossingSignals wording,
            Clock clock) {
        this.series = series;
        this.crossings = crossings;
        this.signals = signals;
        this.wording = wording;
        this.clock = clock;
    }

    /** The values and thresholds of one look at a series. */
    private record Look(
            Indicator indicator, SeriesRow row, Series values, long from, boolean silent, List<UUID> told) {}

    /**
     * Finds out, without telling, where the thresholds stand if they were changed since the last look; to be called
     * before a change of values, so that the change is then held against the new thresholds.
     */
    void catchUp(Indicator indicator, SeriesRow row) {
        if (!indicator.details().enabled() || row.watchVersion() == indicator.watchVersion()) {
            return;
        }
        for (Crossing crossing : crossings.of(row.id())) {
            boolean gone = indicator.details().thresholds().stream()
                    .noneMatch(threshold -> threshold.id().equals(crossing.threshold()));
            if (gone) {
                crossings.remove(crossing.id());
            }
        }
        look(indicator, row, Long.MIN_VALUE, true);
        series.watched(row.id(), indicator.watchVersion());
    }

    /**
     * Looks at a series after a change.
     *
     * @param changed the first period whose value is another one now
     * @param silent whether what is found is only remembered
     * @return the signals of the thresholds that were passed
     */
    List<UUID> look(Indicator indicator, SeriesRow row, long changed, boolean silent) {
        if (!indicator.details().enabled()) {
            return List.of();
        }
        List<Watch> watches = indicator.details().thresholds().stream()
                .map(threshold -> new Watch(threshold, indicator.details().direction()))
                .toList();
        long reach = watches.stream().mapToLong(Watch::reach).max().orElse(0);
        boolean all = changed == Long.MIN_VALUE;
        SortedMap<Long, Double> points = series.points(row.id(), all ? Long.MIN_VALUE : changed - 1 - reach);
        // Periods without a value just before the changed one may mean 0, and are judged only now that they are passed.
        SortedMap<Long, Double> before = points.headMap(changed);
        long from = before.isEmpty() ? changed : before.lastKey() + 1;
        boolean zeros = indicator.details().gaps() == Gaps.ZERO;
        Series values = zeros ? Series.of(points).withZeros() : Series.of(points);
        Look look = new Look(indicator, row, values, all ? values.first() : from, silent, new ArrayList<>());
        List<Crossing> known = crossings.of(row.id());
        for (Watch watch : watches) {
            String id = watch.threshold().id();
            settle(
                    look,
                    watch,
                    known.stream().filter(c -> c.threshold().equals(id)).toList());
        }
        return look.told();
    }

    private void settle(Look look, Watch watch, List<Crossing> known) {
        Map<Episode, Crossing> standing = new HashMap<>();
        List<Episode> affected = new ArrayList<>();
        Episode open = null;
        for (Crossing crossing : known) {
            Episode episode = crossing.episode();
            boolean reaches = episode.fired() >= look.from() || episode.openBefore(look.from());
            if (crossing.stands() && reaches) {
                standing.put(episode, crossing);
                affected.add(episode);
                open = episode.fired() < look.from() ? episode : open;
            }
        }
        EpisodeChanges changes = EpisodeChanges.between(affected, watch.run(look.values(), look.from(), open));
        for (EpisodeChanges.Kept kept : changes.kept()) {
            if (!kept.before().equals(kept.now())) {
                crossings.store(
                        look.row().id(), crossing(standing, kept.before()).with(kept.now()));
            }
        }
        changes.vanished().forEach(episode -> vanish(look, crossing(standing, episode)));
        changes.added().forEach(episode -> add(look, watch, episode, known));
    }

    private static Crossing crossing(Map<Episode, Crossing> crossings, Episode episode) {
        Crossing crossing = crossings.get(episode);
        if (crossing == null) {
            throw new IllegalStateException("An episode was changed that is not known");
        }
        return crossing;
    }

    /** A signal that was sent cannot be called back, but readers are told that it does not stand any more. */
    private void vanish(Look look, Crossing crossing) {
        if (look.silent() || crossing.signalId() == null) {
            crossings.remove(crossing.id());
            return;
        }
        Instant now = clock.instant();
        crossings.store(look.row().id(), crossing.withdrawn(now));
        signals.withdraw(crossing.signalId(), now);
    }

    private void add(Look look, Watch watch, Episode episode, List<Crossing> known) {
        Crossing before = withdrawnAt(known, episode.fired());
        if (before != null && before.signalId() != null) {
            crossings.store(look.row().id(), before.with(episode));
            signals.withdraw(before.signalId(), null);
            return;
        }
        UUID signal = look.silent() ? null : tell(look, watch, episode);
        Threshold threshold = watch.threshold();
        crossings.store(
                look.row().id(),
                new Crossing(UuidCreator.getTimeOrderedEpoch(), threshold.id(), episode, signal, null));
    }

    private static @Nullable Crossing withdrawnAt(List<Crossing> known, long period) {
        return known.stream()
                .filter(crossing -> !crossing.stands() && crossing.episode().fired() == period)
                .findFirst()
                .orElse(null);
    }

    private UUID tell(Look look, Watch watch, Episode episode) {
        Instant now = clock.instant();
        UUID signal =
                signals.announce(wording.signal(look.indicator(), look.row(), watch, look.values(), episode, now), now);
        look.told().add(signal);
        return signal;
    }
}
