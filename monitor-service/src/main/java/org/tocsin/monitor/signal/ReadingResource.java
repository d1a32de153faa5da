package org.tocsin.monitor.signal;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.token.Roles;

import io.smallrye.common.annotation.Blocking;

/** What was made of a document, over HTTP: its signals and what was nearly one. */
@Path("/api/v1/documents/{id}/reading")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "documents")
@Blocking
class ReadingResource {

    private final SignalService signals;

    ReadingResource(SignalService signals) {
        this.signals = signals;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.INGEST, Roles.READER})
    public ReadingView get(@PathParam("id") UUID id) {
        return signals.reading(id)
                .orElseThrow(() -> ProblemException.notFound("There is no such document, or it was not read yet."));
    }
}
