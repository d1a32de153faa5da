package org.tocsin.alert.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.problem.ProblemException.FieldError;
import org.tocsin.platform.version.EntityTags;

import com.github.f4b6a3.uuid.UuidCreator;

/** What readers and editors ask of alerts, each in one transaction. */
@ApplicationScoped
@Transactional
public class AlertService {

    private final AlertRepository alerts;
    private final ReportRepository reports;
    private final VersionRepository versions;
    private final AlertKeeper keeper;
    private final EventLocks locks;
    private final EntityManager entityManager;

    AlertService(
            AlertRepository alerts,
            ReportRepository reports,
            VersionRepository versions,
            AlertKeeper keeper,
            EventLocks locks,
            EntityManager entityManager) {
        this.alerts = alerts;
        this.reports = reports;
        this.versions = versions;
        this.keeper = keeper;
        this.locks = locks;
        this.entityManager = entityManager;
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

    /** All reports of an alert, the earliest first. */
    public List<ReportView> reports(UUID id) {
        alerts.findByIdOptional(id).orElseThrow(AlertService::notFound);
        return reports.of(id).stream().map(ReportView::from).toList();
    }

    /** All versions of an alert, the first one first. */
    public List<VersionView> versions(UUID id) {
        alerts.findByIdOptional(id).orElseThrow(AlertService::notFound);
        return versions.of(id).stream().map(AlertVersion::view).toList();
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
        }
        if (patch.title() != null) {
            alert.rename(patch.title().strip());
        }
        boolean changed = !before.changesTo(AlertState.of(alert)).isEmpty();
        if (changed) {
            keeper.settle(alert, before, reason(patch.reason(), patched(patch)), actor, true);
        }
        return view(alert);
    }

    /** Makes other alerts a part of this one. Their reports move here, and so will later ones. */
    public AlertView merge(UUID id, @Nullable String ifMatch, MergeAlerts merge, String actor) {
        if (merge.alerts().contains(id)) {
            throw ProblemException.invalid(
                    "An alert cannot be merged into itself", List.of(new FieldError("/alerts", "contains the alert")));
        }
        List<UUID> ids =
                Stream.concat(Stream.of(id), merge.alerts().stream()).distinct().toList();
        lockEvents(ids);
        List<Alert> all = alerts.lockAll(ids);
        if (all.size() < ids.size()) {
            throw notFound();
        }
        Alert target = locked(id, ifMatch);
        for (Alert alert : all) {
            if (alert.mergedInto() != null) {
                throw ProblemException.conflict("Alert " + alert.id() + " is already part of another one");
            }
        }
        AlertState before = AlertState.of(target);
        all.stream()
                .filter(alert -> !alert.id().equals(id))
                .forEach(alert -> absorb(target, alert, reason(merge.reason(), "Same event"), actor));
        entityManager.flush();
        keeper.settle(target, before, reason(merge.reason(), "Merged with the same event"), actor, true);
        return view(target);
    }

    /** Takes reports out of an alert, into a new one or another one. Returns the alert that has them now. */
    public AlertView split(UUID id, @Nullable String ifMatch, SplitAlert split, String actor) {
        UUID into = split.into();
        List<UUID> ids = into == null ? List.of(id) : List.of(id, into);
        lockEvents(ids);
        alerts.lockAll(ids);
        Alert from = locked(id, ifMatch);
        List<Report> all = reports.of(id);
        List<Report> leaving = leaving(all, new HashSet<>(split.documentIds()));
        if (leaving.isEmpty() || leaving.size() == all.size()) {
            throw ProblemException.invalid(
                    "Some reports must go and some must stay",
                    List.of(new FieldError(
                            "/documentIds", leaving.isEmpty() ? "not in this alert" : "holds all of them")));
        }
        String reason = reason(split.reason(), "Another event");
        AlertState before = AlertState.of(from);
        Alert target = into == null ? openWith(from, leaving, reason, actor) : moveInto(into, leaving, reason, actor);
        entityManager.flush();
        keeper.settle(from, before, reason, actor, true);
        return view(target);
    }

    private void absorb(Alert target, Alert merged, String reason, String actor) {
        AlertState before = AlertState.of(merged);
        move(reports.of(merged.id()), target.id(), reason);
        entityManager.flush();
        merged.mergeInto(target.id());
        keeper.settle(merged, before, "Merged: " + reason, actor, true);
    }

    private Alert openWith(Alert from, List<Report> leaving, String reason, String actor) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        List<Report> inOrder = leaving.stream()
                .sorted(Comparator.comparing((Report report) -> report.relation() == Relation.COPY)
                        .thenComparing(Report::eventAt))
                .toList();
        inOrder.get(0).moveTo(id, new Attachment(Relation.ORIGINAL, reason, 1, null));
        inOrder.stream()
                .skip(1)
                .forEach(report -> report.moveTo(
                        id, new Attachment(report.relation(), reason, report.probability(), report.copyOf())));
        return keeper.open(id, from.country(), inOrder, actor);
    }

    private Alert moveInto(UUID into, List<Report> leaving, String reason, String actor) {
        Alert target = locked(into, null);
        AlertState before = AlertState.of(target);
        move(leaving, into, reason);
        entityManager.flush();
        keeper.settle(target, before, reason, actor, true);
        return target;
    }

    /** Hands reports over; a document that the target already has is not taken twice. */
    private void move(List<Report> moving, UUID targetId, String reason) {
        var present = new ArrayList<>(reports.of(targetId));
        for (Report report : moving) {
            if (present.stream().anyMatch(other -> other.documentId().equals(report.documentId()))) {
                reports.delete(report);
                continue;
            }
            boolean known = present.stream().anyMatch(other -> other.voice().equals(report.voice()));
            Relation relation =
                    report.relation() == Relation.COPY ? Relation.COPY : known ? Relation.UPDATE : Relation.INDEPENDENT;
            report.moveTo(targetId, new Attachment(relation, reason, report.probability(), report.copyOf()));
            present.add(report);
        }
    }

    private static List<Report> leaving(List<Report> all, Set<UUID> documents) {
        return all.stream()
                .filter(report -> documents.contains(report.documentId())
                        || (report.copyOf() != null && documents.contains(report.copyOf())))
                .toList();
    }

    private void lockEvents(List<UUID> ids) {
        locks.acquire(alerts.list("id in ?1", ids).stream()
                .map(alert -> EventLocks.key(alert.family(), alert.country()))
                .toArray(String[]::new));
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

    private static String patched(PatchAlert patch) {
        return patch.status() == null ? "Title edited" : "Set to " + patch.status();
    }

    private static String reason(@Nullable String given, String otherwise) {
        return blank(given) ? otherwise : given.strip();
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("There is no such alert");
    }
}
