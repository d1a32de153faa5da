package org.tocsin.notify.access;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.token.Roles;

/** The bearer of the request's token. Admins act for everybody, partners for their own organisation. */
@RequestScoped
public class Caller {

    private final JsonWebToken token;

    Caller(JsonWebToken token) {
        this.token = token;
    }

    /** Whom the token names, for the audit log. */
    public String name() {
        String name = token.getName();
        return name == null ? "unknown" : name;
    }

    public boolean admin() {
        return token.getGroups() != null && token.getGroups().contains(Roles.ADMIN);
    }

    /**
     * The only organisation this caller may see, or null for an admin, who sees all.
     *
     * @throws ProblemException when a partner's token names no organisation
     */
    public @Nullable UUID onlyOrganisation() {
        if (admin()) {
            return null;
        }
        Object claim = token.getClaim("org");
        try {
            return UUID.fromString(String.valueOf(claim));
        } catch (IllegalArgumentException e) {
            throw ProblemException.forbidden("This token names no organisation in its claim \"org\".");
        }
    }

    /** Whether this caller may see and change what belongs to the organisation. */
    public boolean mayActFor(UUID organisation) {
        UUID only = onlyOrganisation();
        return only == null || only.equals(organisation);
    }
}
