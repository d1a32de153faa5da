package org.tocsin.platform.problem;

import java.util.List;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.problem.ProblemException.FieldError;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the body of every error is: RFC 9457 problem details.
 *
 * @param type stable address of the kind of problem; docs/problems.md tells about each
 * @param title the kind of problem in words
 * @param status the HTTP status
 * @param detail this problem in words, without any of the request's content
 * @param errors what is wrong with which field
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, @Nullable String detail, List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "https://tocsin.org/problems/";

    public Problem {
        errors = List.copyOf(errors);
    }

    static Problem of(int status, String slug, String title, @Nullable String detail) {
        return new Problem(TYPES + slug, title, status, detail, List.of());
    }

    static Problem of(int status, String slug, String title, String detail, List<FieldError> errors) {
        return new Problem(TYPES + slug, title, status, detail, errors);
    }

    /** The problem that a bare HTTP status tells of. */
    static Problem of(int status) {
        return StandardProblem.of(status);
    }

    Response.ResponseBuilder response() {
        return Response.status(status)
                .type(MediaType.valueOf(MEDIA_TYPE))
                .header("Cache-Control", "no-store")
                .entity(this);
    }
}
