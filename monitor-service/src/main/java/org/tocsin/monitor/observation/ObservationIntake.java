package org.tocsin.monitor.observation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.indicator.Indicator;
import org.tocsin.monitor.observation.ObservationRepository.Change;

import com.github.f4b6a3.uuid.UuidCreator;

import io.micrometer.core.instrument.MeterRegistry;

/** Takes observations in: when the transaction is committed they are stored, and the signals they led to are announced. */
@ApplicationScoped
class ObservationIntake {

    private final SeriesRepository series;
    private final ObservationRepository observations;
    private final SeriesWatcher watcher;
    private final Clock clock;
    private final MeterRegistry meters;

    ObservationIntake(
            SeriesRepository series,
            ObservationRepository observations,
            SeriesWatcher watcher,
            Clock clock,
            MeterRegistry meters) {
        this.series = series;
        this.observations = observations;
        this.watcher = watcher;
        this.clock = clock;
        this.meters = meters;
    }

    /** Which series an observation belongs to. In one order for all transactions, so that none waits crosswise. */
    private record Key(String indicator, String place) {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::indicator).thenComparing(Key::place);
    }

    /**
     * Accepts a batch in a transaction of its own. A value that we had already changes nothing; another one for the same
     * indicator, place and period is a correction.
     *
     * @param by who sends them
     * @param silent whether no signals are to be told: for history
     * @return one answer per observation in their order; signals are with the last one of their series
     */
    @Transactional
    List<AcceptedObservation> accept(List<NewObservation> batch, String by, boolean silent) {
        Map<Key, List<Integer>> bySeries = new TreeMap<>(Key.ORDER);
        for (int i = 0; i < batch.size(); i++) {
            NewObservation observation = batch.get(i);
            Key key = new Key(observation.indicator().id(), observation.place().key());
            bySeries.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
        }
        AcceptedObservation[] answers = new AcceptedObservation[batch.size()];
        bySeries.values().forEach(indexes -> acceptSeries(batch, indexes, by, silent, answers));
        return List.of(answers);
    }

    private void acceptSeries(
            List<NewObservation> batch,
            List<Integer> indexes,
            String by,
            boolean silent,
            AcceptedObservation[] answers) {
        NewObservation first = batch.get(indexes.get(0));
        Indicator indicator = first.indicator();
        SeriesRow row = series.lock(indicator, first.place());
        watcher.catchUp(indicator, row);
        Instant now = clock.instant();
        Map<Long, StoredObservation> present = new HashMap<>(observations.find(
                row.id(), indexes.stream().map(i -> batch.get(i).period()).toList()));
        List<Change> changes = new ArrayList<>();
        for (int index : indexes) {
            NewObservation observation = batch.get(index);
            StoredObservation before = present.get(observation.period());
            StoredObservation after = after(before, observation, now);
            if (after != before) {
                present.put(observation.period(), after);
                changes.add(new Change(after, observation.note(), by));
            }
            Outcome outcome = before == null ? Outcome.ADDED : after == before ? Outcome.REPEATED : Outcome.CORRECTED;
            answers[index] = new AcceptedObservation(after.id(), outcome, after.revision(), List.of());
            meters.counter("tocsin.observations", "outcome", outcome.name().toLowerCase(Locale.ROOT))
                    .increment();
        }
        List<UUID> told = store(indicator, row, changes, silent);
        int last = indexes.get(indexes.size() - 1);
        AcceptedObservation answer = answers[last];
        answers[last] = new AcceptedObservation(answer.id(), answer.outcome(), answer.revision(), told);
    }

    private static StoredObservation after(
            @Nullable StoredObservation before, NewObservation observation, Instant now) {
        if (before == null) {
            return new StoredObservation(
                    UuidCreator.getTimeOrderedEpoch(), observation.period(), observation.value(), 1, now);
        }
        boolean same = before.value() != null && Double.compare(before.value(), observation.value()) == 0;
        return same ? before : revised(before, observation.value(), now);
    }

    private static StoredObservation revised(StoredObservation before, @Nullable Double value, Instant now) {
        return new StoredObservation(before.id(), before.period(), value, before.revision() + 1, now);
    }

    private List<UUID> store(Indicator indicator, SeriesRow row, List<Change> changes, boolean silent) {
        if (changes.isEmpty()) {
            return List.of();
        }
        observations.store(row.id(), changes);
        long earliest = changes.stream()
                .mapToLong(change -> change.now().period())
                .min()
                .orElseThrow();
        return watcher.look(indicator, row, earliest, silent);
    }

    /**
     * Gives an observation whose series is locked another value.
     *
     * @param value null to take it back
     */
    void revise(
            Indicator indicator,
            SeriesRow row,
            StoredObservation before,
            @Nullable Double value,
            @Nullable String note,
            String by) {
        watcher.catchUp(indicator, row);
        StoredObservation now = revised(before, value, clock.instant());
        store(indicator, row, List.of(new Change(now, note, by)), false);
    }
}
