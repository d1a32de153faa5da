package org.tocsin.standalone.process;

/** Something could not be started or opened; the message is one sentence that its reader can act upon. */
public final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartException(String message) {
        super(message);
    }

    public StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
