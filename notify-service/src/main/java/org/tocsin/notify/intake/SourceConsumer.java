package org.tocsin.notify.intake;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.tocsin.platform.inbox.EventIntake;

import io.smallrye.reactive.messaging.annotations.Blocking;

@ApplicationScoped
class SourceConsumer {

    private final EventIntake intake;
    private final SourceIntake sources;

    SourceConsumer(EventIntake intake, SourceIntake sources) {
        this.intake = intake;
        this.sources = sources;
    }

    @Incoming("sources")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> batch) {
        intake.accept(batch, sources::take);
    }
}
