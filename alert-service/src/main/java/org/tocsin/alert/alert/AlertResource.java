package org.tocsin.alert.alert;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.tocsin.platform.paging.Page;
import org.tocsin.platform.paging.PageQuery;
import org.tocsin.platform.token.CallerIdentity;
import org.tocsin.platform.token.Roles;
import org.tocsin.platform.version.EntityTags;

/** One alert: reading it, and what editors do to it. */
@Path("/api/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "alerts")
class AlertResource {

    private final AlertService service;
    private final AlertRegrouping regrouping;
    private final CallerIdentity caller;

    AlertResource(AlertService service, AlertRegrouping regrouping, CallerIdentity caller) {
        this.service = service;
        this.regrouping = regrouping;
        this.caller = caller;
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.READER, Roles.EDITOR, Roles.ADMIN, Roles.PARTNER})
    @Operation(summary = "An alert with its figures, score and reports")
    public Response get(@RestPath UUID id, @Context Request request) {
        AlertView alert = service.get(id);
        Response.@Nullable ResponseBuilder unchanged = request.evaluatePreconditions(EntityTags.of(alert.revision()));
        return unchanged != null ? unchanged.build() : answer(Response.ok(alert), alert);
    }

    @GET
    @Path("{id}/reports")
    @RolesAllowed({Roles.READER, Roles.EDITOR, Roles.ADMIN, Roles.PARTNER})
    @Operation(summary = "The reports of an alert, the earliest first, with the reason why each belongs to it")
    public Page<ReportView> reports(@RestPath UUID id, @Valid @BeanParam PageQuery page) {
        return service.reports(id, page);
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @RolesAllowed({Roles.EDITOR, Roles.ADMIN})
    @Operation(summary = "Acknowledge, close, retract, open again, or edit the title")
    public Response patch(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid PatchAlert patch) {
        AlertView alert = service.patch(id, ifMatch, patch, caller.subject());
        return answer(Response.ok(alert), alert);
    }

    @POST
    @Path("{id}/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EDITOR, Roles.ADMIN})
    @Operation(summary = "Make other alerts of the same event a part of this one")
    public Response merge(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid MergeAlerts merge) {
        AlertView alert = regrouping.merge(id, ifMatch, merge, caller.subject());
        return answer(Response.ok(alert), alert);
    }

    @POST
    @Path("{id}/split")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EDITOR, Roles.ADMIN})
    @Operation(summary = "Take reports of another event out, into a new alert or another one")
    public Response split(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SplitAlert split) {
        AlertView alert = regrouping.split(id, ifMatch, split, caller.subject());
        return answer(Response.ok(alert), alert);
    }

    private static Response answer(Response.ResponseBuilder response, AlertView alert) {
        return response.tag(EntityTags.of(alert.revision())).build();
    }
}
