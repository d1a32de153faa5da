package org.tocsin.monitor.backtest;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.platform.token.Roles;

import io.smallrye.common.annotation.Blocking;

/** Ends a backtest that is under way, on whichever replica; its answer then ends with a last line that says so. */
@Path("/api/v1/rules/backtests/{run}")
@Tag(name = "rules")
@Blocking
class BacktestRunResource {

    private final BacktestService backtests;

    BacktestRunResource(BacktestService backtests) {
        this.backtests = backtests;
    }

    @DELETE
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR})
    public void end(@PathParam("run") UUID run) {
        backtests.end(run);
    }
}
