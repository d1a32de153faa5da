package org.tocsin.alert.alert;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.paging.Cursor;
import org.tocsin.platform.paging.Page;
import org.tocsin.platform.paging.PageQuery;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.problem.ProblemException.FieldError;
import org.tocsin.platform.version.EntityTags;

/** What readers and editors ask of alerts, each in one transaction. */
@ApplicationScoped
@Transactional
public class AlertService {

    private final AlertRepository alerts;
    private final ReportRepository reports;
    private final VersionRepository versions;
    private final AlertKeeper keeper;
    private final EntityManager entityManager;
    private final Clock clock;

    AlertService(
            AlertRepository alerts,
            ReportRepository reports,
            VersionRepository versions,
            AlertKeeper keeper,
            EntityManager entityManager,
            Clock clock) {
        this.alerts = alerts;
        this.reports = reports;
        this.versions = versions;
        this.keeper = keeper;
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** The alert with its reports. */
    public AlertView get(UUID id) {
        Alert alert = alerts.findByIdOptional(id).orElseThrow(AlertService::notFound);
        return AlertView.from(alert, reports.of(id));
    }

    /** The alerts with their reports, in the order of the ids; those that do not exist are left out. */
    public List<AlertView> list(List<UUID> ids) {
        Map<UUID, Alert> found =
                alerts.list("id in ?1", ids).stream().collect(Collectors.toMap(Alert::id, Function.identity()));
        Map<UUID, List<Report>> byAlert =
                reports.list("alertId in ?1", ids).stream().collect(Collectors.groupingBy(Report::alertId));
        return ids.stream()
                .filter(found::containsKey)
                .map(id -> AlertView.from(found.get(id), byAlert.getOrDefault(id, List.of())))
                .toList();
    }

    /** The reports of an alert, the earliest first. */
    public Page<ReportView> reports(UUID id, PageQuery page) {
        alerts.findByIdOptional(id).orElseThrow(AlertService::notFound);
        return page.page(
                reports.of(id, page.cursor(2), page.limitPlusOne()),
                ReportView::from,
                report -> Cursor.encode(report.eventAt(), report.id()));
    }

    /** All versions of an alert, the first one first. */
    public List<VersionView> versions(UUID id) {
        alerts.findByIdOptional(id).orElseThrow(AlertService::notFound);
        return versions.of(id).stream().map(AlertVersion::view).toList();
    }

    /** A page of them. */
    public Page<VersionView> versions(UUID id, PageQuery page) {
        alerts.findByIdOptional(id).orElseThrow(AlertService::notFound);
        return page.page(
                versions.of(id, page.cursor(1), page.limitPlusOne()),
                AlertVersion::view,
                version -> Cursor.encode(version.version()));
    }

    /**
     * The alert as it was when a version was told.
     *
     * @param version 1 or more
     */
    public AlertView version(UUID id, int version) {
        AlertView now = get(id);
        AlertVersion wanted = versions.of(id, version)
                .orElseThrow(() -> ProblemException.notFound("The alert has no version " + version));
        return wanted.alert()
                .or(() -> Optional.of(now).filter(alert -> alert.version() == version))
                .orElseThrow(() -> ProblemException.notFound("Only the history entry of this version was kept"));
    }

    /**
     * Changes state or title.
     *
     * @param ifMatch the ETag of what the caller has read, or null if any will do
     */
    public AlertView patch(UUID id, @Nullable String ifMatch, PatchAlert patch, String actor) {
        Alert alert = locked(id, ifMatch);
        if (patch.status() == null && patch.title() == null) {
            throw ProblemException.invalid(
                    "Nothing to change", List.of(new FieldError("/status", "give a status or a title")));
        }
        if (patch.status() == AlertStatus.RETRACTED && blank(patch.reason())) {
            throw ProblemException.invalid(
                    "A retraction needs a reason", List.of(new FieldError("/reason", "must not be empty")));
        }
        if (alert.mergedInto() != null) {
            throw ProblemException.conflict("This alert is part of alert " + alert.mergedInto());
        }
        AlertState before = AlertState.of(alert);
        if (patch.status() != null && patch.status() != alert.status()) {
            become(alert, patch.status());
            alert.judge(reason(patch.reason(), ""), clock.instant());
        }
        if (patch.title() != null) {
            alert.rename(patch.title().strip());
        }
        boolean changed = !before.changesTo(AlertState.of(alert)).isEmpty();
        if (changed) {
            keeper.settle(alert, before, Cause.by(patched(patch), note(patch.reason())), actor, true);
        }
        return view(alert);
    }

    private Alert locked(UUID id, @Nullable String ifMatch) {
        Alert alert = alerts.lock(id).orElseThrow(AlertService::notFound);
        // The row may have been read before the lock was granted.
        entityManager.refresh(alert);
        EntityTags.check(ifMatch, alert.revision());
        return alert;
    }

    private static void become(Alert alert, AlertStatus status) {
        try {
            alert.become(status);
        } catch (IllegalStateException e) {
            throw ProblemException.conflict(e.getMessage());
        }
    }

    private AlertView view(Alert alert) {
        // Only a flushed entity knows its new revision.
        entityManager.flush();
        return AlertView.from(alert, reports.of(alert.id()));
    }

    private static Cause.Code patched(PatchAlert patch) {
        return patch.status() == null ? Cause.Code.TITLE_EDITED : Cause.Code.STATUS_SET;
    }

    static String reason(@Nullable String given, String otherwise) {
        return blank(given) ? otherwise : given.strip();
    }

    static @Nullable String note(@Nullable String given) {
        return blank(given) ? null : given.strip();
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    static ProblemException notFound() {
        return ProblemException.notFound("There is no such alert");
    }
}
