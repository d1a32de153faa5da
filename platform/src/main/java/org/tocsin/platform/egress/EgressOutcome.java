package org.tocsin.platform.egress;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** How an outgoing request ended. A failure of the network is an outcome, not an exception. */
public sealed interface EgressOutcome {

    /**
     * The server answered, with whatever status.
     *
     * @param headers names in lower case
     * @param body decompressed
     * @param truncated whether the body was longer than allowed; {@code body} then holds its beginning
     * @param uri where the answer came from, after redirects
     * @param movedPermanently whether every redirect on the way was a permanent one (301 or 308), and there was one
     */
    record Answered(
            int status,
            Map<String, List<String>> headers,
            byte[] body,
            boolean truncated,
            URI uri,
            boolean movedPermanently)
            implements EgressOutcome {}

    /**
     * We did not even try: the address is not public, or the scheme or port is not allowed.
     *
     * @param reason a sentence fit for the owner of the address; names no resolved address
     */
    record Refused(String reason) implements EgressOutcome {}

    /**
     * No complete answer.
     *
     * @param reason a sentence fit for the owner of the address
     */
    record Failed(Failure failure, String reason) implements EgressOutcome {}

    /** Why there was no complete answer. */
    enum Failure {
        DNS,
        CONNECT,
        TLS,
        TIMEOUT,
        CONNECTION_LOST,
        TOO_MANY_REDIRECTS,
        BAD_ANSWER
    }
}
