package org.tocsin.monitor.websub;

import java.io.InputStream;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.request.Body;
import org.tocsin.platform.problem.ProblemException;

import io.smallrye.common.annotation.Blocking;

/** Where hubs call back. Public: the address is unguessable, and what is pushed is signed. */
@Path(CallbackResource.PATH)
@PermitAll
@Tag(name = "websub")
@Blocking
class CallbackResource {

    static final String PATH = "/api/v1/websub";

    private static final int LIMIT = 8 * 1_024 * 1_024;

    private final SubscriptionService subscriptions;

    CallbackResource(SubscriptionService subscriptions) {
        this.subscriptions = subscriptions;
    }

    @GET
    @Path("/{callback}")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "A hub verifies our intent, or denies the subscription")
    public Response verify(
            @PathParam("callback") UUID callback,
            @QueryParam("hub.mode") @Nullable String mode,
            @QueryParam("hub.topic") @Nullable String topic,
            @QueryParam("hub.challenge") @Nullable String challenge,
            @QueryParam("hub.lease_seconds") @Nullable Long leaseSeconds) {
        if ("denied".equals(mode)) {
            subscriptions.denied(callback);
            return Response.ok("").build();
        }
        boolean meant = "subscribe".equals(mode)
                && topic != null
                && challenge != null
                && subscriptions.confirm(callback, topic, leaseSeconds);
        if (!meant) {
            throw ProblemException.notFound("We did not ask for this.");
        }
        return Response.ok(challenge).build();
    }

    @POST
    @Path("/{callback}")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "A hub pushes a feed")
    public Response push(
            @PathParam("callback") UUID callback,
            @HeaderParam("X-Hub-Signature") @Nullable String signature,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            InputStream body) {
        boolean wanted = subscriptions.pushed(callback, signature, Body.read(body, LIMIT), contentType);
        // Gone tells the hub to forget us.
        return Response.status(wanted ? Response.Status.ACCEPTED : Response.Status.GONE)
                .build();
    }
}
