package org.tocsin.notify.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.tocsin.notify.store.Sql;

/** Every version of every alert that was seen. Versions never change, so the latest used are kept in memory. */
@Singleton
public class AlertVersions {

    private static final int KEPT = 500;
    private static final String INSERT =
            """
            insert into alert_version (alert_id, version, kind, occurred_at, seen_at, data, body)
            select v.alert_id, v.version, v.kind, v.occurred_at, ?, v.data, v.body
              from unnest(?::uuid[], ?::int4[], ?::text[], ?::timestamptz[], ?::bytea[], ?::bytea[])
                   as v(alert_id, version, kind, occurred_at, data, body)
            on conflict do nothing
            """;
    private static final String SELECT =
            """
            select v.alert_id, v.version, v.kind, v.occurred_at, v.data, v.body
              from alert_version v
              join unnest(?::uuid[], ?::int4[]) as w(alert_id, version)
                on w.alert_id = v.alert_id and w.version = v.version
            """;

    private final Sql sql;
    private final Clock clock;
    private final Map<Key, Stored> cache = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Stored> eldest) {
            return size() > KEPT;
        }
    });

    AlertVersions(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Names a version of an alert. */
    public record Key(UUID alert, int version) {}

    /**
     * A version as it was stored.
     *
     * @param data of the event, as it came
     * @param body that webhooks get
     */
    public record Stored(Key key, ChangeKind kind, Instant occurredAt, byte[] data, byte[] body) {}

    /** Stores versions in the running transaction; what is there already stays as it is. */
    public void store(List<Stored> versions) {
        sql.update(
                INSERT,
                clock.instant(),
                versions.stream().map(version -> version.key().alert()).toList(),
                versions.stream().map(version -> version.key().version()).toList(),
                versions.stream().map(Stored::kind).toList(),
                versions.stream().map(Stored::occurredAt).toList(),
                versions.stream().map(Stored::data).toList(),
                versions.stream().map(Stored::body).toList());
    }

    /** Those of the versions that are there. */
    public Map<Key, Stored> find(Collection<Key> keys) {
        Map<Key, Stored> found = new HashMap<>();
        List<Key> missing = new ArrayList<>();
        for (Key key : keys) {
            Stored cached = cache.get(key);
            if (cached == null) {
                missing.add(key);
            } else {
                found.put(key, cached);
            }
        }
        if (!missing.isEmpty()) {
            load(missing).forEach(stored -> {
                cache.put(stored.key(), stored);
                found.put(stored.key(), stored);
            });
        }
        return found;
    }

    private List<Stored> load(List<Key> keys) {
        return sql.list(
                SELECT,
                row -> new Stored(
                        new Key(row.uuid("alert_id"), row.integer("version")),
                        ChangeKind.valueOf(row.text("kind")),
                        row.instant("occurred_at"),
                        row.bytes("data"),
                        row.bytes("body")),
                keys.stream().map(Key::alert).toList(),
                keys.stream().map(Key::version).toList());
    }
}
