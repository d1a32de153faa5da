package org.tocsin.platform.problem;

import java.util.Arrays;

/** The problems that need no more than an HTTP status to be told. */
enum StandardProblem {
    BAD_REQUEST(400, "bad-request", "Bad request", "The request cannot be understood."),
    UNAUTHORIZED(401, "unauthorized", "Not authenticated", "A valid bearer token is needed."),
    FORBIDDEN(403, "forbidden", "Forbidden", "The token's roles do not allow this."),
    NOT_FOUND(404, "not-found", "Not found", "There is nothing at this address."),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "Method not allowed", "This cannot be done at this address."),
    NOT_ACCEPTABLE(406, "not-acceptable", "Not acceptable", "None of the accepted media types can be produced."),
    TIMEOUT(408, "request-timeout", "Request timeout", "The request took too long to arrive."),
    CONFLICT(409, "conflict", "Conflict", "The request contradicts the present state."),
    PRECONDITION_FAILED(412, "precondition-failed", "Precondition failed", "It was changed since it was read."),
    TOO_LARGE(413, "too-large", "Content too large", "The body is larger than allowed."),
    URI_TOO_LONG(414, "uri-too-long", "URI too long", "The address is longer than allowed."),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "Unsupported media type", "This content type is not taken."),
    UNPROCESSABLE(422, "invalid", "Invalid content", "The content is not acceptable."),
    TOO_MANY_REQUESTS(429, "too-many-requests", "Too many requests", "The header Retry-After says when to come again."),
    HEADERS_TOO_LARGE(431, "headers-too-large", "Headers too large", "The headers are larger than allowed."),
    INTERNAL(500, "internal", "Internal error", "Something went wrong on our side; it is in our log."),
    UNAVAILABLE(503, "unavailable", "Unavailable", "Not now; the same request may succeed in a moment.");

    private final Problem problem;

    StandardProblem(int status, String slug, String title, String detail) {
        this.problem = Problem.of(status, slug, title, detail);
    }

    /** Statuses without an entry of their own are told as the general one of their class. */
    static Problem of(int status) {
        return Arrays.stream(values())
                .map(standard -> standard.problem)
                .filter(problem -> problem.status() == status)
                .findFirst()
                .orElseGet(() -> general(status));
    }

    private static Problem general(int status) {
        return status >= 500
                ? Problem.of(status, "internal", "Internal error", INTERNAL.problem.detail())
                : Problem.of(status, "bad-request", "Bad request", BAD_REQUEST.problem.detail());
    }
}
