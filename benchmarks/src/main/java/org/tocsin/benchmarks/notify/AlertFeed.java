package org.tocsin.benchmarks.notify;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Publishes new alerts as alert-service does and remembers when each was handed to the broker. */
final class AlertFeed implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final Clock clock;
    private final Map<String, Long> published = new ConcurrentHashMap<>();

    AlertFeed(String servers, Clock clock) {
        this.clock = clock;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        "1"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Publishes a new alert of a category; its id. */
    String publish(String category) {
        String id = UUID.randomUUID().toString();
        RecordHeaders headers = new RecordHeaders();
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", "org.tocsin.alert.opened.v1",
                        "ce_source", "/tocsin/benchmark",
                        "ce_time", clock.instant().toString(),
                        "content-type", "application/json")
                .forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
        published.put(id, System.nanoTime());
        producer.send(new ProducerRecord<>("alerts", null, id, body(id, category), headers));
        return id;
    }

    /** Waits until the broker has everything. */
    void flush() {
        producer.flush();
    }

    /** When an alert was published, by {@link System#nanoTime}; null for another one. */
    Long publishedAt(String alert) {
        return published.get(alert);
    }

    void forget() {
        published.clear();
    }

    private byte[] body(String id, String category) {
        String now = clock.instant().toString();
        return """
        {"alert":{"id":"%s","version":1,"category":"%s","status":"OPEN","band":"SEVERE","severity":68,"confidence":0.72,\
        "title":"Iran expels tens of thousands of Afghans a day","summary":"Mass deportation in Iran: more than 29,000 \
        people deported.","countries":["IR"],"places":[{"name":"Zabol","country":"IR","pcode":"IR29"}],"figures":[{\
        "value":29000,"lower":29000,"upper":null,"quantifier":"MORE_THAN","unit":"PERSON","action":"DEPORTED",\
        "status":"ACTUAL","role":"RECOMMENDED","quote":"more than 29,000 Afghans"}],"score":[{"component":"category",\
        "points":35,"reason":"Mass deportation"}],"reports":[{"documentId":"%s","url":"https://news.example.org/1",\
        "title":"Iran expels tens of thousands of Afghans a day","source":"Hirmand Daily","language":"en","publishedAt":\
        "%s","relation":"ORIGINAL","reason":"First report","quotes":[]}],"openedAt":"%s","updatedAt":"%s"},\
        "change":{"kind":"OPENED","reason":"A new event","actor":"system","previousBand":null}}"""
                .formatted(id, category, UUID.randomUUID(), now, now, now)
                .getBytes(UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }

    List<String> publish(String category, int count) {
        List<String> ids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ids.add(publish(category));
        }
        flush();
        return ids;
    }
}
