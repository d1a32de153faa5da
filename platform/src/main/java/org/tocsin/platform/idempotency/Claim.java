package org.tocsin.platform.idempotency;

import java.util.Map;
import java.util.UUID;

/** What becomes of a request with an {@code Idempotency-Key}. */
sealed interface Claim {

    /**
     * The key is new: the request is carried out.
     *
     * @param id of the request: caller, path and key
     * @param token tells this attempt from one that takes over after it was given up
     */
    record Granted(byte[] id, UUID token) implements Claim {}

    /** The same request was answered before. */
    record Answered(Answer answer) implements Claim {}

    /** The same request is being answered at this moment. */
    record InFlight() implements Claim {}

    /** The key was used for another request. */
    record Mismatch() implements Claim {}

    /**
     * An answer as it is kept.
     *
     * @param headers those that belong to the content, by name
     * @param body empty when there was none
     */
    record Answer(int status, Map<String, String> headers, byte[] body) {}
}
