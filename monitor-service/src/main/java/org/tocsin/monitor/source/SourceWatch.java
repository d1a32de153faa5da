package org.tocsin.monitor.source;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jspecify.annotations.Nullable;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Looks every minute whether a source has fallen silent beyond its own rhythm, or come back. Shows
 * {@code tocsin.sources.silent}, not a number while that is not known.
 */
@ApplicationScoped
class SourceWatch {

    private final SilenceService silences;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Instant started;
    private volatile double silent = Double.NaN;

    SourceWatch(SilenceService silences, Clock clock, MeterRegistry meters) {
        this.silences = silences;
        this.clock = clock;
        this.meters = meters;
        this.started = clock.instant();
    }

    void register(@Observes StartupEvent event) {
        Gauge.builder("tocsin.sources.silent", this, watch -> watch.silent)
                .description("Sources that went quiet, or fail, beyond their own rhythm")
                .register(meters);
    }

    @Scheduled(every = "${tocsin.sources.watch}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        try {
            look();
        } catch (RuntimeException e) {
            silent = Double.NaN;
            Log.warnf("The silence of sources cannot be watched now: %s", e.getMessage());
        }
    }

    /** Each source is a transaction of its own: one that cannot be judged does not hide the others. */
    void look() {
        List<SilenceRepository.Row> rows = silences.watched();
        for (SilenceRepository.Row row : rows) {
            try {
                silences.look(row, started, othersRead(row, rows));
            } catch (RuntimeException e) {
                Log.warnf(e, "Source %s cannot be watched now", row.source().id());
            }
        }
        silent = silences.settle();
    }

    private static @Nullable Instant othersRead(SilenceRepository.Row row, List<SilenceRepository.Row> rows) {
        if (row.health().state() != SourceHealth.State.FAILING) {
            return null;
        }
        return rows.stream()
                .filter(other -> other != row)
                .map(other -> other.health().lastSuccess())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
