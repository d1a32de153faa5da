package org.tocsin.alert.alert;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Reports of alerts. */
@ApplicationScoped
class ReportRepository implements PanacheRepositoryBase<Report, UUID> {

    List<Report> of(UUID alertId) {
        return list("alertId = ?1 order by eventAt, id", alertId);
    }

    Optional<Report> of(UUID alertId, UUID documentId) {
        return find("alertId = ?1 and documentId = ?2", alertId, documentId).firstResultOptional();
    }
}
