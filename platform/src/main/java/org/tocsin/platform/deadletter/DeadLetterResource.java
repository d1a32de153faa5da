package org.tocsin.platform.deadletter;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.tocsin.platform.paging.Cursor;
import org.tocsin.platform.paging.Page;
import org.tocsin.platform.paging.PageQuery;
import org.tocsin.platform.token.Roles;

/** The dead letters of the service that this runs in. */
@Path("/api/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "dead letters")
class DeadLetterResource {

    private final DeadLetterService service;

    DeadLetterResource(DeadLetterService service) {
        this.service = service;
    }

    @GET
    @Operation(summary = "Events that could not be handled, the last to arrive first")
    public Page<DeadLetterView> list(@Valid @BeanParam PageQuery query) {
        Cursor cursor = query.cursor(1);
        UUID before = cursor == null ? null : cursor.uuid(0);
        return query.page(
                service.list(before, query.limitPlusOne()), DeadLetterView::from, letter -> Cursor.encode(letter.id()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One of them, with its data")
    public DeadLetterView get(@RestPath UUID id) {
        return DeadLetterView.withData(service.get(id));
    }

    @POST
    @Path("{id}/replay")
    @Operation(summary = "Send it to its topic again, under the same event id")
    public Response replay(@RestPath UUID id) {
        return Response.accepted(DeadLetterView.from(service.replay(id))).build();
    }
}
