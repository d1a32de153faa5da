package org.tocsin.monitor.backtest;

import java.io.InputStream;
import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.monitor.rule.RuleBody;
import org.tocsin.monitor.rule.RuleTrial;
import org.tocsin.monitor.rule.RuleTrials;
import org.tocsin.platform.token.Roles;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;

/** Backtests of rules that are not kept. The answer is written while documents are read, a JSON object on each line. */
@Path("/api/v1/rules/backtest")
@Produces(BacktestResource.NDJSON)
@Tag(name = "rules")
@Blocking
class BacktestResource {

    static final String NDJSON = "application/x-ndjson";

    private final RuleTrials trials;
    private final RuleBody body;
    private final BacktestService backtests;
    private final SecurityIdentity caller;
    private final Clock clock;

    BacktestResource(
            RuleTrials trials, RuleBody body, BacktestService backtests, SecurityIdentity caller, Clock clock) {
        this.trials = trials;
        this.body = body;
        this.backtests = backtests;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR})
    public StreamingOutput json(InputStream sent, @BeanParam BacktestQuery query) {
        return run(body.json(sent), query);
    }

    @POST
    @Consumes({RuleBody.YAML, RuleBody.YAML_BEFORE_RFC_9512, RuleBody.YAML_TEXT})
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR})
    public StreamingOutput yaml(InputStream sent, @BeanParam BacktestQuery query) {
        return run(body.yaml(sent), query);
    }

    private StreamingOutput run(JsonNode definition, BacktestQuery query) {
        DocumentFilter filter = query.filter(clock);
        RuleTrial trial = trials.of(definition);
        return backtests.start(trial, filter, caller.getPrincipal().getName())::write;
    }
}
