package org.tocsin.platform.inbox;

import java.io.IOException;
import java.time.Instant;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.platform.deadletter.DeadLetters;
import org.tocsin.platform.event.CloudEvents;
import org.tocsin.platform.event.Event;
import org.tocsin.platform.event.InvalidEventException;
import org.tocsin.platform.event.RawRecord;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * A consumed record: either a good event, or the reason why it is none.
 *
 * @param event null when the record is no good event
 * @param fault null when it is
 */
record Arrival(RawRecord record, DeadLetters.Origin origin, @Nullable Event event, @Nullable String fault) {

    private static final JsonFactory JSON = new JsonFactory();

    static Arrival of(ConsumerRecord<String, byte[]> consumed, int maxBytes) {
        RawRecord record = CloudEvents.rawRecord(consumed);
        DeadLetters.Origin origin = new DeadLetters.Origin(consumed.partition(), consumed.offset());
        try {
            if (record.size() > maxBytes) {
                throw new InvalidEventException(
                        "the data has %d bytes, %d are allowed".formatted(record.size(), maxBytes));
            }
            Event event = CloudEvents.read(record, Instant.ofEpochMilli(Math.max(0, consumed.timestamp())));
            requireOneJsonObject(event.data());
            return new Arrival(record, origin, event, null);
        } catch (InvalidEventException e) {
            return new Arrival(record, origin, null, e.getMessage());
        }
    }

    private static void requireOneJsonObject(byte[] data) {
        try (JsonParser parser = JSON.createParser(data)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidEventException("the data is not a JSON object");
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw new InvalidEventException("something follows the JSON object");
            }
        } catch (IOException e) {
            throw new InvalidEventException("the data is not JSON", e);
        }
    }
}
