package org.tocsin.alert.search;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

import org.tocsin.platform.problem.ProblemException;

/** The last alert of a page; the next page begins after it. */
record Cursor(Instant openedAt, UUID id) {

    String encode() {
        String plain = ChronoUnit.MICROS.between(Instant.EPOCH, openedAt) + "/" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@link #encode()} wrote.
     *
     * @throws ProblemException 400 when it is anything else
     */
    static Cursor decode(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("/");
            return new Cursor(
                    Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            throw ProblemException.badRequest("The cursor is not one that was given out here");
        }
    }
}
