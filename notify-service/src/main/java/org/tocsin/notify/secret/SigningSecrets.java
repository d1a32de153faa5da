package org.tocsin.notify.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.tocsin.notify.store.Sql;

import com.github.f4b6a3.uuid.UuidCreator;

/** Keeps the signing secrets of each subscription, encrypted. */
@Singleton
public class SigningSecrets {

    private static final String INSERT =
            "insert into signing_secret (id, subscription_id, sealed, created_at) values (?, ?, ?, ?)";
    private static final String EXPIRE =
            """
            update signing_secret set expires_at = ?
             where subscription_id = ? and (expires_at is null or expires_at > ?)
            """;
    private static final String VALID =
            """
            select subscription_id, sealed from signing_secret
             where subscription_id = any (?) and (expires_at is null or expires_at > ?)
             order by created_at desc, id desc
            """;

    private final Sql sql;
    private final InstallationKey key;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SigningSecrets(Sql sql, InstallationKey key, Clock clock) {
        this.sql = sql;
        this.key = key;
        this.clock = clock;
    }

    /** Makes a secret for a new subscription; its text can be had this once only. */
    public SigningSecret create(UUID subscription) {
        SigningSecret secret = SigningSecret.random(random);
        byte[] sealed = cipher().seal(secret.text().getBytes(StandardCharsets.US_ASCII), owner(subscription));
        sql.update(INSERT, UuidCreator.getTimeOrderedEpoch(), subscription, sealed, clock.instant());
        return secret;
    }

    /** Puts a new secret in the place of the present ones, which sign beside it until the overlap is over. */
    public SigningSecret rotate(UUID subscription, Duration overlap) {
        Instant now = clock.instant();
        sql.update(EXPIRE, now.plus(overlap), subscription, now);
        return create(subscription);
    }

    /** All that are valid now, the newest of each subscription first. */
    public Map<UUID, List<SigningSecret>> valid(Collection<UUID> subscriptions) {
        SecretCipher cipher = cipher();
        return sql
                .list(
                        VALID,
                        row -> Map.entry(
                                row.uuid("subscription_id"),
                                open(cipher, row.uuid("subscription_id"), row.bytes("sealed"))),
                        subscriptions,
                        clock.instant())
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static SigningSecret open(SecretCipher cipher, UUID subscription, byte[] sealed) {
        return SigningSecret.parse(new String(cipher.open(sealed, owner(subscription)), StandardCharsets.US_ASCII));
    }

    private SecretCipher cipher() {
        return new SecretCipher(key.derive("secrets"), random);
    }

    private static byte[] owner(UUID subscription) {
        return ByteBuffer.allocate(16)
                .putLong(subscription.getMostSignificantBits())
                .putLong(subscription.getLeastSignificantBits())
                .array();
    }
}
