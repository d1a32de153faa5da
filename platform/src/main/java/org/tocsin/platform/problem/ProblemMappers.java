package org.tocsin.platform.problem;

import java.util.List;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;
import org.tocsin.platform.problem.ProblemException.FieldError;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;

import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;

/** Every exception that reaches the edge of a service becomes problem details, none of them with the request's content. */
class ProblemMappers {

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        return Problem.of(e.status(), e.slug(), e.title(), String.valueOf(e.getMessage()), e.errors())
                .response()
                .build();
    }

    @ServerExceptionMapper
    Response violation(ResteasyReactiveViolationException e, SimpleResourceInfo resource) {
        return Violations.problem(e.getConstraintViolations(), resource)
                .response()
                .build();
    }

    /** JSON that is not well-formed, or does not fit what it is read into. */
    @ServerExceptionMapper(JsonProcessingException.class)
    Response json(JsonProcessingException e) {
        // Jackson wraps what a stream or a record's constructor throws.
        ProblemException problem = problemWithin(e);
        return problem != null ? problem(problem) : jsonProblem(e).response().build();
    }

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException e) {
        return challenge("Bearer");
    }

    @ServerExceptionMapper
    Response authenticationFailed(AuthenticationFailedException e) {
        return challenge("Bearer error=\"invalid_token\"");
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return Problem.of(403).response().build();
    }

    /** What JAX-RS and resources raise: unknown paths, methods, media types, parameters that cannot be converted. */
    @ServerExceptionMapper
    Response http(WebApplicationException e, UriInfo uri) {
        int status = e.getResponse().getStatus();
        if (e.getCause() instanceof JsonProcessingException json) {
            return json(json);
        }
        if (e.getCause() instanceof ProblemException problem) {
            return problem(problem);
        }
        if (status == 401) {
            return challenge("Bearer");
        }
        if (e instanceof NotFoundException
                && e.getCause() != null
                && !uri.getQueryParameters().isEmpty()) {
            // A parameter that does not convert is reported like an unknown path.
            return problem(ProblemException.badRequest("A parameter has the wrong form."));
        }
        if (status < 400) {
            return e.getResponse();
        }
        if (status >= 500) {
            Log.error("A request failed", e);
        }
        Response.ResponseBuilder response = Problem.of(status).response();
        copy(e.getResponse(), response, HttpHeaders.RETRY_AFTER);
        return response.build();
    }

    @ServerExceptionMapper
    Response anythingElse(Throwable e) {
        ProblemException problem = problemWithin(e);
        if (problem != null) {
            return problem(problem);
        }
        Log.error("A request failed", e);
        return Problem.of(500).response().build();
    }

    private static @Nullable ProblemException problemWithin(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
        }
        return null;
    }

    private static Problem jsonProblem(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            FieldError error = new FieldError(pointer(mapping), "does not have the expected form");
            return Problem.of(422, "invalid", "Invalid content", "The content is not acceptable.", List.of(error));
        }
        if (e instanceof JsonMappingException) {
            return Problem.of(422, "invalid", "Invalid content", "The body is not of the expected form.");
        }
        JsonLocation location = e.getLocation();
        String where = location == null
                ? ""
                : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
        return Problem.of(400, "malformed-json", "Malformed JSON", "The body is not well-formed JSON" + where + ".");
    }

    private static String pointer(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            pointer.append('/')
                    .append(step.getFieldName() != null ? Pointers.escape(step.getFieldName()) : step.getIndex());
        }
        return pointer.toString();
    }

    private static Response challenge(String scheme) {
        return Problem.of(401)
                .response()
                .header(HttpHeaders.WWW_AUTHENTICATE, scheme)
                .build();
    }

    private static void copy(Response from, Response.ResponseBuilder to, String header) {
        String value = from.getHeaderString(header);
        if (value != null) {
            to.header(header, value);
        }
    }
}
