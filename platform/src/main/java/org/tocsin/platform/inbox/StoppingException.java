package org.tocsin.platform.inbox;

/** The service stops while a batch waits for the database: its offsets stay uncommitted and it comes again. */
final class StoppingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoppingException() {
        super("the service is stopping, the batch will be delivered again");
    }
}
