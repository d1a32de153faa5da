package org.tocsin.platform.inbox;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.tocsin.platform.deadletter.DeadLetters;
import org.tocsin.platform.event.Event;
import org.tocsin.platform.event.InvalidEventException;
import org.tocsin.platform.inbox.InboxRepository.EventKey;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * One transaction for a whole batch is what makes intake fast; when a batch fails, its events go one by one, so that
 * only the bad ones end among the dead letters.
 */
@ApplicationScoped
class TransactionalEventIntake implements EventIntake {

    private final InboxRepository inbox;
    private final DeadLetters deadLetters;
    private final Persistence persistence;
    private final InboxConfig config;
    private final Clock clock;
    private final Counter handled;
    private final Counter duplicates;

    TransactionalEventIntake(
            InboxRepository inbox,
            DeadLetters deadLetters,
            Persistence persistence,
            InboxConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.persistence = persistence;
        this.config = config;
        this.clock = clock;
        this.handled = meters.counter("tocsin.inbox.events", "outcome", "handled");
        this.duplicates = meters.counter("tocsin.inbox.events", "outcome", "duplicate");
    }

    @Override
    public void accept(ConsumerRecords<String, byte[]> batch, EventHandler handler) {
        List<Arrival> arrivals = new ArrayList<>(batch.count());
        for (ConsumerRecord<String, byte[]> record : batch) {
            arrivals.add(Arrival.of(record, config.maxEventBytes()));
        }
        try {
            persistence.insist(() -> transact(arrivals, handler));
        } catch (StoppingException e) {
            throw e;
        } catch (RuntimeException e) {
            for (Arrival arrival : arrivals) {
                acceptOne(arrival, handler);
            }
        }
    }

    private void acceptOne(Arrival arrival, EventHandler handler) {
        try {
            persistence.insist(() -> transact(List.of(arrival), handler));
        } catch (StoppingException e) {
            throw e;
        } catch (RuntimeException e) {
            String reason = reason(e);
            Log.errorf(
                    "The event at %s/%d/%d goes to the dead letters: %s",
                    arrival.record().topic(),
                    arrival.origin().partition(),
                    arrival.origin().offset(),
                    reason);
            persistence.insist(() -> QuarkusTransaction.requiringNew()
                    .run(() -> deadLetters.add(arrival.record(), arrival.origin(), reason)));
        }
    }

    private void transact(List<Arrival> arrivals, EventHandler handler) {
        int count = QuarkusTransaction.requiringNew().call(() -> handleAll(arrivals, handler));
        handled.increment(count);
        duplicates.increment(arrivals.size() - count);
    }

    /** Returns how many events were new. */
    private int handleAll(List<Arrival> arrivals, EventHandler handler) throws SQLException {
        Set<EventKey> keys = arrivals.stream()
                .map(Arrival::event)
                .filter(Objects::nonNull)
                .map(event -> new EventKey(event.topic(), event.id()))
                .collect(Collectors.toSet());
        Set<EventKey> fresh = new HashSet<>(inbox.remember(keys, clock.instant()));
        List<Event> events = new ArrayList<>(fresh.size());
        for (Arrival arrival : arrivals) {
            Event event = arrival.event();
            if (event == null) {
                deadLetters.add(arrival.record(), arrival.origin(), String.valueOf(arrival.fault()));
            } else if (fresh.remove(new EventKey(event.topic(), event.id()))) {
                events.add(event);
            }
        }
        if (!events.isEmpty()) {
            handler.handleAll(events);
        }
        return events.size();
    }

    /** Our own exception for bad events has a message made for this; others' messages may hold content of the event. */
    private static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidEventException) {
                return String.valueOf(cause.getMessage());
            }
        }
        return failure.getClass().getSimpleName();
    }
}
