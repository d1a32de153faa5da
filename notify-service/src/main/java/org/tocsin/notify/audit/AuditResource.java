package org.tocsin.notify.audit;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.platform.paging.Page;
import org.tocsin.platform.paging.PageQuery;
import org.tocsin.platform.token.Roles;

@Path("/api/v1/audit")
@Tag(name = "Audit")
@RolesAllowed({Roles.ADMIN, Roles.PARTNER})
@Produces(MediaType.APPLICATION_JSON)
class AuditResource {

    private final AuditService service;

    AuditResource(AuditService service) {
        this.service = service;
    }

    @GET
    @Operation(summary = "Lists who changed which organisation, subscription or token, the latest first")
    public Page<AuditEntry> list(
            @Nullable @QueryParam("organisation") UUID organisation,
            @Nullable @QueryParam("subject") UUID subject,
            @Valid @BeanParam PageQuery page) {
        return service.list(organisation, subject, page);
    }
}
