package org.tocsin.monitor.signal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.platform.paging.Cursor;
import org.tocsin.platform.paging.Page;
import org.tocsin.platform.paging.PageQuery;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.token.Roles;

import io.smallrye.common.annotation.Blocking;

/** Signals over HTTP. */
@Path("/api/v1/signals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "signals")
@Blocking
class SignalResource {

    private final SignalService signals;

    SignalResource(SignalService signals) {
        this.signals = signals;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.READER})
    public Page<SignalView> list(
            @QueryParam("category") @Nullable String category,
            @QueryParam("country") @Nullable String country,
            @QueryParam("rule") @Nullable String rule,
            @QueryParam("documentId") @Nullable UUID documentId,
            @QueryParam("indicator") @Nullable String indicator,
            @QueryParam("since") @Nullable String since,
            @Valid @BeanParam PageQuery page) {
        Cursor before = page.cursor(1);
        SignalQuery query = new SignalQuery(
                category,
                country,
                rule,
                documentId,
                indicator,
                instant(since),
                before == null ? null : before.uuid(0),
                page.limitPlusOne());
        return page.page(signals.list(query), signal -> signal, signal -> Cursor.encode(signal.id()));
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
