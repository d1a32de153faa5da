package org.tocsin.platform.egress;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One request of an exchange: the first, or one that a redirect led to.
 *
 * @param headers names in lower case
 * @param redirects how many have been followed
 * @param onlyPermanent whether all of them were permanent
 */
record Hop(
        String method,
        URI uri,
        Map<String, String> headers,
        byte @Nullable [] body,
        int redirects,
        boolean onlyPermanent) {

    /** Set by the client itself; a caller's own would let the message and its frame disagree. */
    private static final Set<String> RESERVED =
            Set.of("host", "content-length", "transfer-encoding", "connection", "accept-encoding", "expect", "upgrade");

    private static final Set<String> CREDENTIALS = Set.of("authorization", "cookie", "proxy-authorization");

    static Hop first(EgressRequest request, String userAgent) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("user-agent", userAgent);
        request.headers().forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!RESERVED.contains(lower)) {
                headers.put(lower, value);
            }
        });
        return new Hop(request.method(), request.uri(), headers, request.body(), 0, true);
    }

    static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    /** The request that follows a redirect, by RFC 9110 section 15.4; credentials stay with their origin. */
    Hop redirected(int status, URI target) {
        boolean keepsMethod = status == 307 || status == 308 || method.equals("GET") || method.equals("HEAD");
        Map<String, String> kept = new LinkedHashMap<>(headers);
        if (!sameOrigin(uri, target)) {
            kept.keySet().removeAll(CREDENTIALS);
        }
        if (!keepsMethod) {
            kept.keySet().removeIf(name -> name.startsWith("content-"));
        }
        boolean permanent = status == 301 || status == 308;
        return new Hop(
                keepsMethod ? method : "GET",
                target,
                kept,
                keepsMethod ? body : null,
                redirects + 1,
                onlyPermanent && permanent);
    }

    boolean movedPermanently() {
        return redirects > 0 && onlyPermanent;
    }

    private static boolean sameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && Objects.requireNonNullElse(one.getHost(), "").equalsIgnoreCase(other.getHost())
                && one.getPort() == other.getPort();
    }
}
