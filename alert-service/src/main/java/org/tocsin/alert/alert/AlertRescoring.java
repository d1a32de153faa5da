package org.tocsin.alert.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.tocsin.alert.category.Categories;
import org.tocsin.alert.score.Score;
import org.tocsin.alert.score.Scoring;

/** Scores alerts anew without changing them. */
@ApplicationScoped
public class AlertRescoring {

    private final AlertRepository alerts;
    private final ReportRepository reports;
    private final Categories categories;
    private final EntityManager entityManager;

    AlertRescoring(
            AlertRepository alerts, ReportRepository reports, Categories categories, EntityManager entityManager) {
        this.alerts = alerts;
        this.reports = reports;
        this.categories = categories;
        this.entityManager = entityManager;
    }

    /**
     * Scores some alerts by other constants, in the order of their event time. Each call is a transaction of its own, so
     * that a long history holds none open.
     *
     * @param since event time of the first one, inclusive
     * @param after id of the last one of the call before with that event time, or the smallest of all
     * @param until event time, exclusive
     */
    @Transactional
    public List<Rescored> rescore(Scoring candidate, Instant since, UUID after, Instant until, int limit) {
        List<Alert> batch = alerts.find(
                        "mergedInto is null and openedAt < ?3 and (openedAt > ?1 or openedAt = ?1 and id > ?2) "
                                + "order by openedAt, id",
                        since,
                        after,
                        until)
                .page(0, limit)
                .list();
        Map<UUID, List<Report>> byAlert = reports
                .list("alertId in ?1", batch.stream().map(Alert::id).toList())
                .stream()
                .collect(Collectors.groupingBy(Report::alertId));
        var assessor = new Assessor(categories, candidate);
        List<Rescored> result = batch.stream()
                .filter(alert -> byAlert.containsKey(alert.id()))
                .map(alert -> rescored(
                        alert,
                        assessor.of(alert.category(), alert.country(), byAlert.get(alert.id()))
                                .score()))
                .toList();
        entityManager.clear();
        return result;
    }

    private static Rescored rescored(Alert alert, Score score) {
        return new Rescored(
                alert.id(),
                alert.title(),
                alert.category(),
                alert.openedAt(),
                alert.severity(),
                alert.band(),
                score.severity(),
                score.band(),
                score.components());
    }
}
