package org.tocsin.alert.alert;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of reports as a list. */
final class MemoryReports extends ReportRepository {

    private final List<Report> rows;

    MemoryReports(List<Report> rows) {
        this.rows = rows;
    }

    @Override
    List<Report> of(UUID alertId) {
        return rows.stream()
                .filter(report -> report.alertId().equals(alertId))
                .sorted(Comparator.comparing(Report::eventAt))
                .toList();
    }

    @Override
    Optional<Report> of(UUID alertId, UUID documentId) {
        return of(alertId).stream()
                .filter(report -> report.documentId().equals(documentId))
                .findFirst();
    }

    @Override
    public void persist(Report report) {
        if (!rows.contains(report)) {
            rows.add(report);
        }
    }

    @Override
    public void persist(Iterable<Report> reports) {
        reports.forEach(this::persist);
    }

    @Override
    public void delete(Report report) {
        rows.remove(report);
    }
}
