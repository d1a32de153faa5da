package org.tocsin.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.tocsin.platform.outbox.OutboxRepository.Backlog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Shows what is owed to Kafka: {@code tocsin.outbox.backlog} in records and {@code tocsin.outbox.oldest.age} in seconds.
 * Measured now and then, so that no scrape waits for the database; not a number while it is out of reach.
 */
@ApplicationScoped
class OutboxGauges {

    private static final Backlog UNKNOWN = new Backlog(-1, Double.NaN);

    private final OutboxRepository repository;
    private final MeterRegistry meters;
    private volatile Backlog backlog = UNKNOWN;

    OutboxGauges(OutboxRepository repository, MeterRegistry meters) {
        this.repository = repository;
        this.meters = meters;
    }

    void register(@Observes StartupEvent event) {
        Gauge.builder("tocsin.outbox.backlog", this, OutboxGauges::rows)
                .description("Records that Kafka has not acknowledged")
                .register(meters);
        Gauge.builder("tocsin.outbox.oldest.age", this, OutboxGauges::oldestSeconds)
                .description("For how long the oldest of them has waited")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void measure() {
        try {
            backlog = repository.backlog();
        } catch (OutboxException e) {
            backlog = UNKNOWN;
            Log.debug("The outbox cannot be measured", e);
        }
    }

    private double rows() {
        Backlog measured = backlog;
        return measured.rows() < 0 ? Double.NaN : measured.rows();
    }

    private double oldestSeconds() {
        return backlog.oldestSeconds();
    }
}
