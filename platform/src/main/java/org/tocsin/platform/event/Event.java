package org.tocsin.platform.event;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * A CloudEvents 1.0 event with JSON data.
 *
 * @param id stable over redelivery and replay; unique within the source
 * @param type for instance {@code org.tocsin.alert.opened.v1}
 * @param subject what the event is about, mostly the id of the aggregate, or null
 * @param time when it happened
 * @param topic the Kafka topic it is sent to or was read from
 * @param key the record key; events of one key keep their order. Null where order does not matter
 * @param data the JSON document, UTF-8
 */
public record Event(
        String id,
        String type,
        @Nullable String subject,
        Instant time,
        String topic,
        @Nullable String key,
        byte[] data) {

    public Event {
        requireNonNull(id, "id");
        requireNonNull(type, "type");
        requireNonNull(time, "time");
        requireNonNull(topic, "topic");
        requireNonNull(data, "data");
    }
}
