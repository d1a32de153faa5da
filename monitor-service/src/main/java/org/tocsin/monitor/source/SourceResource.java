package org.tocsin.monitor.source;

import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

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
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.token.Roles;
import org.tocsin.platform.version.EntityTags;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.common.annotation.Blocking;

/** Sources over HTTP. */
@Path("/api/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sources")
@Blocking
class SourceResource {

    private static final String OPML = "text/x-opml";
    private static final int SOURCE_LIMIT = 64 * 1_024;
    private static final int OPML_LIMIT = 4 * 1_024 * 1_024;

    private final SourceService sources;
    private final ObjectMapper json;
    private final Clock clock;

    SourceResource(SourceService sources, ObjectMapper json, Clock clock) {
        this.sources = sources;
        this.json = json;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.INGEST, Roles.READER})
    public Page<SourceView> list(@Valid @BeanParam PageQuery query) {
        Cursor after = query.cursor(1);
        List<SourceView> sourcesAfter = sources.list(after == null ? null : after.uuid(0), query.limitPlusOne());
        return query.page(sourcesAfter, source -> source, source -> Cursor.encode(source.id()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @RequestBody(content = @Content(schema = @Schema(implementation = SourceRequest.class)))
    public Response add(InputStream body) {
        SourceView source = sources.add(request(body));
        return Response.created(URI.create("/api/v1/sources/" + source.id()))
                .entity(source)
                .tag(EntityTags.of(source.version()))
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.INGEST, Roles.READER})
    public Response get(@PathParam("id") UUID id) {
        return tagged(sources.get(id));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @RequestBody(content = @Content(schema = @Schema(implementation = SourceRequest.class)))
    public Response change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, InputStream body) {
        return tagged(sources.change(id, request(body), ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    public void remove(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        sources.remove(id, ifMatch);
    }

    @POST
    @Path("/{id}/poll")
    @RolesAllowed(Roles.ADMIN)
    public Response poll(@PathParam("id") UUID id) {
        sources.pollNow(id);
        return Response.accepted(sources.health(id))
                .location(URI.create("/api/v1/sources/" + id + "/health"))
                .build();
    }

    @GET
    @Path("/{id}/health")
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.INGEST, Roles.READER})
    public SourceHealth health(@PathParam("id") UUID id) {
        return sources.health(id);
    }

    @POST
    @Path("/import")
    @Consumes({OPML, MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @RolesAllowed(Roles.ADMIN)
    @RequestBody(content = @Content(mediaType = OPML))
    public SourceImport importOpml(InputStream body) {
        List<SourceRequest> requests = Opml.read(new String(Body.read(body, OPML_LIMIT), StandardCharsets.UTF_8));
        if (requests.isEmpty()) {
            throw ProblemException.badRequest("The list holds no outline with an xmlUrl.");
        }
        return sources.addAll(requests);
    }

    @GET
    @Path("/export")
    @Produces(OPML)
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.READER})
    public String exportOpml() {
        return Opml.write(sources.polled(), clock.instant());
    }

    private SourceRequest request(InputStream body) {
        return Body.json(json, Body.read(body, SOURCE_LIMIT), SourceRequest.class);
    }

    private static Response tagged(SourceView source) {
        return Response.ok(source).tag(EntityTags.of(source.version())).build();
    }
}
