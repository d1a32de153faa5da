package org.tocsin.monitor.indicator;

import java.io.InputStream;
import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.request.Body;
import org.tocsin.platform.paging.Cursor;
import org.tocsin.platform.paging.Page;
import org.tocsin.platform.paging.PageQuery;
import org.tocsin.platform.token.CallerIdentity;
import org.tocsin.platform.token.Roles;
import org.tocsin.platform.version.EntityTags;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.common.annotation.Blocking;

/** Indicators over HTTP. */
@Path("/api/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "indicators")
@Blocking
class IndicatorResource {

    private static final int INDICATOR_LIMIT = 64 * 1_024;

    private final IndicatorService indicators;
    private final CallerIdentity caller;
    private final ObjectMapper json;

    IndicatorResource(IndicatorService indicators, CallerIdentity caller, ObjectMapper json) {
        this.indicators = indicators;
        this.caller = caller;
        this.json = json;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.INGEST, Roles.READER})
    public Page<IndicatorView> list(@Valid @BeanParam PageQuery query) {
        Cursor after = query.cursor(1);
        return query.page(
                indicators.list(after == null ? null : after.text(0), query.limitPlusOne()),
                indicator -> indicator,
                indicator -> Cursor.encode(indicator.id()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR})
    @RequestBody(content = @Content(schema = @Schema(implementation = IndicatorRequest.class)))
    public Response add(InputStream body) {
        IndicatorView indicator = indicators.add(request(body), caller.subject());
        return Response.created(URI.create("/api/v1/indicators/" + indicator.id()))
                .entity(indicator)
                .tag(EntityTags.of(indicator.version()))
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.INGEST, Roles.READER})
    public Response get(@PathParam("id") String id) {
        return tagged(indicators.get(id));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR})
    @RequestBody(content = @Content(schema = @Schema(implementation = IndicatorRequest.class)))
    public Response change(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, InputStream body) {
        return tagged(indicators.change(id, request(body), ifMatch, caller.subject()));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR})
    public void disable(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        indicators.disable(id, ifMatch, caller.subject());
    }

    private IndicatorRequest request(InputStream body) {
        return Body.json(json, Body.read(body, INDICATOR_LIMIT), IndicatorRequest.class);
    }

    private static Response tagged(IndicatorView indicator) {
        return Response.ok(indicator).tag(EntityTags.of(indicator.version())).build();
    }
}
