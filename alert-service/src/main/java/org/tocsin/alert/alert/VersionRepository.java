package org.tocsin.alert.alert;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.paging.Cursor;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Versions of alerts. */
@ApplicationScoped
class VersionRepository implements PanacheRepositoryBase<AlertVersion, UUID> {

    private static final String LOCK =
            "SELECT pg_try_advisory_xact_lock(hashtextextended('alert.version.position', 0))";

    /**
     * One replica at a time gives places, to what is committed and after what has one: whoever has read up to a place has
     * missed nothing before it. The versions of one alert stay in order although clocks of replicas differ.
     */
    private static final String PLACE =
            """
            WITH waiting AS (
                SELECT id, alert_id, version,
                    max(changed_at) OVER (PARTITION BY alert_id ORDER BY version) AS told_at
                FROM alert_version WHERE position IS NULL AND alert IS NOT NULL),
            next AS (
                SELECT id, row_number() OVER (ORDER BY told_at, alert_id, version) AS number
                FROM waiting ORDER BY number LIMIT 1000),
            last AS (SELECT coalesce(max(position), 0) AS position FROM alert_version)
            UPDATE alert_version v SET position = last.position + next.number
            FROM next, last WHERE v.id = next.id
            """;

    List<AlertVersion> of(UUID alertId) {
        return list("alertId = ?1 order by version", alertId);
    }

    /** A page of them, in the same order. */
    List<AlertVersion> of(UUID alertId, @Nullable Cursor after, int limit) {
        long last = after == null ? 0 : after.number(0);
        return find("alertId = ?1 and version > ?2 order by version", alertId, last)
                .page(0, limit)
                .list();
    }

    Optional<AlertVersion> of(UUID alertId, int version) {
        return find("alertId = ?1 and version = ?2", alertId, version).firstResultOptional();
    }

    void place() {
        boolean granted = (Boolean) getEntityManager().createNativeQuery(LOCK).getSingleResult();
        if (granted) {
            getEntityManager().createNativeQuery(PLACE).executeUpdate();
        }
    }

    long lastPosition() {
        return getEntityManager()
                .createQuery("select coalesce(max(v.position), 0) from AlertVersion v", Long.class)
                .getSingleResult();
    }

    List<AlertVersion> after(long position, int limit) {
        return find("position > ?1 order by position", position).page(0, limit).list();
    }
}
