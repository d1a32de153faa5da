package org.tocsin.alert.alert;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.problem.ProblemException.FieldError;
import org.tocsin.platform.version.EntityTags;

import com.github.f4b6a3.uuid.UuidCreator;

/** Merges, splits and moves what the matcher put together wrongly. Later reports follow the ones that were moved. */
@ApplicationScoped
@Transactional
class AlertRegrouping {

    private final AlertRepository alerts;
    private final ReportRepository reports;
    private final AdoptionRepository adoptions;
    private final AlertKeeper keeper;
    private final EventLocks locks;
    private final EntityManager entityManager;

    AlertRegrouping(
            AlertRepository alerts,
            ReportRepository reports,
            AdoptionRepository adoptions,
            AlertKeeper keeper,
            EventLocks locks,
            EntityManager entityManager) {
        this.alerts = alerts;
        this.reports = reports;
        this.adoptions = adoptions;
        this.keeper = keeper;
        this.locks = locks;
        this.entityManager = entityManager;
    }

    /**
     * Makes other alerts a part of this one.
     *
     * @param ifMatch the ETag of what the caller has read, or null if any will do
     */
    AlertView merge(UUID id, @Nullable String ifMatch, MergeAlerts merge, String actor) {
        if (merge.alerts().contains(id)) {
            throw ProblemException.invalid(
                    "An alert cannot be merged into itself", List.of(new FieldError("/alerts", "contains the alert")));
        }
        List<UUID> ids =
                Stream.concat(Stream.of(id), merge.alerts().stream()).distinct().toList();
        List<Alert> all = lockAll(ids);
        Alert target = find(id, all);
        EntityTags.check(ifMatch, target.revision());
        all.forEach(AlertRegrouping::requireWhole);
        List<Alert> merged =
                all.stream().filter(alert -> !alert.id().equals(id)).toList();
        requireOpenTo(target, merged.stream().anyMatch(alert -> alert.status().live()));
        AlertState before = AlertState.of(target);
        String reason = AlertService.reason(merge.reason(), "Same event");
        boolean live = merged.stream().anyMatch(alert -> alert.status().live());
        merged.forEach(alert -> absorb(target, alert, reason, AlertService.note(merge.reason()), actor));
        entityManager.flush();
        reopenFor(live, target);
        keeper.settle(target, before, Cause.by(Cause.Code.MERGED, AlertService.note(merge.reason())), actor, true);
        return view(target);
    }

    /**
     * Takes reports out of an alert, into a new one or another one.
     *
     * @param ifMatch the ETag of what the caller has read, or null if any will do
     * @return the alert that has them now
     */
    AlertView split(UUID id, @Nullable String ifMatch, SplitAlert split, String actor) {
        UUID into = split.into();
        if (id.equals(into)) {
            throw ProblemException.invalid(
                    "The reports are in this alert already", List.of(new FieldError("/into", "is the alert itself")));
        }
        List<Alert> all = lockAll(into == null ? List.of(id) : List.of(id, into));
        Alert from = find(id, all);
        EntityTags.check(ifMatch, from.revision());
        all.forEach(AlertRegrouping::requireWhole);
        List<Report> present = reports.of(id);
        List<Report> leaving = leaving(present, new HashSet<>(split.documentIds()));
        String note = AlertService.note(split.reason());
        String reason = note == null ? "Another event" : note;
        AlertState before = AlertState.of(from);
        Alert target = into == null
                ? openWith(from, leaving, reason, actor)
                : moveInto(find(into, all), from, leaving, reason, note, actor);
        promote(present, leaving);
        entityManager.flush();
        keeper.settle(from, before, Cause.by(Cause.Code.REPORTS_TAKEN_OUT, note), actor, true);
        return view(target);
    }

    private void absorb(Alert target, Alert merged, String reason, @Nullable String note, String actor) {
        AlertState before = AlertState.of(merged);
        move(reports.of(merged.id()), target.id(), reason);
        entityManager.flush();
        adoptions.adopt(target, merged);
        merged.mergeInto(target.id());
        keeper.settle(merged, before, Cause.mergedInto(target.id(), note), actor, true);
    }

