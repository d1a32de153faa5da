package org.tocsin.notify.delivery;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** How one try ended. */
public sealed interface Outcome {

    /** The word for it in the ledger. */
    String word();

    /** What happened, fit for the owner of the endpoint; without addresses, secrets or content. */
    String detail();

    /** HTTP status or SMTP reply code; null when there was no answer. */
    default @Nullable Integer code() {
        return null;
    }

    /** The beginning of what the receiver answered; null when it answered nothing. */
    default @Nullable String excerpt() {
        return null;
    }

    /** Whether it says something about the endpoint, and not only about this message. */
    default boolean endpointTrouble() {
        return false;
    }

    /** The receiver has it. */
    record Delivered(@Nullable Integer code, String detail, @Nullable String excerpt) implements Outcome {

        @Override
        public String word() {
            return "DELIVERED";
        }
    }

    /**
     * No retry can help.
     *
     * @param endpointGone whether nothing more may be sent there (HTTP 410)
     */
    record Permanent(@Nullable Integer code, String detail, @Nullable String excerpt, boolean endpointGone)
            implements Outcome {

        @Override
        public String word() {
            return "PERMANENT";
        }
    }

    /**
     * The receiver asks us to slow down.
     *
     * @param retryAfter as the receiver says, not yet clamped
     */
    record Throttled(Integer code, String detail, @Nullable String excerpt, @Nullable Duration retryAfter)
            implements Outcome {

        @Override
        public String word() {
            return "THROTTLED";
        }

        @Override
        public boolean endpointTrouble() {
            return true;
        }
    }

    /** The receiver refused this message for now. */
    record Temporary(@Nullable Integer code, String detail, @Nullable String excerpt) implements Outcome {

        @Override
        public String word() {
            return "TEMPORARY";
        }
    }

    /** Nobody answered: no such name, no connection, no answer in time. */
    record Unreachable(String detail) implements Outcome {

        @Override
        public String word() {
            return "UNREACHABLE";
        }

        @Override
        public boolean endpointTrouble() {
            return true;
        }
    }

    /** No trustworthy encrypted connection. */
    record TlsFailed(String detail) implements Outcome {

        @Override
        public String word() {
            return "TLS";
        }

        @Override
        public boolean endpointTrouble() {
            return true;
        }
    }

    /** We do not send there: the address is not public, or the scheme or port is not allowed. */
    record Refused(String detail) implements Outcome {

        @Override
        public String word() {
            return "REFUSED";
        }

        @Override
        public boolean endpointTrouble() {
            return true;
        }
    }
}
