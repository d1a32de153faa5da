package org.tocsin.notify.secret;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.store.Row;
import org.tocsin.notify.store.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Keeps what a receiver asks us to prove ourselves with, encrypted: headers of its own, and a client certificate. */
@Singleton
public class SealedSettings {

    private static final String STORE =
            """
            insert into sealed_setting (subscription_id, kind, sealed) values (?, ?, ?)
            on conflict (subscription_id, kind) do update set sealed = excluded.sealed
            """;
    private static final String REMOVE = "delete from sealed_setting where subscription_id = ? and kind = ?";
    private static final String SELECT =
            "select subscription_id, kind, sealed from sealed_setting where subscription_id = any (?::uuid[])";

    private final Sql sql;
    private final Vault vault;
    private final ObjectMapper json;

    SealedSettings(Sql sql, Vault vault, ObjectMapper json) {
        this.sql = sql;
        this.vault = vault;
        this.json = json;
    }

    private enum Kind {
        HEADERS,
        CLIENT_CERTIFICATE
    }

    /** A certificate chain and its private key, both PEM. Its text is never logged. */
    public record ClientCertificate(String certificate, String key) {

        /** Tells nothing. */
        @Override
        public String toString() {
            return "ClientCertificate";
        }
    }

    /**
     * What one subscription has.
     *
     * @param headers sent with every webhook
     */
    public record Settings(Map<String, String> headers, @Nullable ClientCertificate certificate) {

        /** Nothing. */
        public static final Settings NONE = new Settings(Map.of(), null);

        public Settings {
            headers = Map.copyOf(headers);
        }

        /** Tells nothing. */
        @Override
        public String toString() {
            return "Settings";
        }
    }

    /** Puts headers in the place of those there are; an empty map removes them. */
    public void headers(UUID subscription, Map<String, String> headers) {
        if (headers.isEmpty()) {
            sql.update(REMOVE, subscription, Kind.HEADERS);
        } else {
            store(subscription, Kind.HEADERS, new LinkedHashMap<>(headers));
        }
    }

    /** Puts a certificate in the place of the one there is; null removes it. */
    public void certificate(UUID subscription, @Nullable ClientCertificate certificate) {
        if (certificate == null) {
            sql.update(REMOVE, subscription, Kind.CLIENT_CERTIFICATE);
        } else {
            store(subscription, Kind.CLIENT_CERTIFICATE, certificate);
        }
    }

    /** Those of the subscriptions that have any. */
    public Map<UUID, Settings> of(Collection<UUID> subscriptions) {
        Map<UUID, Settings> found = new HashMap<>();
        sql.list(SELECT, this::setting, subscriptions)
                .forEach(entry -> found.merge(entry.getKey(), entry.getValue(), SealedSettings::both));
        return found;
    }

    private static Settings both(Settings one, Settings other) {
        return new Settings(
                one.headers().isEmpty() ? other.headers() : one.headers(),
                one.certificate() == null ? other.certificate() : one.certificate());
    }

    private Map.Entry<UUID, Settings> setting(Row row) {
        UUID subscription = row.uuid("subscription_id");
        String plain = new String(vault.open(row.bytes("sealed"), subscription), StandardCharsets.UTF_8);
        try {
            Settings settings =
                    switch (Kind.valueOf(row.text("kind"))) {
                        case HEADERS ->
                            new Settings(json.readValue(plain, new TypeReference<Map<String, String>>() {}), null);
                        case CLIENT_CERTIFICATE ->
                            new Settings(Map.of(), json.readValue(plain, ClientCertificate.class));
                    };
            return Map.entry(subscription, settings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a sealed setting cannot be read");
        }
    }

    private void store(UUID subscription, Kind kind, Object value) {
        try {
            byte[] sealed = vault.seal(json.writeValueAsBytes(value), subscription);
            sql.update(STORE, subscription, kind, sealed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a sealed setting cannot be written");
        }
    }
}
