package org.tocsin.notify.delivery;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.platform.token.Roles;

@Path("/api/v1/subscriptions/{id}/test")
@Tag(name = "Subscriptions")
@RolesAllowed({Roles.ADMIN, Roles.PARTNER})
@Produces(MediaType.APPLICATION_JSON)
class TestMessageResource {

    private final LedgerService service;

    TestMessageResource(LedgerService service) {
        this.service = service;
    }

    @POST
    @Operation(summary = "Sends a test message; the answer tells which delivery to look at")
    public Response send(@PathParam("id") UUID id) {
        return Response.accepted(service.test(id)).build();
    }
}
