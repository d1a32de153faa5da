package org.tocsin.platform.trial;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.tocsin.platform.event.Event;
import org.tocsin.platform.event.InvalidEventException;
import org.tocsin.platform.inbox.EventIntake;
import org.tocsin.platform.outbox.Outbox;

import io.smallrye.common.annotation.Blocking;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads topic {@code trials}; answers each event on {@code answers}, in the same transaction, unless told to fail. */
@ApplicationScoped
public class TrialConsumer {

    private final EventIntake intake;
    private final Outbox outbox;
    private final List<String> handled = new CopyOnWriteArrayList<>();
    private final Map<String, RuntimeException> failures = new ConcurrentHashMap<>();

    TrialConsumer(EventIntake intake, Outbox outbox) {
        this.intake = intake;
        this.outbox = outbox;
    }

    @Incoming("trials")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> batch) {
        intake.accept(batch, this::handle);
    }

    private void handle(Event event) {
        outbox.add(new Event(
                "answer-" + event.id(),
                "org.tocsin.trial.answered.v1",
                event.id(),
                event.time(),
                "answers",
                event.key(),
                event.data()));
        RuntimeException failure = failures.get(event.id());
        if (failure != null) {
            throw failure;
        }
        handled.add(event.id() + " " + new String(event.data(), UTF_8));
    }

    /** Lets the handling of this event fail, after it has written its answer. */
    public void fail(String eventId, String reason) {
        fail(eventId, new InvalidEventException(reason));
    }

    public void fail(String eventId, RuntimeException failure) {
        failures.put(eventId, failure);
    }

    public void mend(String eventId) {
        failures.remove(eventId);
    }

    /** Id and data of each handled event, in order, attempts that were rolled back included. */
    public List<String> handled() {
        return handled;
    }
}
