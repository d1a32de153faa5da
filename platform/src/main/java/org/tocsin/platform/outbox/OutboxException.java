package org.tocsin.platform.outbox;

import org.jspecify.annotations.Nullable;

/** The outbox's table or the broker is out of reach; the cause says why. */
final class OutboxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutboxException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
