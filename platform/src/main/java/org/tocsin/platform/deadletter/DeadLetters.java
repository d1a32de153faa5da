package org.tocsin.platform.deadletter;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.tocsin.platform.event.RawRecord;
import org.tocsin.platform.outbox.Outbox;
import org.tocsin.platform.outbox.RefusedRecord;
import org.tocsin.platform.service.ServiceName;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * Takes in what cannot be handled: a row that is kept for replay, and a record on {@code <topic>.<service>.dlq} for
 * whoever watches there.
 */
@ApplicationScoped
public class DeadLetters {

    private static final String QUEUE_SUFFIX = ".dlq";

    /** Below Kafka's own limit for a record, headers included. */
    private static final int MAX_QUEUED_BYTES = 900_000;

    private final DeadLetterRepository repository;
    private final Outbox outbox;
    private final MeterRegistry meters;
    private final Clock clock;
    private final String service;

    DeadLetters(
            DeadLetterRepository repository, Outbox outbox, MeterRegistry meters, Clock clock, ServiceName service) {
        this.repository = repository;
        this.outbox = outbox;
        this.meters = meters;
        this.clock = clock;
        this.service = service.value();
    }

    /**
     * Adds a consumed record to the running transaction.
     *
     * @param reason why it cannot be handled, without any of its content
     */
    public void add(RawRecord record, Origin origin, String reason) {
        repository.save(record, origin, reason, clock.instant());
        outbox.add(queued(record, origin, reason));
        count(record);
    }

    /** A record of our own that the broker refuses cannot go to a queue either. */
    void keepRefused(@Observes RefusedRecord refused) {
        if (refused.record().topic().endsWith(QUEUE_SUFFIX)) {
            return; // the row that it was a copy of is here already
        }
        repository.save(refused.record(), null, "the broker refused it: " + refused.reason(), clock.instant());
        count(refused.record());
    }

    private RawRecord queued(RawRecord record, Origin origin, String reason) {
        Map<String, String> headers = new HashMap<>(record.headers());
        headers.put("dead-letter-reason", reason);
        headers.put("dead-letter-topic", record.topic());
        headers.put("dead-letter-partition", Integer.toString(origin.partition()));
        headers.put("dead-letter-offset", Long.toString(origin.offset()));
        headers.put("dead-letter-service", service);
        String queue = record.topic() + "." + service + QUEUE_SUFFIX;
        boolean fits = record.size() <= MAX_QUEUED_BYTES;
        if (!fits) {
            headers.put("dead-letter-value", "too large for this topic, kept by the service");
        }
        return new RawRecord(queue, record.key(), headers, fits ? record.value() : null);
    }

    private void count(RawRecord record) {
        meters.counter("tocsin.dead.letters", "topic", record.topic()).increment();
    }

    /** Where a record was read. */
    public record Origin(int partition, long offset) {}
}
