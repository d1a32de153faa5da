package org.tocsin.platform.egress;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A request to an address that somebody else has chosen.
 *
 * @param method GET, POST, …
 * @param uri http or https, absolute
 * @param headers sent as they are; {@code Accept-Encoding}, {@code Host} and {@code Content-Length} are set by the client
 * @param body null for none
 * @param maxRedirects 0 makes a redirect an ordinary answer
 * @param maxBytes of the answer's body after decompression
 * @param timeout of the whole exchange, redirects and body included
 * @param identity shown to a server that asks for a client certificate, null for none
 */
public record EgressRequest(
        String method,
        URI uri,
        Map<String, String> headers,
        byte @Nullable [] body,
        int maxRedirects,
        long maxBytes,
        Duration timeout,
        @Nullable TlsIdentity identity) {

    public EgressRequest {
        headers = Map.copyOf(headers);
    }

    /** A request without a client certificate. */
    public EgressRequest(
            String method,
            URI uri,
            Map<String, String> headers,
            byte @Nullable [] body,
            int maxRedirects,
            long maxBytes,
            Duration timeout) {
        this(method, uri, headers, body, maxRedirects, maxBytes, timeout, null);
    }
}
