package org.tocsin.platform.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * CloudEvents 1.0 in Kafka's binary mode: the attributes are headers {@code ce_…}, the value is the data.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *     protocol binding</a>
 */
public final class CloudEvents {

    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    private static final String SPEC_VERSION = "ce_specversion";
    private static final String SOURCE = "ce_source";
    private static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    private static final String CONTENT_TYPE = "content-type";

    private static final int MAX_ATTRIBUTE_LENGTH = 500;

    private CloudEvents() {}

    /**
     * The record that carries the event.
     *
     * @param source who says it, for instance {@code /tocsin/alert}
     */
    public static RawRecord toRecord(Event event, String source) {
        Map<String, String> headers = new HashMap<>();
        headers.put(SPEC_VERSION, "1.0");
        headers.put(ID, event.id());
        headers.put(TYPE, event.type());
        headers.put(SOURCE, source);
        headers.put(TIME, event.time().toString());
        headers.put(CONTENT_TYPE, "application/json");
        if (event.subject() != null) {
            headers.put(SUBJECT, event.subject());
        }
        return new RawRecord(event.topic(), event.key(), headers, event.data());
    }

    /**
     * Takes a consumed record as it is, but for what PostgreSQL cannot store in a text, the character NUL. Of a header
     * that occurs more than once the last one counts.
     */
    public static RawRecord rawRecord(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            String value = header.value() == null ? "" : new String(header.value(), UTF_8);
            headers.put(storable(header.key()), storable(value));
        }
        String key = record.key() == null ? null : storable(record.key());
        return new RawRecord(record.topic(), key, headers, record.value());
    }

    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /**
     * Reads the event that a record carries; whether the data is JSON is not looked at.
     *
     * @param received the time of an event that tells none
     * @throws InvalidEventException when a required attribute is missing or malformed, or there is no data
     */
    public static Event read(RawRecord record, Instant received) {
        Map<String, String> headers = record.headers();
        String version = required(headers, SPEC_VERSION);
        if (!version.equals("1.0")) {
            throw new InvalidEventException("ce_specversion is not 1.0");
        }
        required(headers, SOURCE);
        requireJson(headers.get(CONTENT_TYPE));
        if (record.value() == null) {
            throw new InvalidEventException("the record has no value");
        }
        return new Event(
                required(headers, ID),
                required(headers, TYPE),
                headers.get(SUBJECT),
                time(headers.get(TIME), received),
                record.topic(),
                record.key(),
                record.value());
    }

    private static String required(Map<String, String> headers, String name) {
        String value = headers.get(name);
        if (value == null || value.isBlank()) {
            throw new InvalidEventException("header " + name + " is missing");
        }
        if (value.length() > MAX_ATTRIBUTE_LENGTH) {
            throw new InvalidEventException("header " + name + " is too long");
        }
        return value;
    }

    /** The specification lets an event without content type be JSON. */
    private static void requireJson(@Nullable String contentType) {
        if (contentType == null) {
            return;
        }
        String mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (mediaType.startsWith("application/cloudevents")) {
            throw new InvalidEventException("structured mode is not supported, send binary mode");
        }
        if (!mediaType.equals("application/json") && !mediaType.endsWith("+json")) {
            throw new InvalidEventException("content-type is not JSON");
        }
    }

    private static Instant time(@Nullable String text, Instant received) {
        if (text == null) {
            return received;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidEventException("ce_time is not a time stamp of RFC 3339", e);
        }
    }
}
