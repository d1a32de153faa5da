package org.tocsin.alert.alert;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The table of alerts as a map. */
final class MemoryAlerts extends AlertRepository {

    private final Map<UUID, Alert> rows;

    MemoryAlerts(Map<UUID, Alert> rows) {
        this.rows = rows;
    }

    @Override
    Optional<Alert> lock(UUID id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    List<Alert> lockAll(List<UUID> ids) {
        return ids.stream().sorted().map(rows::get).toList();
    }

    /** Only asked for the rows of some ids. */
    @Override
    public List<Alert> list(String query, Object... parameters) {
        return List.copyOf(rows.values());
    }

    @Override
    public void persist(Alert alert) {
        rows.put(alert.id(), alert);
    }
}
