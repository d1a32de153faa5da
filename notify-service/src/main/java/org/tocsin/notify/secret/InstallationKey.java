package org.tocsin.notify.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

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
 *
 * <p>To replace a key, the old one moves to {@code tocsin.notify.previous-keys}: what it sealed and signed stays good, and
 * everything new is made with the new one. The key in the database counts as such a previous one.
 */
@Singleton
public class InstallationKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final Optional<String> configured;
    private final List<String> previous;
    private final Sql sql;
    private final Map<String, List<byte[]>> derived = new ConcurrentHashMap<>();
    private @Nullable List<byte[]> roots;

    InstallationKey(NotifySettings settings, Sql sql) {
        this.configured = settings.key();
        this.previous = settings.previousKeys().orElse(List.of());
        this.sql = sql;
    }

    /**
     * Keys of 32 bytes for one purpose, the current one first. Nothing about another purpose's keys can be told from
     * them.
     */
    public List<byte[]> derive(String purpose) {
        return derived.computeIfAbsent(purpose, name -> roots().stream()
                .map(root -> mac(root, name.getBytes(StandardCharsets.UTF_8)))
                .toList());
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

    private synchronized List<byte[]> roots() {
        List<byte[]> present = roots;
        if (present == null) {
            List<byte[]> all = new ArrayList<>();
            configured.map(InstallationKey::decode).ifPresentOrElse(all::add, () -> all.add(made()));
            previous.stream().map(InstallationKey::decode).forEach(all::add);
            if (configured.isPresent()) {
                stored().ifPresent(all::add);
            }
            present = List.copyOf(all);
            roots = present;
        }
        return present;
    }

    private static byte[] decode(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64.trim());
        if (bytes.length < BYTES) {
            throw new IllegalStateException(
                    "tocsin.notify.key and previous-keys must be the base64 of at least 32 bytes each");
        }
        return bytes;
    }

    private byte[] made() {
        Log.info("tocsin.notify.key is not set: the database keeps a key of its own");
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        return QuarkusTransaction.joiningExisting().call(() -> {
            sql.update("insert into installation_key (key) values (?) on conflict do nothing", fresh);
            return stored().orElseThrow();
        });
    }

    private Optional<byte[]> stored() {
        return QuarkusTransaction.joiningExisting()
                .call(() -> sql.first("select key from installation_key", (Row row) -> row.bytes("key")));
    }
}
