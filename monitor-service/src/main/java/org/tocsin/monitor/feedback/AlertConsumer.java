package org.tocsin.monitor.feedback;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.tocsin.platform.inbox.EventIntake;

import io.smallrye.reactive.messaging.annotations.Blocking;

/** Where alert-service tells what became of alerts. */
@ApplicationScoped
class AlertConsumer {

    private final EventIntake intake;
    private final FeedbackService feedback;

    AlertConsumer(EventIntake intake, FeedbackService feedback) {
        this.intake = intake;
        this.feedback = feedback;
    }

    @Incoming("alerts")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> batch) {
        intake.accept(batch, feedback::handle);
    }
}
