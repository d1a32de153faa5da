package org.tocsin.monitor.signal;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.tocsin.platform.inbox.EventIntake;

import io.smallrye.reactive.messaging.annotations.Blocking;

/** Where accepted documents come back to be read, shared among the replicas. */
@ApplicationScoped
class DocumentConsumer {

    private final EventIntake intake;
    private final SignalService signals;

    DocumentConsumer(EventIntake intake, SignalService signals) {
        this.intake = intake;
        this.signals = signals;
    }

    @Incoming("documents")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> batch) {
        intake.accept(batch, signals::handle);
    }
}
