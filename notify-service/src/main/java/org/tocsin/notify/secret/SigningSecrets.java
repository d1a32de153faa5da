package org.tocsin.notify.secret;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.tocsin.notify.store.Row;
import org.tocsin.notify.store.Sql;

import com.github.f4b6a3.uuid.UuidCreator;

/** Keeps what the webhooks of each subscription are signed with, encrypted: a secret, and a key pair beside it. */
@Singleton
public class SigningSecrets {

    private static final String INSERT =
            "insert into signing_secret (id, subscription_id, kind, sealed, created_at) values (?, ?, ?, ?, ?)";
    private static final String EXPIRE =
            """
            update signing_secret set expires_at = ?
             where subscription_id = ? and (expires_at is null or expires_at > ?)
            """;
    private static final String VALID =
            """
            select subscription_id, kind, sealed from signing_secret
             where subscription_id = any (?::uuid[]) and (kind = 'HMAC' or subscription_id = any (?::uuid[]))
               and (expires_at is null or expires_at > ?)
             order by created_at desc, id desc
            """;

    private final Sql sql;
    private final Vault vault;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SigningSecrets(Sql sql, Vault vault, Clock clock) {
        this.sql = sql;
        this.vault = vault;
        this.clock = clock;
    }

    private enum Kind {
        HMAC,
        ED25519
    }

    /** What one subscription's webhooks are signed with, the newest first; older ones until their overlap is over. */
    public record Signing(List<SigningSecret> secrets, List<SigningKey> keys) {

        /** Nothing. */
        public static final Signing NONE = new Signing(List.of(), List.of());

        public Signing {
            secrets = List.copyOf(secrets);
            keys = List.copyOf(keys);
        }
    }

    /** Makes a secret and a key pair for a new subscription; the secret's text can be had this once only. */
    public SigningSecret create(UUID subscription) {
        SigningSecret secret = SigningSecret.random(random);
        insert(subscription, Kind.HMAC, secret.text().getBytes(StandardCharsets.US_ASCII));
        insert(subscription, Kind.ED25519, SigningKey.random().stored());
        return secret;
    }

    private void insert(UUID subscription, Kind kind, byte[] plain) {
        byte[] sealed = vault.seal(plain, subscription);
        sql.update(INSERT, UuidCreator.getTimeOrderedEpoch(), subscription, kind, sealed, clock.instant());
    }

    /** Puts a new secret and key in the place of the present ones, which sign beside them until the overlap is over. */
    public SigningSecret rotate(UUID subscription, Duration overlap) {
        Instant now = clock.instant();
        sql.update(EXPIRE, now.plus(overlap), subscription, now);
        return create(subscription);
    }

    /** Makes a key pair for a subscription from before there were any. */
    public void ensureKey(UUID subscription) {
        if (valid(List.of(subscription), List.of(subscription))
                .get(subscription)
                .keys()
                .isEmpty()) {
            insert(subscription, Kind.ED25519, SigningKey.random().stored());
        }
    }

    /**
     * All that are valid now.
     *
     * @param withKeys of those subscriptions the key pairs too
     */
    public Map<UUID, Signing> valid(Collection<UUID> subscriptions, Collection<UUID> withKeys) {
        Map<UUID, List<SigningSecret>> secrets = new HashMap<>();
        Map<UUID, List<SigningKey>> keys = new HashMap<>();
        sql.list(VALID, this::open, subscriptions, withKeys, clock.instant()).forEach(one -> {
            if (one.kind() == Kind.HMAC) {
                secrets.computeIfAbsent(one.subscription(), id -> new ArrayList<>())
                        .add(SigningSecret.parse(new String(one.plain(), StandardCharsets.US_ASCII)));
            } else {
                keys.computeIfAbsent(one.subscription(), id -> new ArrayList<>())
                        .add(SigningKey.of(one.plain()));
            }
        });
        Map<UUID, Signing> valid = new HashMap<>();
        for (UUID subscription : subscriptions) {
            valid.put(
                    subscription,
                    new Signing(
                            secrets.getOrDefault(subscription, List.of()), keys.getOrDefault(subscription, List.of())));
        }
        return valid;
    }

    private record Opened(UUID subscription, Kind kind, byte[] plain) {}

    private Opened open(Row row) {
        UUID subscription = row.uuid("subscription_id");
        return new Opened(subscription, Kind.valueOf(row.text("kind")), vault.open(row.bytes("sealed"), subscription));
    }
}
