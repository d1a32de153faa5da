package org.tocsin.platform.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Watches one topic from the moment it is opened, and writes to it, past the application:
 *
 * <pre>{@code
 * try (var alerts = KafkaProbe.open("alerts")) {
 *     ...
 *     var records = alerts.await(2);
 * }
 * }</pre>
 */
public final class KafkaProbe implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String topic;
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    private KafkaProbe(String topic, Map<String, Object> servers) {
        this.topic = topic;
        this.consumer = new KafkaConsumer<>(servers, new StringDeserializer(), new ByteArrayDeserializer());
        this.producer = new KafkaProducer<>(servers, new StringSerializer(), new ByteArraySerializer());
    }

    /** Creates the topic with three partitions if it does not exist, and sees what is written to it from now on. */
    public static KafkaProbe open(String topic) {
        Map<String, Object> servers =
                Map.of("bootstrap.servers", TocsinStack.settings().get("kafka.bootstrap.servers"));
        createTopic(topic, servers);
        KafkaProbe probe = new KafkaProbe(topic, servers);
        List<TopicPartition> partitions = probe.consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        probe.consumer.assign(partitions);
        probe.consumer.seekToEnd(partitions);
        // Seeking is lazy: asking for the position makes it happen now.
        partitions.forEach(probe.consumer::position);
        return probe;
    }

    /** All records so far, once there are at least this many; fails after 20 seconds. */
    public List<ConsumerRecord<String, byte[]>> await(int atLeast) {
        return awaitThat(records -> records.size() >= atLeast);
    }

    /** All records so far, once they satisfy the condition; fails after 20 seconds. */
    public List<ConsumerRecord<String, byte[]>> awaitThat(Predicate<List<ConsumerRecord<String, byte[]>>> condition) {
        Awaitility.await().alias("records of topic " + topic).atMost(PATIENCE).until(this::poll, condition);
        return records();
    }

    /** All records so far, without waiting for more than what the broker has ready. */
    public List<ConsumerRecord<String, byte[]>> records() {
        return List.copyOf(poll());
    }

    private List<ConsumerRecord<String, byte[]>> poll() {
        consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
        return seen;
    }

    /** Writes a CloudEvent in binary mode and waits until the broker has it. Returns its id. */
    public String publish(@Nullable String key, String type, String json) {
        String id = UUID.randomUUID().toString();
        publish(id, key, type, json);
        return id;
    }

    /** Writes a CloudEvent with a given id. */
    public void publish(String id, @Nullable String key, String type, String json) {
        write(
                key,
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", id,
                        "ce_type", type,
                        "ce_source", "/tocsin/test",
                        "ce_time", "2025-07-14T06:24:31Z",
                        "content-type", "application/json"),
                json.getBytes(UTF_8));
    }

    /** Writes any record, however bad. */
    public void write(@Nullable String key, Map<String, String> headers, byte @Nullable [] value) {
        RecordHeaders recordHeaders = new RecordHeaders();
        headers.forEach((name, text) -> recordHeaders.add(name, text.getBytes(UTF_8)));
        try {
            producer.send(new ProducerRecord<>(topic, null, key, value, recordHeaders))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while writing to " + topic, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot write to " + topic, e);
        }
    }

    /** A header of a record as text, or null. */
    public static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
    }

    private static void createTopic(String topic, Map<String, Object> servers) {
        try (Admin admin = Admin.create(servers)) {
            admin.createTopics(Set.of(new NewTopic(topic, 3, (short) 1))).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating " + topic, e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("cannot create " + topic, e);
            }
        }
    }
}
