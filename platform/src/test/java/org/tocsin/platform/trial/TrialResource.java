package org.tocsin.platform.trial;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

import org.tocsin.platform.paging.Cursor;
import org.tocsin.platform.paging.Page;
import org.tocsin.platform.paging.PageQuery;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.token.CallerIdentity;
import org.tocsin.platform.token.Roles;
import org.tocsin.platform.token.TokenIssuer;
import org.tocsin.platform.version.EntityTags;

/** One of each kind of request. */
@Path("/api/v1/trials")
@Produces("application/json")
@Consumes("application/json")
@PermitAll
public class TrialResource {

    private final CallerIdentity caller;
    private final TokenIssuer tokens;

    TrialResource(CallerIdentity caller, TokenIssuer tokens) {
        this.caller = caller;
        this.tokens = tokens;
    }

    @POST
    public Trial create(@Valid @NotNull Trial trial) {
        return trial;
    }

    @GET
    @Path("{id}")
    public Map<String, Object> one(@PathParam("id") UUID id) {
        return Map.of("id", id);
    }

    @PUT
    @Path("{id}")
    public Map<String, Object> change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        EntityTags.require(ifMatch, 3);
        return Map.of("id", id);
    }

    @GET
    public Page<Long> list(@Valid @BeanParam PageQuery query, @QueryParam("from") @Max(5) int from) {
        Cursor cursor = query.cursor(1);
        long first = cursor == null ? 0 : cursor.number(0) + 1;
        List<Long> rows = LongStream.range(first, Math.min(50, first + query.limitPlusOne()))
                .boxed()
                .toList();
        return query.page(rows, row -> row, Cursor::encode);
    }

    @GET
    @Path("broken")
    public String broken() {
        throw new IllegalStateException("a secret that must stay here");
    }

    @GET
    @Path("taken")
    public String taken() {
        throw ProblemException.conflict("The name is taken.");
    }

    @GET
    @Path("admin")
    @RolesAllowed(Roles.ADMIN)
    public Map<String, Object> admin() {
        return Map.of("subject", caller.subject(), "roles", caller.roles());
    }

    @GET
    @Path("own")
    @RolesAllowed(Roles.PARTNER)
    public Map<String, Object> own() {
        return Map.of("org", caller.organisation().orElseThrow());
    }

    @POST
    @Path("tokens")
    @RolesAllowed(Roles.ADMIN)
    public Map<String, Object> token(UUID organisation) {
        return Map.of(
                "token",
                tokens.issue("Hamun Aid", Set.of(Roles.PARTNER), organisation, Duration.ofHours(1))
                        .token());
    }

    /** Something with a bound on everything. */
    public record Trial(@NotBlank String name, @Max(10) int size, List<@NotNull @Valid Part> parts) {}

    public record Part(@NotBlank String name) {}

    /** Forgot to say who may use it. */
    @Path("/api/v1/forgotten")
    public static class Forgotten {

        @GET
        public String get() {
            return "nobody should read this";
        }
    }
}
