package org.tocsin.standalone.installation;

import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.tocsin.standalone.process.StartException;

/** Mints the signed tokens that all services accept, without asking any of them. */
public final class TokenMint {

    private static final String ISSUER = "tocsin";

    private final PrivateKey key;
    private final Clock clock;

    public TokenMint(PrivateKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /**
     * Mints a token.
     *
     * @param subject who will use it, as it will show in histories
     * @param organisation whose subscriptions a partner may see; null for all other roles
     * @param validity from now
     */
    public String mint(String subject, List<String> roles, @Nullable String organisation, Duration validity) {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setSubject(subject);
        claims.setStringClaim("upn", subject);
        claims.setStringListClaim("groups", roles);
        if (organisation != null) {
            claims.setStringClaim("org", organisation);
        }
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(validity).getEpochSecond()));
        claims.setJwtId(UUID.randomUUID().toString());
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new StartException("The token cannot be signed: " + e.getMessage() + ".", e);
        }
    }
}
