package org.tocsin.platform.deadletter;

/** The table of dead letters is out of reach; the cause says why. */
final class DeadLetterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DeadLetterException(String message, Throwable cause) {
        super(message, cause);
    }
}
