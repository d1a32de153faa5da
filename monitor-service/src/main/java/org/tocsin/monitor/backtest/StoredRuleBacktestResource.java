package org.tocsin.monitor.backtest;

import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.rule.RuleTrial;
import org.tocsin.monitor.rule.RuleTrials;
import org.tocsin.platform.token.Roles;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;

/** Backtests of versions of stored rules, disabled ones too. */
@Path("/api/v1/rules/{id}/backtest")
@Produces(BacktestResource.NDJSON)
@Tag(name = "rules")
@Blocking
class StoredRuleBacktestResource {

    private final RuleTrials trials;
    private final BacktestService backtests;
    private final SecurityIdentity caller;
    private final Clock clock;

    StoredRuleBacktestResource(RuleTrials trials, BacktestService backtests, SecurityIdentity caller, Clock clock) {
        this.trials = trials;
        this.backtests = backtests;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR})
    public StreamingOutput run(
            @PathParam("id") String id,
            @QueryParam("version") @Nullable Integer version,
            @BeanParam BacktestQuery query) {
        DocumentFilter filter = query.filter(clock);
        RuleTrial trial = trials.of(id, version);
        return backtests.start(trial, filter, caller.getPrincipal().getName())::write;
    }
}
