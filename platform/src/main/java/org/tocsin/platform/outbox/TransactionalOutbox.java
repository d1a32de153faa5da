package org.tocsin.platform.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.event.CloudEvents;
import org.tocsin.platform.event.Event;
import org.tocsin.platform.event.RawRecord;
import org.tocsin.platform.service.ServiceName;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Collects what a transaction adds, writes it with one statement just before the commit and wakes the relay just after
 * it. Writing late also lets sequence numbers follow the order of commits as closely as can be.
 */
@ApplicationScoped
class TransactionalOutbox implements Outbox {

    private final TransactionSynchronizationRegistry transactions;
    private final OutboxRepository repository;
    private final OutboxRelay relay;
    private final ObjectMapper json;
    private final int maxEventBytes;
    private final String source;

    TransactionalOutbox(
            TransactionSynchronizationRegistry transactions,
            OutboxRepository repository,
            OutboxRelay relay,
            ObjectMapper json,
            OutboxConfig config,
            ServiceName service) {
        this.transactions = transactions;
        this.repository = repository;
        this.relay = relay;
        this.json = json;
        this.maxEventBytes = config.maxEventBytes();
        this.source = service.eventSource();
    }

    @Override
    public void add(Event event) {
        if (event.data().length > maxEventBytes) {
            throw new IllegalArgumentException("an event of type %s has %d bytes, %d are allowed"
                    .formatted(event.type(), event.data().length, maxEventBytes));
        }
        add(CloudEvents.toRecord(event, source));
    }

    @Override
    public void add(
            String topic,
            @Nullable String key,
            String type,
            String id,
            @Nullable String subject,
            Instant time,
            Object data) {
        try {
            add(new Event(id, type, subject, time, topic, key, json.writeValueAsBytes(data)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON: " + data.getClass(), e);
        }
    }

    @Override
    public void add(RawRecord record) {
        if (transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException("the outbox belongs to a transaction, and none is active");
        }
        Additions additions = (Additions) transactions.getResource(Additions.class);
        if (additions == null) {
            additions = new Additions();
            transactions.putResource(Additions.class, additions);
            transactions.registerInterposedSynchronization(additions);
        }
        additions.add(record);
    }

    /** What one transaction has added. */
    private final class Additions implements Synchronization {

        private final List<RawRecord> waiting = new ArrayList<>();
        private boolean completing;

        void add(RawRecord record) {
            waiting.add(record);
            if (completing) {
                write();
            }
        }

        @Override
        public void beforeCompletion() {
            completing = true;
            write();
        }

        private void write() {
            repository.insert(waiting);
            waiting.clear();
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.wake();
            }
        }
    }
}
