package org.tocsin.monitor.feedback;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.platform.paging.Page;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.token.Roles;

import io.smallrye.common.annotation.Blocking;

/** How right each version of each rule was, over HTTP. */
@Path("/api/v1/rules/precision")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rules")
@Blocking
class PrecisionResource {

    private final FeedbackService feedback;

    PrecisionResource(FeedbackService feedback) {
        this.feedback = feedback;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.READER})
    public Page<RulePrecision> list(
            @QueryParam("rule") @Nullable String rule, @QueryParam("since") @Nullable String since) {
        return new Page<>(feedback.precision(rule, instant(since)), null);
    }

    private static @Nullable Instant instant(@Nullable String since) {
        try {
            return since == null ? null : Instant.parse(since);
        } catch (DateTimeException e) {
            throw ProblemException.invalid(
                    "The query is not acceptable; see the errors.",
                    List.of(new ProblemException.FieldError("?since", "It must be an ISO 8601 instant in UTC.")));
        }
    }
}
