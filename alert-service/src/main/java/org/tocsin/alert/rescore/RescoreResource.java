package org.tocsin.alert.rescore;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.platform.token.Roles;

/** The constants of the score, and trials of other ones. */
@Path("/api/v1/score")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "score")
class RescoreResource {

    private final RescoreService service;
    private final WeightsHistory history;

    RescoreResource(RescoreService service, WeightsHistory history) {
        this.service = service;
        this.history = history;
    }

    @GET
    @Path("weights")
    @RolesAllowed({Roles.READER, Roles.EDITOR, Roles.ADMIN, Roles.PARTNER})
    @Operation(summary = "All constants that ever scored an alert here, the latest first")
    public List<WeightsHistory.UsedWeights> weights() {
        return history.all();
    }

    @POST
    @Path("dry-run")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EDITOR, Roles.ADMIN})
    @Operation(summary = "What other constants would make of past alerts; nothing is changed")
    public DryRunResult dryRun(@NotNull @Valid DryRun trial) {
        return service.run(trial);
    }
}
