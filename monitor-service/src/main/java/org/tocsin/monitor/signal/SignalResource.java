package org.tocsin.monitor.signal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.platform.paging.Page;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.token.Roles;

import io.smallrye.common.annotation.Blocking;

/** Signals over HTTP. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "signals")
@Blocking
class SignalResource {

    private final SignalService signals;

    SignalResource(SignalService signals) {
        this.signals = signals;
    }

    @GET
    @Path("/signals")
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.READER})
    public Page<SignalView> list(
            @QueryParam("category") @Nullable String category,
            @QueryParam("country") @Nullable String country,
            @QueryParam("rule") @Nullable String rule,
            @QueryParam("documentId") @Nullable UUID documentId,
            @QueryParam("since") @Nullable String since,
            @QueryParam("cursor") @Nullable UUID cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        SignalQuery query = new SignalQuery(category, country, rule, documentId, instant(since), cursor, limit);
        List<SignalView> items = signals.list(query);
        return new Page<>(
                items, items.size() < limit ? null : items.get(limit - 1).id().toString());
    }

    @GET
    @Path("/documents/{id}/reading")
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.INGEST, Roles.READER})
    public ReadingView reading(@PathParam("id") UUID id) {
        return signals.reading(id)
                .orElseThrow(() -> ProblemException.notFound("There is no such document, or it was not read yet."));
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
