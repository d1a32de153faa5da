package org.tocsin.monitor.observation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.platform.paging.Cursor;
import org.tocsin.platform.paging.Page;
import org.tocsin.platform.paging.PageQuery;
import org.tocsin.platform.token.Roles;

import io.smallrye.common.annotation.Blocking;

/** The series of an indicator over HTTP: one per place, with the thresholds that have fired. */
@Path("/api/v1/indicators/{id}/series")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "indicators")
@Blocking
class SeriesResource {

    private final ObservationService observations;

    SeriesResource(ObservationService observations) {
        this.observations = observations;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.INGEST, Roles.READER})
    public Page<SeriesView> list(@PathParam("id") String id, @Valid @BeanParam PageQuery page) {
        Cursor after = page.cursor(1);
        return page.page(
                observations.series(id, after == null ? null : after.text(0), page.limitPlusOne()),
                series -> series,
                series -> Cursor.encode(series.place()));
    }
}
