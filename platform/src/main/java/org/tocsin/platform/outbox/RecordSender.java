package org.tocsin.platform.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.tocsin.platform.event.RawRecord;
import org.tocsin.platform.service.ServiceName;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.smallrye.common.annotation.Identifier;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The one Kafka producer of a service.
 *
 * <p>It never gives a record up while the broker is away: a producer that drops one record and sends the next has broken
 * the order of their key. An idempotent producer without a delivery limit keeps the order of each partition over any
 * number of retries, and the relay bounds how much it holds.
 */
@ApplicationScoped
class RecordSender {

    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

    private final Map<String, Object> settings;
    private final MeterRegistry meters;
    private @Nullable KafkaProducer<String, byte[]> producer;
    private @Nullable KafkaClientMetrics producerMetrics;

    RecordSender(
            @Identifier("default-kafka-broker") Map<String, Object> brokerSettings,
            MeterRegistry meters,
            ServiceName service) {
        this.meters = meters;
        this.settings = new HashMap<>(brokerSettings);
        settings.put("client.id", "tocsin-" + service.value() + "-outbox");
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        settings.put("max.in.flight.requests.per.connection", "5");
        settings.put("retries", Integer.toString(Integer.MAX_VALUE));
        settings.put("delivery.timeout.ms", Integer.toString(Integer.MAX_VALUE));
        // Waiting for the first metadata counts as a failed record too.
        settings.put("max.block.ms", Long.toString(Integer.MAX_VALUE));
        settings.put("linger.ms", "1");
        settings.put("compression.type", "lz4");
    }

    /**
     * Sends the records in order, all without waiting for the acknowledgements in between. Blocks while the broker's
     * metadata is not known.
     *
     * @throws KafkaException when there is no broker to be found by that name
     */
    Shipment send(List<OutboxRow> rows) {
        KafkaProducer<String, byte[]> open = open();
        Shipment shipment = new Shipment(rows);
        for (OutboxRow row : rows) {
            try {
                open.send(producerRecord(row.record()), (metadata, failure) -> shipment.settle(row, failure));
            } catch (KafkaException e) {
                // What follows must not overtake it.
                shipment.abandonFrom(row, e);
                break;
            }
        }
        return shipment;
    }

    /** Forgets what is not acknowledged: it is still in the outbox. */
    synchronized void close() {
        if (producerMetrics != null) {
            producerMetrics.close();
            producerMetrics = null;
        }
        if (producer != null) {
            producer.close(CLOSE_PATIENCE);
            producer = null;
        }
    }

    private synchronized KafkaProducer<String, byte[]> open() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
            producerMetrics = new KafkaClientMetrics(producer);
            producerMetrics.bindTo(meters);
        }
        return producer;
    }

    private static ProducerRecord<String, byte[]> producerRecord(RawRecord record) {
        RecordHeaders headers = new RecordHeaders();
        record.headers().forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
        return new ProducerRecord<>(record.topic(), null, record.key(), record.value(), headers);
    }
}
