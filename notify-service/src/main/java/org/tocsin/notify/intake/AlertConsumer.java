package org.tocsin.notify.intake;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.tocsin.platform.inbox.EventIntake;

import io.smallrye.reactive.messaging.annotations.Blocking;

@ApplicationScoped
class AlertConsumer {

    private final EventIntake intake;
    private final AlertIntake alerts;

    AlertConsumer(EventIntake intake, AlertIntake alerts) {
        this.intake = intake;
        this.alerts = alerts;
    }

    @Incoming("alerts")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> batch) {
        intake.accept(batch, alerts);
    }
}
