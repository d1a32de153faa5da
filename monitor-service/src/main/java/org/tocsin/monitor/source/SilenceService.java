package org.tocsin.monitor.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.source.Silence.Change;
import org.tocsin.platform.outbox.Outbox;

import com.github.f4b6a3.uuid.UuidCreator;

import io.quarkus.logging.Log;

/** Tells that sources fell silent and came back. What is told is noted in the same transaction, so it is told once. */
@ApplicationScoped
@Transactional
class SilenceService {

    /** For so long after our start, parties that send by themselves may still be trying again what we missed. */
    private static final Duration CATCHING_UP = Duration.ofHours(1);

    private final SilenceRepository silences;
    private final PollTimetable timetable;
    private final Outbox outbox;
    private final Clock clock;

    SilenceService(SilenceRepository silences, PollTimetable timetable, Outbox outbox, Clock clock) {
        this.silences = silences;
        this.timetable = timetable;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** All sources whose silence would be noticed. */
    List<SilenceRepository.Row> watched() {
        return silences.watched();
    }

    /**
     * Looks at one source and tells what has changed.
     *
     * @param started since when parties that send by themselves could reach us
     * @param othersRead when any other source was read last; null when none ever was
     */
    void look(SilenceRepository.Row row, Instant started, @Nullable Instant othersRead) {
        Instant now = clock.instant();
        SourceRhythm rhythm = rhythm(row, now);
        SourceHealth health = row.health().against(rhythm, now);
        new WatchedSource(health, rhythm, row.added(), listened(row, started, now), othersRead)
                .change(row.told())
                .ifPresent(change -> tell(row.source(), health, change, now));
    }

    /** Forgets sources that are no longer in use; returns how many are silent now. */
    long settle() {
        silences.forgetUnused();
        return silences.count();
    }

    /** Learning a rhythm costs something, and a silence that is shorter than any that counts breaks none. */
    private SourceRhythm rhythm(SilenceRepository.Row row, Instant now) {
        Instant latest = row.latest();
        boolean cannotMatter = row.told() == null && latest != null && SourceRhythm.isShort(latest, now);
        return cannotMatter
                ? new SourceRhythm(null, latest)
                : timetable.rhythm(row.source().id(), now);
    }

    private static @Nullable Instant listened(SilenceRepository.Row row, Instant started, Instant now) {
        if (row.polled()) {
            return row.health().lastSuccess();
        }
        return Duration.between(started, now).compareTo(CATCHING_UP) < 0 ? null : now;
    }

    private void tell(SourceRef source, SourceHealth health, Change change, Instant now) {
        if (change instanceof Change.Silent silent) {
            if (silences.begin(source.id(), silent.silence())) {
                put(SourceNotice.of(source, silent.silence(), health), now);
            }
        } else if (change instanceof Change.Resumed resumed && silences.end(source.id())) {
            put(SourceNotice.ofReturn(source, health, resumed.ended().since(), now), now);
        }
    }

    private void put(SourceNotice notice, Instant now) {
        String source = notice.sourceId().toString();
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        outbox.add(SourceNotice.TOPIC, source, notice.type(), id, source, now, notice);
        Log.infof("It is told that source %s is %s", source, notice.state());
    }
}
