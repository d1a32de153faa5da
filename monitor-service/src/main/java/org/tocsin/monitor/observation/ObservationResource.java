package org.tocsin.monitor.observation;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
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

import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.request.Body;
import org.tocsin.monitor.series.Periodicity;
import org.tocsin.platform.paging.Cursor;
import org.tocsin.platform.paging.Page;
import org.tocsin.platform.paging.PageQuery;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.problem.ProblemException.FieldError;
import org.tocsin.platform.token.CallerIdentity;
import org.tocsin.platform.token.Roles;
import org.tocsin.platform.version.EntityTags;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.common.annotation.Blocking;

/** Observations over HTTP. */
@Path("/api/v1/observations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "observations")
@Blocking
class ObservationResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private final ObservationService observations;
    private final CallerIdentity caller;
    private final ObjectMapper json;

    ObservationResource(ObservationService observations, CallerIdentity caller, ObjectMapper json) {
        this.observations = observations;
        this.caller = caller;
        this.json = json;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.INGEST, Roles.READER})
    public Page<ObservationView> list(
            @QueryParam("indicator") @Nullable String indicator,
            @QueryParam("place") @Nullable String place,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Valid @BeanParam PageQuery page) {
        if (indicator == null) {
            throw queryProblem("?indicator", "Which indicator's observations?");
        }
        Periodicity periodicity = observations.indicator(indicator).details().periodicity();
        Cursor before = page.cursor(2);
        ObservationQuery query = new ObservationQuery(
                indicator,
                place == null ? null : ObservedPlace.of(place, null).key(),
                period(from, "?from", periodicity),
                period(to, "?to", periodicity),
                before == null ? null : before.number(0),
                before == null ? null : before.uuid(1),
                page.limitPlusOne());
        return page.page(
                observations.list(query),
                observation -> observation,
                observation -> Cursor.encode(periodicity.periodOf(observation.from()), observation.id()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.INGEST})
    @RequestBody(content = @Content(schema = @Schema(implementation = ObservationRequest.class)))
    public Response post(
            @QueryParam("indicator") @Nullable String indicator,
            @QueryParam("signals") @DefaultValue("true") boolean signals,
            InputStream body) {
        AcceptedObservation accepted = observations.accept(body, terms(indicator, signals));
        URI address = URI.create("/api/v1/observations/" + accepted.id());
        return Response.status(accepted.outcome() == Outcome.ADDED ? 201 : 200)
                .location(address)
                .tag(EntityTags.of(accepted.revision()))
                .entity(accepted)
                .build();
    }

    @POST
    @Consumes(NDJSON)
    @RolesAllowed({Roles.ADMIN, Roles.INGEST})
    @RequestBody(content = @Content(schema = @Schema(implementation = ObservationRequest.class)))
    public ObservationBatch postLines(
            @QueryParam("indicator") @Nullable String indicator,
            @QueryParam("signals") @DefaultValue("true") boolean signals,
            InputStream body)
            throws IOException {
        return filled(observations.acceptLines(body, terms(indicator, signals)));
    }

    @POST
    @Consumes(CSV)
    @RolesAllowed({Roles.ADMIN, Roles.INGEST})
    @RequestBody(
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .STRING)))
    public ObservationBatch postTable(
            @QueryParam("indicator") @Nullable String indicator,
            @QueryParam("value") @Nullable String value,
            @QueryParam("signals") @DefaultValue("true") boolean signals,
            InputStream body)
            throws IOException {
        return filled(observations.acceptTable(body, value, terms(indicator, signals)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.INGEST, Roles.READER})
    public Response get(@PathParam("id") UUID id) {
        return tagged(observations.get(id));
    }

    /** Corrects the value; where and when it was observed stays. */
    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.INGEST})
    @RequestBody(content = @Content(schema = @Schema(implementation = ObservationRequest.class)))
    public Response correct(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, InputStream body) {
        ObservationRequest request =
                Body.json(json, Body.read(body, NdjsonObservations.LIMIT), ObservationRequest.class);
        Double value = observations.value(request);
        return tagged(observations.revise(id, value, request.note(), ifMatch, caller.subject()));
    }

    /** Takes the value back; its history stays. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.INGEST})
    public void takeBack(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        observations.revise(id, null, null, ifMatch, caller.subject());
    }

    private ObservationService.Terms terms(@Nullable String indicator, boolean signals) {
        return new ObservationService.Terms(indicator, !signals, caller.subject());
    }

    private static ObservationBatch filled(ObservationBatch batch) {
        if (batch.isEmpty()) {
            throw ProblemException.badRequest("The body holds no observations.");
        }
        return batch;
    }

    private static @Nullable Long period(@Nullable String day, String parameter, Periodicity periodicity) {
        if (day == null) {
            return null;
        }
        LocalDate read = ObservedDay.read(day)
                .orElseThrow(() -> queryProblem(parameter, "It must be a day of ISO 8601, such as 2025-07-14."));
        return periodicity.periodOf(read);
    }

    private static ProblemException queryProblem(String parameter, String detail) {
        return ProblemException.invalid(
                "The query is not acceptable; see the errors.", List.of(new FieldError(parameter, detail)));
    }

    private static Response tagged(ObservationView observation) {
        return Response.ok(observation)
                .tag(EntityTags.of(observation.revision()))
                .build();
    }
}
