package org.tocsin.alert.alert;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Versions of alerts. */
@ApplicationScoped
class VersionRepository implements PanacheRepositoryBase<AlertVersion, UUID> {

    List<AlertVersion> of(UUID alertId) {
        return list("alertId = ?1 order by version", alertId);
    }
}
