package org.tocsin.monitor.document;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.token.Roles;

import io.smallrye.common.annotation.Blocking;

/** Documents over HTTP. */
@Path("/api/v1/documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "documents")
@Blocking
class DocumentResource {

    static final String NDJSON = "application/x-ndjson";

    private final DocumentService documents;

    DocumentResource(DocumentService documents) {
        this.documents = documents;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.INGEST})
    @RequestBody(content = @Content(schema = @Schema(implementation = DocumentRequest.class)))
    public Response post(InputStream body) {
        UUID id = documents.accept(body).id();
        return Response.accepted(new AcceptedView(id))
                .location(URI.create("/api/v1/documents/" + id))
                .build();
    }

    @POST
    @Consumes(NDJSON)
    @RolesAllowed({Roles.ADMIN, Roles.INGEST})
    @RequestBody(content = @Content(schema = @Schema(implementation = DocumentRequest.class)))
    public Response postLines(InputStream body) throws IOException {
        DocumentBatch batch = documents.acceptLines(body);
        if (batch.accepted() == 0 && batch.rejected() == 0) {
            throw ProblemException.badRequest("The body holds no documents.");
        }
        return Response.accepted(batch).build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.INGEST, Roles.READER})
    public DocumentView get(@PathParam("id") UUID id) {
        return documents
                .find(id)
                .map(DocumentView::from)
                .orElseThrow(() -> ProblemException.notFound("There is no document of this id."));
    }

    /** The answer to a document: it is safe with us under this id. */
    @Schema(name = "AcceptedDocument")
    record AcceptedView(UUID id) {}
}
