package org.tocsin.monitor.fetch;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.parse.FeedHints;

/** How asking a server for a feed ended. Reasons are sentences for the one who looks after the source. */
public sealed interface FetchResult {

    /**
     * The server sent something.
     *
     * @param cut whether it was longer than we read
     * @param freshFor how long the server says that it will not change, or null
     * @param uri where it came from, after redirects
     * @param movedPermanently whether that is the feed's address from now on
     * @param push where one can have the feed pushed, as the {@code Link} header says, or null
     */
    record Modified(
            byte[] body,
            boolean cut,
            @Nullable String contentType,
            Validators validators,
            @Nullable Duration freshFor,
            URI uri,
            boolean movedPermanently,
            FeedHints.@Nullable Push push)
            implements FetchResult {}

    /**
     * Nothing new.
     *
     * @param uri where the answer came from, after redirects
     * @param movedPermanently whether that is the feed's address from now on
     */
    record NotModified(@Nullable Duration freshFor, URI uri, boolean movedPermanently) implements FetchResult {}

    /** The publisher says that this address is withdrawn for good. */
    record Gone(String reason) implements FetchResult {}

    /**
     * The server asks for patience.
     *
     * @param retryAfter as the server says, or null
     */
    record Later(@Nullable Duration retryAfter, String reason) implements FetchResult {}

    /** The publisher does not want us to fetch this address. */
    record Forbidden(String reason) implements FetchResult {}

    /** It did not work. */
    record Failed(String reason) implements FetchResult {}
}
