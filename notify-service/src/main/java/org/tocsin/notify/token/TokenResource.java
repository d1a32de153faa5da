package org.tocsin.notify.token;

import java.time.Instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.platform.token.Roles;
import org.tocsin.platform.token.TokenIssuer;

import io.smallrye.common.annotation.Blocking;

@Path("/api/v1/tokens")
@Tag(name = "Tokens")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class TokenResource {

    private final TokenService service;

    TokenResource(TokenService service) {
        this.service = service;
    }

    // Signing reads the private key from a file.
    @POST
    @Blocking
    @Operation(summary = "Issues a token that all services accept; it is shown this once")
    public Response issue(@NotNull @Valid TokenBody body) {
        TokenIssuer.IssuedToken issued = service.issue(body);
        return Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(new TokenView(issued.token(), issued.expiresAt()))
                .build();
    }

    /** A token, shown once. */
    record TokenView(String token, Instant expiresAt) {

        /** Keeps the token out of logs. */
        @Override
        public String toString() {
            return "TokenView[expiresAt=" + expiresAt + "]";
        }
    }
}
