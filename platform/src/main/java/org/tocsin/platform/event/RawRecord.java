package org.tocsin.platform.event;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A Kafka record as it is on the wire, whether or not it makes a good event.
 *
 * @param topic where it is read from or sent to
 * @param key the record key; records of one key keep their order. Null where order does not matter
 * @param headers the last value of each header, as text
 * @param value null for a tombstone
 */
public record RawRecord(String topic, @Nullable String key, Map<String, String> headers, byte @Nullable [] value) {

    public RawRecord {
        headers = Map.copyOf(headers);
    }

    /** Bytes that the value takes. */
    public int size() {
        return value == null ? 0 : value.length;
    }
}
