package org.tocsin.alert.intake;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.tocsin.platform.inbox.EventIntake;

import io.smallrye.common.annotation.Blocking;

/** Takes the signals of monitor-service from Kafka. */
@ApplicationScoped
class SignalConsumer {

    private final EventIntake intake;
    private final SignalIntake signals;

    SignalConsumer(EventIntake intake, SignalIntake signals) {
        this.intake = intake;
        this.signals = signals;
    }

    @Incoming("signals")
    @Blocking
    void on(ConsumerRecords<String, byte[]> batch) {
        intake.accept(batch, signals);
    }
}
