package org.tocsin.monitor.rule;

import java.io.IOException;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.request.Body;
import org.tocsin.platform.paging.Page;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.token.Roles;
import org.tocsin.platform.version.EntityTags;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;

/** Rules over HTTP, in YAML as people write them or in JSON. */
@Path("/api/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rules")
@Blocking
class RuleResource {

    private static final String YAML = "application/yaml";
    private static final String YAML_BEFORE_RFC_9512 = "application/x-yaml";
    private static final String YAML_TEXT = "text/yaml";
    private static final int RULE_LIMIT = 1_024 * 1_024;

    private final RuleService rules;
    private final LiveReader reader;
    private final SecurityIdentity caller;
    private final ObjectMapper json;
    private final YAMLMapper yaml = new YAMLMapper();

    RuleResource(RuleService rules, LiveReader reader, SecurityIdentity caller, ObjectMapper json) {
        this.rules = rules;
        this.reader = reader;
        this.caller = caller;
        this.json = json;
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
    @Produces(YAML)
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.READER})
    public String getYaml(@PathParam("id") String id) throws JsonProcessingException {
        return yaml.writeValueAsString(rules.get(id).definition());
    }

    @GET
    @Path("/{id}/versions")
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.READER})
    public Page<RuleView> versions(@PathParam("id") String id) {
        return new Page<>(rules.versions(id), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR})
    public Response add(InputStream body) {
        return created(rules.add(json(body), user()));
    }

    @POST
    @Consumes({YAML, YAML_BEFORE_RFC_9512, YAML_TEXT})
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR})
    public Response addYaml(InputStream body) {
        return created(rules.add(yaml(body), user()));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR})
    public Response change(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, InputStream body) {
        return changed(rules.change(id, json(body), ifMatch, user()));
    }

    @PUT
    @Path("/{id}")
    @Consumes({YAML, YAML_BEFORE_RFC_9512, YAML_TEXT})
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR})
    public Response changeYaml(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, InputStream body) {
        return changed(rules.change(id, yaml(body), ifMatch, user()));
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

    private JsonNode json(InputStream body) {
        return Body.json(json, Body.read(body, RULE_LIMIT), JsonNode.class);
    }

    private JsonNode yaml(InputStream body) {
        try {
            return yaml.readTree(Body.read(body, RULE_LIMIT));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw ProblemException.badRequest("The body is not well-formed YAML at line %d.".formatted(line));
        } catch (IOException e) {
            throw ProblemException.badRequest("The body is not well-formed YAML.");
        }
    }

    private String user() {
        return caller.getPrincipal().getName();
    }
}
