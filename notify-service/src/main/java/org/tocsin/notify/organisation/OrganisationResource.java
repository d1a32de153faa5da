package org.tocsin.notify.organisation;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.notify.access.Revision;
import org.tocsin.platform.paging.Page;
import org.tocsin.platform.token.Roles;

@Path("/api/v1/organisations")
@Tag(name = "Organisations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class OrganisationResource {

    private final OrganisationService service;

    OrganisationResource(OrganisationService service) {
        this.service = service;
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Adds an organisation")
    public Response create(@NotNull @Valid OrganisationBody body) {
        Organisation made = service.create(body);
        return Response.created(URI.create("/api/v1/organisations/" + made.id()))
                .tag(Revision.tag(made.revision()))
                .entity(OrganisationView.from(made))
                .build();
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.PARTNER})
    @Operation(summary = "Lists the organisations; partners see their own")
    public Page<OrganisationView> list(
            @Nullable @QueryParam("cursor") UUID cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return service.list(cursor, limit);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.PARTNER})
    @Operation(summary = "Shows an organisation")
    public Response get(@PathParam("id") UUID id) {
        return answer(service.get(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Changes an organisation")
    public Response change(
            @PathParam("id") UUID id,
            @Nullable @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid OrganisationBody body) {
        return answer(service.change(id, body, ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Removes an organisation without subscriptions")
    public void delete(@PathParam("id") UUID id) {
        service.delete(id);
    }

    private static Response answer(Organisation organisation) {
        return Response.ok(OrganisationView.from(organisation))
                .tag(Revision.tag(organisation.revision()))
                .build();
    }
}
