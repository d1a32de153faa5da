package org.tocsin.notify.delivery;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.platform.token.Roles;

@Path("/api/v1/subscriptions/{id}/replay")
@Tag(name = "Subscriptions")
@RolesAllowed({Roles.ADMIN, Roles.PARTNER})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ReplayResource {

    private final LedgerService service;

    ReplayResource(LedgerService service) {
        this.service = service;
    }

    @POST
    @Operation(summary = "Sends again what could not be delivered since a time")
    public Response replay(@PathParam("id") UUID id, @NotNull @Valid ReplayBody body) {
        boolean delivered = Boolean.TRUE.equals(body.includeDelivered());
        return Response.accepted(new ReplayView(service.replay(id, body.since(), delivered)))
                .build();
    }

    /** @param includeDelivered whether to repeat what was delivered as well; receivers know it by its id */
    record ReplayBody(@NotNull Instant since, @Nullable Boolean includeDelivered) {}

    /** @param replayed how many deliveries will be tried again */
    record ReplayView(int replayed) {}
}
