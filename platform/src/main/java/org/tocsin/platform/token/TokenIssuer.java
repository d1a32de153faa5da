package org.tocsin.platform.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.github.f4b6a3.uuid.UuidCreator;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

/** Signs tokens that all services accept. Needs the private key, {@code smallrye.jwt.sign.key.location}. */
@ApplicationScoped
public class TokenIssuer {

    private static final String ISSUER = "tocsin";

    private final Clock clock;
    private final Duration maxLifetime;

    TokenIssuer(Clock clock, TokenConfig config) {
        this.clock = clock;
        this.maxLifetime = config.maxLifetime();
    }

    /**
     * Issues a token.
     *
     * @param subject who it is for, in words
     * @param roles from {@link Roles}, at least one
     * @param organisation whose partner it is, or null
     * @param lifetime positive, and no longer than {@code tocsin.token.max-lifetime}
     * @throws IllegalArgumentException when an argument is out of range
     */
    public IssuedToken issue(String subject, Set<String> roles, @Nullable UUID organisation, Duration lifetime) {
        if (subject.isBlank() || roles.isEmpty() || !Roles.ALL.containsAll(roles)) {
            throw new IllegalArgumentException("a token needs a subject and known roles");
        }
        if (lifetime.isNegative() || lifetime.isZero() || lifetime.compareTo(maxLifetime) > 0) {
            throw new IllegalArgumentException("the lifetime must be positive and at most " + maxLifetime);
        }
        if (roles.contains(Roles.PARTNER) && organisation == null) {
            throw new IllegalArgumentException("a partner's token needs an organisation");
        }
        Instant now = clock.instant();
        Instant expires = now.plus(lifetime);
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        JwtClaimsBuilder claims = Jwt.issuer(ISSUER)
                .subject(subject)
                .upn(subject)
                .groups(roles)
                .issuedAt(now)
                .expiresAt(expires)
                .claim("jti", id);
        if (organisation != null) {
            claims.claim(CallerIdentity.ORGANISATION_CLAIM, organisation.toString());
        }
        return new IssuedToken(claims.sign(), expires);
    }

    /**
     * A fresh token.
     *
     * @param token the compact form, for the header {@code Authorization: Bearer …}
     */
    public record IssuedToken(String token, Instant expiresAt) {

        /** Keeps the token out of logs. */
        @Override
        public String toString() {
            return "IssuedToken[expiresAt=" + expiresAt + "]";
        }
    }
}
