package org.tocsin.monitor.rule;

import java.io.InputStream;
import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.platform.paging.Page;
import org.tocsin.platform.token.Roles;
import org.tocsin.platform.version.EntityTags;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;

/** Rules over HTTP, in YAML as people write them or in JSON. */
@Path("/api/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rules")
@Blocking
class RuleResource {

    private final RuleService rules;
    private final LiveReader reader;
    private final SecurityIdentity caller;
    private final RuleBody body;

    RuleResource(RuleService rules, LiveReader reader, SecurityIdentity caller, RuleBody body) {
        this.rules = rules;
        this.reader = reader;
        this.caller = caller;
        this.body = body;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.READER})
    public Page<RuleSummary> list() {
        return new Page<>(rules.list(), null);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.READER})
    public Response get(@PathParam("id") String id) {
        return tagged(rules.get(id));
    }

    @GET
    @Path("/{id}")
    @Produces(RuleBody.YAML)
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.READER})
    public String getYaml(@PathParam("id") String id) throws JsonProcessingException {
        return body.yaml(rules.get(id).definition());
    }

    @GET
    @Path("/{id}/versions")
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.READER})
    public Page<RuleView> versions(@PathParam("id") String id) {
        return new Page<>(rules.versions(id), null);
    }

    @GET
    @Path("/{id}/versions/{version}")
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.READER})
    public RuleView version(@PathParam("id") String id, @PathParam("version") int version) {
        return rules.version(id, version);
    }

    @GET
    @Path("/{id}/versions/{version}/diff")
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.READER})
    public RuleDiffView diff(
            @PathParam("id") String id, @PathParam("version") int version, @QueryParam("from") @Nullable Integer from) {
        return rules.diff(id, version, from);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR})
    public Response add(InputStream sent) {
        return created(rules.add(body.json(sent), user()));
    }

    @POST
    @Consumes({RuleBody.YAML, RuleBody.YAML_BEFORE_RFC_9512, RuleBody.YAML_TEXT})
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR})
    public Response addYaml(InputStream sent) {
        return created(rules.add(body.yaml(sent), user()));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR})
    public Response change(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, InputStream sent) {
        return changed(rules.change(id, body.json(sent), ifMatch, user()));
    }

    @PUT
    @Path("/{id}")
    @Consumes({RuleBody.YAML, RuleBody.YAML_BEFORE_RFC_9512, RuleBody.YAML_TEXT})
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR})
    public Response changeYaml(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, InputStream sent) {
        return changed(rules.change(id, body.yaml(sent), ifMatch, user()));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR})
    public void disable(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        rules.disable(id, ifMatch, user());
        reader.refresh();
    }

    private Response created(RuleView rule) {
        reader.refresh();
        return Response.created(URI.create("/api/v1/rules/" + rule.id()))
                .entity(rule)
                .tag(EntityTags.of(rule.version()))
                .build();
    }

    private Response changed(RuleView rule) {
        reader.refresh();
        return tagged(rule);
    }

    private static Response tagged(RuleView rule) {
        return Response.ok(rule).tag(EntityTags.of(rule.version())).build();
    }

    private String user() {
        return caller.getPrincipal().getName();
    }
}
