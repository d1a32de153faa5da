package org.tocsin.platform.event;

/** An event that no retry can make good: it goes to the dead letters with this message as its reason. */
public final class InvalidEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, without any of the event's content */
    public InvalidEventException(String message) {
        super(message);
    }

    public InvalidEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
