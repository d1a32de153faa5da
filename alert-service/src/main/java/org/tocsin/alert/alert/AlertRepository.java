package org.tocsin.alert.alert;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;

/** Alerts, one by one; {@link AlertQueries} lists them. */
@ApplicationScoped
class AlertRepository implements PanacheRepositoryBase<Alert, UUID> {

    /** The alert, its row locked until the end of the transaction. */
    Optional<Alert> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The alerts in the order of their ids, which keeps two transactions from waiting for each other. */
    List<Alert> lockAll(List<UUID> ids) {
        return find("id in ?1", Sort.by("id"), ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
