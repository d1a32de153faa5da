package org.tocsin.platform.problem;

import java.util.List;

/** An error that the caller is told about as RFC 9457 problem details. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String slug;
    private final String title;
    private final transient List<FieldError> errors;

    private ProblemException(int status, String slug, String title, String detail, List<FieldError> errors) {
        super(detail);
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.errors = List.copyOf(errors);
    }

    /** 404: there is no such thing, or not for this caller. */
    public static ProblemException notFound(String detail) {
        return new ProblemException(404, "not-found", "Not found", detail, List.of());
    }

    /** 400: the request cannot be understood. */
    public static ProblemException badRequest(String detail) {
        return new ProblemException(400, "bad-request", "Bad request", detail, List.of());
    }

    /** 409: the request contradicts the present state. */
    public static ProblemException conflict(String detail) {
        return new ProblemException(409, "conflict", "Conflict", detail, List.of());
    }

    /** 403: the caller is known and may not do this. */
    public static ProblemException forbidden(String detail) {
        return new ProblemException(403, "forbidden", "Forbidden", detail, List.of());
    }

    /** 412: the entity was changed since the caller read it. */
    public static ProblemException preconditionFailed(String detail) {
        return new ProblemException(412, "precondition-failed", "Precondition failed", detail, List.of());
    }

    /** 428: a change must say with {@code If-Match} which version it is meant for. */
    public static ProblemException preconditionRequired(String detail) {
        return new ProblemException(428, "precondition-required", "Precondition required", detail, List.of());
    }

    /** 413: the body, or one part of it, is larger than allowed. */
    public static ProblemException tooLarge(String detail) {
        return new ProblemException(413, "too-large", "Content too large", detail, List.of());
    }

    /** 422: the request is well-formed, its content is not acceptable. */
    public static ProblemException invalid(String detail, List<FieldError> errors) {
        return new ProblemException(422, "invalid", "Invalid content", detail, errors);
    }

    public int status() {
        return status;
    }

    /** Last segment of the problem's type URI. */
    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /**
     * What is wrong with one field.
     *
     * @param pointer RFC 6901 JSON pointer into the request body, or {@code ?name} for a query parameter
     */
    public record FieldError(String pointer, String detail) {}
}
