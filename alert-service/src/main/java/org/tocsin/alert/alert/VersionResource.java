package org.tocsin.alert.alert;

import java.util.EnumSet;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tocsin.platform.paging.Page;
import org.tocsin.platform.paging.PageQuery;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.token.Roles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.fabric8.zjsonpatch.DiffFlags;
import io.fabric8.zjsonpatch.JsonDiff;

/** The history of an alert: what changed, why, by whom, and what it said at any time. */
@Path("/api/v1/alerts/{id}/versions")
@RolesAllowed({Roles.READER, Roles.EDITOR, Roles.ADMIN, Roles.PARTNER})
@Tag(name = "alerts")
class VersionResource {

    private static final String JSON_PATCH = "application/json-patch+json";

    private final AlertService service;
    private final ObjectMapper json;

    VersionResource(AlertService service, ObjectMapper json) {
        this.service = service;
        this.json = json;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The history of an alert, the first version first: what changed, why, by whom")
    public Page<VersionView> versions(@RestPath UUID id, @Valid @BeanParam PageQuery page) {
        return service.versions(id, page);
    }

    @GET
    @Path("{version:\\d{1,9}}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The alert as it was when this version was told")
    public AlertView version(@RestPath UUID id, @RestPath int version) {
        return service.version(id, version);
    }

    @GET
    @Path("{version:\\d{1,9}}/diff")
    @Produces({MediaType.APPLICATION_JSON, JSON_PATCH})
    @Operation(
            summary = "What differs from an earlier version, field by field (RFC 6902 with the old values)",
            description = "Without from it is the version before; from=0 tells everything there is.")
    public JsonNode diff(@RestPath UUID id, @RestPath int version, @RestQuery @DefaultValue("-1") int from) {
        int earlier = from < 0 ? version - 1 : from;
        if (earlier >= version) {
            throw ProblemException.badRequest("The version to compare with must be an earlier one");
        }
        JsonNode before = earlier == 0 ? json.createObjectNode() : json.valueToTree(service.version(id, earlier));
        return JsonDiff.asJson(
                before,
                json.valueToTree(service.version(id, version)),
                EnumSet.of(DiffFlags.ADD_ORIGINAL_VALUE_ON_REPLACE, DiffFlags.OMIT_MOVE_OPERATION));
    }
}
