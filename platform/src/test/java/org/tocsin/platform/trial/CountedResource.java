package org.tocsin.platform.trial;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.token.Roles;

/** Counts how often a request is really carried out. */
@Path("/api/v1/counted")
@Produces("application/json")
@ApplicationScoped
public class CountedResource {

    private final AtomicInteger calls = new AtomicInteger();
    private volatile CountDownLatch entered = new CountDownLatch(0);
    private volatile CountDownLatch gate = new CountDownLatch(0);

    @POST
    @RolesAllowed(Roles.ADMIN)
    public Response create(Map<String, Object> body) throws InterruptedException {
        int call = calls.incrementAndGet();
        entered.countDown();
        if (!gate.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody opened the gate");
        }
        return Response.created(URI.create("/api/v1/counted/" + call))
                .tag("v" + call)
                .entity(Map.of("call", call, "keys", body.keySet()))
                .build();
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Path("empty")
    public void empty() {
        calls.incrementAndGet();
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Path("refused")
    public void refused() {
        throw ProblemException.badRequest("Refusal " + calls.incrementAndGet());
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Path("broken")
    public void broken() {
        calls.incrementAndGet();
        throw new IllegalStateException("broken on purpose");
    }

    public int calls() {
        return calls.get();
    }

    /** Makes requests wait within the resource until {@link #open()}. */
    public void shut() {
        entered = new CountDownLatch(1);
        gate = new CountDownLatch(1);
    }

    public void awaitEntry() throws InterruptedException {
        if (!entered.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no request came in");
        }
    }

    public void open() {
        gate.countDown();
    }
}
