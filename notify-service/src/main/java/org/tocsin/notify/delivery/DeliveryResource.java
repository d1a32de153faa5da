package org.tocsin.notify.delivery;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.notify.subscription.Channel;
import org.tocsin.platform.paging.Page;
import org.tocsin.platform.token.Roles;

@Path("/api/v1/deliveries")
@Tag(name = "Deliveries")
@RolesAllowed({Roles.ADMIN, Roles.PARTNER})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class DeliveryResource {

    private final LedgerService service;
    private final WhyService whys;

    DeliveryResource(LedgerService service, WhyService whys) {
        this.service = service;
        this.whys = whys;
    }

    @GET
    @Operation(summary = "Lists deliveries, the latest first")
    public Page<DeliveryView> list(
            @Nullable @QueryParam("subscription") UUID subscription,
            @Nullable @QueryParam("alert") UUID alert,
            @Nullable @QueryParam("status") DeliveryStatus status,
            @QueryParam("channel") Channel.@Nullable Type channel,
            @Nullable @QueryParam("since") Instant since,
            @Nullable @QueryParam("until") Instant until,
            @Nullable @QueryParam("cursor") UUID cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return service.list(new Ledger.Query(
                null,
                subscription,
                alert,
                status,
                channel == null ? null : channel.name(),
                since,
                until,
                cursor,
                limit));
    }

    @GET
    @Path("/why")
    @Operation(summary = "Answers why an alert did or did not reach a subscription, version by version")
    public Why why(@NotNull @QueryParam("alert") UUID alert, @NotNull @QueryParam("subscription") UUID subscription) {
        return whys.why(alert, subscription);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Shows a delivery with its tries and the reasons for it")
    public DeliveryView get(@PathParam("id") UUID id) {
        return service.get(id);
    }

    @POST
    @Path("/{id}/retry")
    @Operation(summary = "Tries a delivery at once")
    public Response retry(@PathParam("id") UUID id) {
        return Response.accepted(service.retry(id)).build();
    }
}
