package org.tocsin.alert.alert;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.paging.Cursor;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Reports of alerts. */
@ApplicationScoped
class ReportRepository implements PanacheRepositoryBase<Report, UUID> {

    List<Report> of(UUID alertId) {
        return list("alertId = ?1 order by eventAt, id", alertId);
    }

    /** A page of them, in the same order. */
    List<Report> of(UUID alertId, @Nullable Cursor after, int limit) {
        var found = after == null
                ? find("alertId = ?1 order by eventAt, id", alertId)
                : find(
                        "alertId = ?1 and (eventAt, id) > (?2, ?3) order by eventAt, id",
                        alertId,
                        after.instant(0),
                        after.uuid(1));
        return found.page(0, limit).list();
    }

    Optional<Report> of(UUID alertId, UUID documentId) {
        return find("alertId = ?1 and documentId = ?2", alertId, documentId).firstResultOptional();
    }
}
