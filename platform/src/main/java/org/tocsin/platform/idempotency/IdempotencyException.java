package org.tocsin.platform.idempotency;

/** An idempotency key cannot be looked up, or its answer cannot be kept; the cause says why. */
final class IdempotencyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IdempotencyException(String message, Throwable cause) {
        super(message, cause);
    }
}
