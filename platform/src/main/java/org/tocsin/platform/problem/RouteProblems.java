package org.tocsin.platform.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.logging.Log;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Errors that are raised before a request reaches JAX-RS: a body that is too large, a path that cannot be decoded. */
@ApplicationScoped
class RouteProblems {

    private static final int[] STATUSES = {400, 401, 403, 404, 405, 406, 408, 413, 414, 415, 429, 431, 500, 503};

    /** Before everything else, the server's own check of the length included, which answers without a body. */
    private static final int FIRST = 100_000;

    private final ObjectMapper json;
    private final BodyLimit.Config limits;

    RouteProblems(ObjectMapper json, BodyLimit.Config limits) {
        this.json = json;
        this.limits = limits;
    }

    void checkLength(@Observes Filters filters) {
        filters.register(
                context -> {
                    if (announcedLength(context) > limits.maxBodyBytes()) {
                        // What is on its way is not read: the connection cannot be used again.
                        context.response().putHeader("Connection", "close");
                        context.addEndHandler(
                                end -> context.request().connection().close());
                        answer(context, 413);
                    } else {
                        context.next();
                    }
                },
                FIRST);
    }

    private static long announcedLength(RoutingContext context) {
        String length = context.request().getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0; // the server refuses it itself
        }
    }

    void install(@Observes Router router) {
        for (int status : STATUSES) {
            router.errorHandler(status, context -> answer(context, status));
        }
    }

    private void answer(RoutingContext context, int status) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        if (status >= 500 && context.failure() != null) {
            Log.error("A request failed", context.failure());
        }
        response.setStatusCode(status)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .end(text(Problem.of(status)));
    }

    private String text(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("problems are plain text", e);
        }
    }
}
