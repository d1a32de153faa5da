package org.tocsin.platform.token;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.tocsin.platform.problem.ProblemException;

import io.quarkus.security.identity.SecurityIdentity;

/** Who sends the request at hand. */
@RequestScoped
public class CallerIdentity {

    static final String ORGANISATION_CLAIM = "org";

    private final SecurityIdentity identity;

    CallerIdentity(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The token's subject; {@code anonymous} without a token. */
    public String subject() {
        if (identity.isAnonymous()) {
            return "anonymous";
        }
        if (identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null) {
            return token.getSubject();
        }
        return identity.getPrincipal().getName();
    }

    public Set<String> roles() {
        return identity.getRoles();
    }

    public boolean hasRole(String role) {
        return identity.hasRole(role);
    }

    /** The organisation that a partner speaks for. */
    public Optional<UUID> organisation() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Optional.empty();
        }
        Object claim = token.getClaim(ORGANISATION_CLAIM);
        if (claim == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(claim.toString()));
        } catch (IllegalArgumentException e) {
            throw ProblemException.forbidden("The token's claim org is not an organisation's id.");
        }
    }
}
