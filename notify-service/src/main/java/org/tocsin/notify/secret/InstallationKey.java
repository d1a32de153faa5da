package org.tocsin.notify.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.settings.NotifySettings;
import org.tocsin.notify.store.Row;
import org.tocsin.notify.store.Sql;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * The key from which the keys for secrets and links are derived: {@code tocsin.notify.key}, base64 of 32 bytes or more.
 * Without one, a random key is made once and kept in the database, so that links and secrets outlive a restart.
 */
@Singleton
public class InstallationKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final Optional<String> configured;
    private final Sql sql;
    private byte @Nullable [] key;

    InstallationKey(NotifySettings settings, Sql sql) {
        this.configured = settings.key();
        this.sql = sql;
    }

    /** A key of 32 bytes for one purpose. Nothing about another purpose's key can be told from it. */
    public byte[] derive(String purpose) {
        return mac(root(), purpose.getBytes(StandardCharsets.UTF_8));
    }

    /** HMAC-SHA256. */
    static byte[] mac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }

    private synchronized byte[] root() {
        byte[] present = key;
        if (present == null) {
            present = configured.map(InstallationKey::decode).orElseGet(this::stored);
            key = present;
        }
        return present;
    }

    private static byte[] decode(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64.trim());
        if (bytes.length < BYTES) {
            throw new IllegalStateException("tocsin.notify.key must be the base64 of at least 32 bytes");
        }
        return bytes;
    }

    private byte[] stored() {
        Log.info("tocsin.notify.key is not set: the database keeps a key of its own");
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        return QuarkusTransaction.joiningExisting().call(() -> {
            sql.update("insert into installation_key (key) values (?) on conflict do nothing", fresh);
            return sql.first("select key from installation_key", (Row row) -> row.bytes("key"))
                    .orElseThrow();
        });
    }
}