    private Alert openWith(Alert from, List<Report> leaving, String reason, String actor) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Map<Report, Attachment> attachments = Regrouping.into(List.of(), leaving, reason);
        attachments.forEach((report, attachment) -> report.moveTo(id, attachment));
        Alert opened = keeper.open(id, from.country(), List.copyOf(attachments.keySet()), actor);
        entityManager.flush();
        adoptions.adopt(opened, from);
        return opened;
    }

    private Alert moveInto(
            Alert target, Alert from, List<Report> leaving, String reason, @Nullable String note, String actor) {
        requireOpenTo(target, from.status().live());
        AlertState before = AlertState.of(target);
        move(leaving, target.id(), reason);
        adoptions.adopt(target, from);
        entityManager.flush();
        reopenFor(from.status().live(), target);
        keeper.settle(target, before, Cause.by(Cause.Code.REPORTS_MOVED_HERE, note), actor, true);
        return target;
    }

    /** Hands reports over; a document that the target already has is not taken twice. */
    private void move(List<Report> moving, UUID targetId, String reason) {
        Map<Report, Attachment> attachments = Regrouping.into(reports.of(targetId), moving, reason);
        for (Report report : moving) {
            Attachment attachment = attachments.get(report);
            if (attachment == null) {
                reports.delete(report);
            } else {
                report.moveTo(targetId, attachment);
            }
        }
    }

    private static void promote(List<Report> present, List<Report> leaving) {
        var staying = new ArrayList<>(present);
        staying.removeAll(leaving);
        Regrouping.promoted(staying)
                .forEach(report -> report.moveTo(
                        report.alertId(),
                        new Attachment(Relation.ORIGINAL, report.reason(), report.probability(), null)));
    }

    private static List<Report> leaving(List<Report> all, Set<UUID> documents) {
        List<Report> leaving = Regrouping.leaving(all, documents);
        if (leaving.isEmpty() || leaving.size() == all.size()) {
            throw ProblemException.invalid(
                    "Some reports must go and some must stay; to move all of them, merge the alerts",
                    List.of(new FieldError(
                            "/documentIds", leaving.isEmpty() ? "not in this alert" : "holds all of them")));
        }
        return leaving;
    }

    /** A live event must not vanish in an alert that somebody has laid aside as a false alarm. */
    private static void requireOpenTo(Alert target, boolean live) {
        if (live && target.status() == AlertStatus.RETRACTED) {
            throw ProblemException.conflict(
                    "Alert " + target.id() + " is RETRACTED and cannot take live reports; open it again first");
        }
    }

    private static void reopenFor(boolean live, Alert target) {
        if (live && target.status() == AlertStatus.CLOSED) {
            target.become(AlertStatus.OPEN);
        }
    }

    private static void requireWhole(Alert alert) {
        if (alert.mergedInto() != null) {
            throw ProblemException.conflict("Alert " + alert.id() + " is part of alert " + alert.mergedInto());
        }
    }

    /** Locks what the matcher would lock, then the rows, and reads them as they are once that is granted. */
    private List<Alert> lockAll(List<UUID> ids) {
        locks.acquire(alerts.list("id in ?1", ids).stream()
                .map(alert -> EventLocks.key(alert.country()))
                .toArray(String[]::new));
        List<Alert> all = alerts.lockAll(ids);
        if (all.size() < ids.size()) {
            throw AlertService.notFound();
        }
        all.forEach(entityManager::refresh);
        return all;
    }

    private static Alert find(UUID id, List<Alert> all) {
        return all.stream().filter(alert -> alert.id().equals(id)).findFirst().orElseThrow(AlertService::notFound);
    }

    private AlertView view(Alert alert) {
        // Only a flushed entity knows its new revision.
        entityManager.flush();
        return AlertView.from(alert, reports.of(alert.id()));
    }
}
