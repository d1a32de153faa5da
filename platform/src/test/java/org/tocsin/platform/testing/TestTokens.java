package org.tocsin.platform.testing;

import java.net.URI;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

/** Tokens that the services under test accept, signed with the key of {@link TocsinStack}. */
public final class TestTokens {

    private TestTokens() {}

    /** A token with these roles, valid for an hour; see {@code org.tocsin.platform.token.Roles}. */
    public static String token(String... roles) {
        return claims("test", roles).sign(privateKey());
    }

    /** A partner's token: role {@code partner}, claim {@code org}. */
    public static String partnerToken(UUID organisation) {
        return claims("partner-" + organisation, "partner")
                .claim("org", organisation.toString())
                .sign(privateKey());
    }

    /** {@code Bearer …}, the value of the Authorization header. */
    public static String bearer(String... roles) {
        return "Bearer " + token(roles);
    }

    // The system's time and not the test's: a test that moves its clock would otherwise lose its own token.
    private static JwtClaimsBuilder claims(String subject, String... roles) {
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        return Jwt.issuer("tocsin")
                .subject(subject)
                .upn(subject)
                .groups(Set.of(roles))
                .issuedAt(now)
                .expiresAt(now.plus(Duration.ofHours(1)));
    }

    private static PrivateKey privateKey() {
        return SigningKeys.readPrivateKey(
                Path.of(URI.create(TocsinStack.settings().get("smallrye.jwt.sign.key.location"))));
    }
}
