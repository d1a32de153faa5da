package org.tocsin.platform.deadletter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Shows {@code tocsin.dead.letters.waiting}: how many nobody has replayed, or have failed again. Measured now and then;
 * not a number while the database is out of reach.
 */
@ApplicationScoped
class DeadLetterGauge {

    private final DeadLetterRepository repository;
    private final MeterRegistry meters;
    private volatile double waiting = Double.NaN;

    DeadLetterGauge(DeadLetterRepository repository, MeterRegistry meters) {
        this.repository = repository;
        this.meters = meters;
    }

    void register(@Observes StartupEvent event) {
        Gauge.builder("tocsin.dead.letters.waiting", this, gauge -> gauge.waiting)
                .description("Dead letters that were not replayed since they failed")
                .register(meters);
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void measure() {
        try {
            waiting = repository.countWaiting();
        } catch (DeadLetterException e) {
            waiting = Double.NaN;
            Log.debug("The dead letters cannot be counted", e);
        }
    }
}
