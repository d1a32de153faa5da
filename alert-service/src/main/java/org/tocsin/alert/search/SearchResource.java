package org.tocsin.alert.search;

import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.alert.AlertView;
import org.tocsin.platform.paging.Page;
import org.tocsin.platform.paging.PageQuery;
import org.tocsin.platform.token.Roles;

/** Lists of alerts. */
@Path("/api/v1/alerts")
@Tag(name = "alerts")
class SearchResource {

    private final AlertSearch search;

    SearchResource(AlertSearch search) {
        this.search = search;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.READER, Roles.EDITOR, Roles.ADMIN, Roles.PARTNER})
    @Operation(summary = "Alerts, the latest events first")
    public Response list(
            @BeanParam SearchParameters parameters, @Valid @BeanParam PageQuery query, @Context Request request) {
        Page<AlertView> page = search.page(parameters.filter(), query);
        EntityTag tag = tag(page);
        Response.@Nullable ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return unchanged != null
                ? unchanged.build()
                : Response.ok(page).tag(tag).build();
    }

    private static EntityTag tag(Page<AlertView> page) {
        int hash = 1;
        for (AlertView alert : page.items()) {
            hash = 31 * hash + Objects.hash(alert.id(), alert.revision());
        }
        return new EntityTag(Integer.toHexString(31 * hash + Objects.hashCode(page.next())), true);
    }
}
