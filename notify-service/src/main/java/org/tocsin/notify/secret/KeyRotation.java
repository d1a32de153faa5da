package org.tocsin.notify.secret;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import org.tocsin.notify.store.Row;
import org.tocsin.notify.store.Sql;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/** Seals anew, bit by bit, what was sealed with a key that has been replaced, so that the old key can be forgotten. */
@Singleton
class KeyRotation {

    private final Sql sql;
    private final Vault vault;

    KeyRotation(Sql sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    private record Sealed(UUID id, UUID subscription, String kind, byte[] bytes) {}

    /** Ends at once when everything is sealed with the current key. */
    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void run() {
        int resealed = 0;
        for (Sealed one : sealed("select id, subscription_id, kind, sealed from signing_secret")) {
            if (vault.outdated(one.bytes(), one.subscription())) {
                sql.update("update signing_secret set sealed = ? where id = ?", again(one), one.id());
                resealed++;
            }
        }
        for (Sealed one : sealed("select subscription_id as id, subscription_id, kind, sealed from sealed_setting")) {
            if (vault.outdated(one.bytes(), one.subscription())) {
                sql.update(
                        "update sealed_setting set sealed = ? where subscription_id = ? and kind = ?",
                        again(one),
                        one.subscription(),
                        one.kind());
                resealed++;
            }
        }
        if (resealed > 0) {
            Log.infof("%d secrets were sealed anew with the current key", resealed);
        }
    }

    private byte[] again(Sealed one) {
        return vault.seal(vault.open(one.bytes(), one.subscription()), one.subscription());
    }

    private List<Sealed> sealed(String query) {
        return sql.list(query, KeyRotation::row);
    }

    private static Sealed row(Row row) {
        return new Sealed(row.uuid("id"), row.uuid("subscription_id"), row.text("kind"), row.bytes("sealed"));
    }
}
