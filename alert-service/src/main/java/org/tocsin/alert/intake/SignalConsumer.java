package org.tocsin.alert.intake;

import java.util.Objects;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
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
        // A batch is one transaction. It takes all its locks at once and in order; one by one, as the events come, two
        // consumers could wait for each other.
        String[] locks = StreamSupport.stream(batch.spliterator(), false)
                .map(ConsumerRecord::value)
                .filter(Objects::nonNull)
                .flatMap(data -> signals.locks(data).stream())
                .distinct()
                .toArray(String[]::new);
        intake.accept(batch, event -> signals.handle(event, locks));
    }
}
