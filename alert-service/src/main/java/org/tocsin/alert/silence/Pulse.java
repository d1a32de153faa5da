package org.tocsin.alert.silence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

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
 * Listens whether signals still come: {@code tocsin.signals.age} in seconds and {@code tocsin.signals.silent}, 1 while no
 * signal has come for three times as long as the longest pause of an ordinary day. Not a number while nothing is known.
 */
@ApplicationScoped
class Pulse {

    private static final int DAYS = 14;

    private final PulseRepository repository;
    private final Clock clock;
    private final MeterRegistry meters;
    private volatile @Nullable Beat beat;

    Pulse(PulseRepository repository, Clock clock, MeterRegistry meters) {
        this.repository = repository;
        this.clock = clock;
        this.meters = meters;
    }

    void register(@Observes StartupEvent event) {
        Gauge.builder("tocsin.signals.age", this, pulse -> pulse.value(Beat::ageSeconds))
                .description("For how long no signal has come")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("tocsin.signals.silent", this, pulse -> pulse.value(now -> now.silent() ? 1 : 0))
                .description("1 when that is much longer than on an ordinary day")
                .register(meters);
    }

    @Scheduled(every = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void listen() {
        try {
            measure();
        } catch (RuntimeException e) {
            beat = null;
            Log.debug("The pulse cannot be measured", e);
        }
    }

    /** What was heard last, null while that is not known. */
    @Nullable
    Beat beat() {
        return beat;
    }

    void measure() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Beat before = beat;
        Instant known = before == null ? now.minus(Duration.ofDays(DAYS)) : before.lastSignalAt();
        Instant last = repository.last(known).orElse(before == null ? null : known);
        if (last == null) {
            return;
        }
        Duration age = Duration.between(last, now).isNegative() ? Duration.ZERO : Duration.between(last, now);
        repository.keep(today, age);
        List<Duration> pauses = repository.pauses(today.minusDays(DAYS), today);
        var rhythm = new Rhythm(pauses);
        boolean silent = rhythm.broken(age);
        if (silent && (before == null || !before.silent())) {
            Log.warnf(
                    "No signal for %s; the longest pause of an ordinary day is %s",
                    age, rhythm.usual().orElse(null));
        }
        beat = new Beat(last, age, rhythm.usual().orElse(null), silent);
    }

    private double value(java.util.function.ToDoubleFunction<Beat> part) {
        Beat now = beat;
        return now == null ? Double.NaN : part.applyAsDouble(now);
    }

    /**
     * What was heard.
     *
     * @param age since the last signal
     * @param usualPause the longest pause of an ordinary day, null while too few days are known
     */
    record Beat(Instant lastSignalAt, Duration age, @Nullable Duration usualPause, boolean silent) {

        double ageSeconds() {
            return age.toSeconds();
        }
    }
}
