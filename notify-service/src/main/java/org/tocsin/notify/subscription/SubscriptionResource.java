package org.tocsin.notify.subscription;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.notify.access.Revision;
import org.tocsin.platform.paging.Page;
import org.tocsin.platform.token.Roles;

@Path("/api/v1/subscriptions")
@Tag(name = "Subscriptions")
@RolesAllowed({Roles.ADMIN, Roles.PARTNER})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class SubscriptionResource {

    private final SubscriptionService service;
    private final PreviewService previews;
    private final TransferService transfers;

    SubscriptionResource(SubscriptionService service, PreviewService previews, TransferService transfers) {
        this.service = service;
        this.previews = previews;
        this.transfers = transfers;
    }

    @POST
    @Operation(summary = "Adds a subscription; for a webhook, the answer holds the signing secret, this once")
    public Response create(@NotNull SubscriptionBody body) {
        SubscriptionView made = service.create(body);
        return Response.created(URI.create("/api/v1/subscriptions/" + made.id()))
                .tag(Revision.tag(made.revision()))
                .entity(made)
                .build();
    }

    @GET
    @Operation(summary = "Lists subscriptions; partners see their own organisation's")
    public Page<SubscriptionView> list(
            @Nullable @QueryParam("organisation") UUID organisation,
            @QueryParam("state") Subscription.@Nullable State state,
            @Nullable @QueryParam("cursor") UUID cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return service.list(organisation, state, cursor, limit);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Shows a subscription")
    public Response get(@PathParam("id") UUID id) {
        return answer(service.get(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Changes a subscription; \"state\" pauses it or makes it active again")
    public Response change(
            @PathParam("id") UUID id,
            @Nullable @HeaderParam("If-Match") String ifMatch,
            @NotNull SubscriptionBody body) {
        return answer(service.change(id, body, ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Removes a subscription and its ledger")
    public void delete(@PathParam("id") UUID id) {
        service.delete(id);
    }

    @POST
    @Path("/{id}/secret")
    @Operation(summary = "Makes a new signing secret, shown this once; the old one signs beside it during the overlap")
    public SecretView rotate(
            @PathParam("id") UUID id,
            @QueryParam("overlapHours") @DefaultValue("24") @Min(0) @Max(168) int overlapHours) {
        return new SecretView(
                service.rotateSecret(id, Duration.ofHours(overlapHours)).text());
    }

    @GET
    @Path("/{id}/keys")
    @Produces("application/jwk-set+json")
    @Operation(summary = "The public keys that verify signatures of version v1a, as a JSON Web Key Set")
    public KeySet keys(@PathParam("id") UUID id) {
        service.get(id);
        return new KeySet(service.signing(id).keys().stream()
                .map(key -> new Key("OKP", "Ed25519", "sig", "EdDSA", key.jwkCoordinate()))
                .toList());
    }

    /** RFC 7517. */
    record KeySet(List<Key> keys) {}

    /** RFC 8037. */
    record Key(String kty, String crv, String use, String alg, String x) {}

    @POST
    @Path("/preview")
    @Operation(summary = "Tells which alerts of the last days a filter would have sent, and why")
    public Preview previewFilter(@NotNull @Valid PreviewBody body) {
        return previews.preview(body);
    }

    @GET
    @Path("/{id}/preview")
    @Operation(summary = "Tells which alerts of the last days a subscription wants as it is now, and why")
    public Preview preview(@PathParam("id") UUID id, @QueryParam("days") @DefaultValue("7") @Min(1) @Max(90) int days) {
        return previews.preview(service.get(id).filter(), days);
    }

    @GET
    @Path("/export")
    @Operation(summary = "All subscriptions as a list that can be imported; without secrets")
    public List<SubscriptionBody> exportJson(@Nullable @QueryParam("organisation") UUID organisation) {
        return transfers.export(organisation);
    }

    @GET
    @Path("/export.csv")
    @Produces("text/csv;charset=UTF-8")
    @Operation(summary = "All subscriptions as a table that can be imported; without secrets")
    public String exportCsv(@Nullable @QueryParam("organisation") UUID organisation) {
        return SubscriptionTable.write(transfers.export(organisation));
    }

    @POST
    @Path("/import")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds many subscriptions; what is wrong with one does not hold up the others")
    public TransferService.Result importJson(@NotNull List<SubscriptionBody> subscriptions) {
        return transfers.add(IntStream.range(0, subscriptions.size())
                .mapToObj(index -> new SubscriptionTable.Line(index + 1, subscriptions.get(index), null))
                .toList());
    }

    @POST
    @Path("/import")
    @Consumes("text/csv")
    @Operation(summary = "Adds the subscriptions of a table with a line of column names")
    public TransferService.Result importCsv(byte @NotNull [] table) {
        return transfers.add(SubscriptionTable.read(table));
    }

    private Response answer(Subscription subscription) {
        return Response.ok(service.view(subscription))
                .tag(Revision.tag(subscription.revision()))
                .build();
    }

    /** A signing secret, shown once. */
    record SecretView(String secret) {}
}
