package org.tocsin.platform.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.event.CloudEvents;

import com.fasterxml.jackson.annotation.JsonInclude;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What an administrator sees of a dead letter.
 *
 * @param key the record's key
 * @param event what its headers say of the event
 * @param attempts how often it has failed
 * @param partition where it was read last, absent for a record of our own that the broker refused
 * @param offset likewise
 * @param data what the event carries; in the view of one dead letter only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeadLetterView(
        UUID id,
        DeadLetter.State state,
        String topic,
        @Nullable String key,
        EventView event,
        String reason,
        int attempts,
        Instant failedAt,
        @Nullable Instant replayedAt,
        @Nullable Integer partition,
        @Nullable Long offset,
        @Nullable Data data) {

    /** For lists: without the data. */
    static DeadLetterView from(DeadLetter letter) {
        return from(letter, null);
    }

    static DeadLetterView withData(DeadLetter letter) {
        byte[] value = letter.record().value();
        return from(letter, value == null ? null : Data.of(value));
    }

    private static DeadLetterView from(DeadLetter letter, @Nullable Data data) {
        DeadLetters.Origin origin = letter.origin();
        return new DeadLetterView(
                letter.id(),
                letter.state(),
                letter.record().topic(),
                letter.record().key(),
                EventView.from(letter.record().headers()),
                letter.reason(),
                letter.failures(),
                letter.failedAt(),
                letter.replayedAt(),
                origin == null ? null : origin.partition(),
                origin == null ? null : origin.offset(),
                data);
    }

    /** The attributes as they came: any of them may be missing or malformed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EventView(@Nullable String id, @Nullable String type, @Nullable String time) {

        private static EventView from(Map<String, String> headers) {
            return new EventView(
                    headers.get(CloudEvents.ID), headers.get(CloudEvents.TYPE), headers.get(CloudEvents.TIME));
        }
    }

    /**
     * The record's value.
     *
     * @param encoding {@code text}, or {@code base64} for what is no UTF-8
     */
    record Data(String encoding, String content) {

        private static Data of(byte[] value) {
            try {
                return new Data(
                        "text",
                        UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString());
            } catch (CharacterCodingException e) {
                return new Data("base64", Base64.getEncoder().encodeToString(value));
            }
        }
    }
}
