package org.tocsin.alert.output;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.alert.AlertService;
import org.tocsin.alert.alert.AlertView;
import org.tocsin.alert.alert.VersionView;
import org.tocsin.alert.category.Categories;
import org.tocsin.alert.geo.Atlas;
import org.tocsin.platform.token.Roles;

/** One alert as a CAP message. */
@Path("/api/v1/alerts/{id}.cap")
@Tag(name = "alerts")
class CapResource {

    private final AlertService alerts;
    private final Categories categories;
    private final CapMessage message;

    CapResource(AlertService alerts, Categories categories, Atlas atlas, CapConfig config) {
        this.alerts = alerts;
        this.categories = categories;
        this.message = new CapMessage(config.sender(), atlas);
    }

    @GET
    @Produces(CapMessage.MEDIA_TYPE)
    @RolesAllowed({Roles.READER, Roles.EDITOR, Roles.ADMIN, Roles.PARTNER})
    @Operation(
            summary = "An alert as a CAP 1.2 message: Alert, Update or Cancel, with references",
            description = "The latest version, or the one that the parameter version names.")
    public Response cap(@RestPath UUID id, @RestQuery @Nullable Integer version, @Context Request request) {
        List<VersionView> history = alerts.versions(id);
        int wanted = version != null ? version : history.get(history.size() - 1).version();
        var tag = new EntityTag("cap-" + wanted);
        Response.@Nullable ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.build();
        }
        AlertView alert = alerts.version(id, wanted);
        return Response.ok(message.of(alert, categories.get(alert.category()), history))
                .tag(tag)
                .build();
    }
}
