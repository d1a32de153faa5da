package org.tocsin.alert.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.tocsin.alert.category.Categories;
import org.tocsin.alert.score.Scoring;

import com.github.f4b6a3.uuid.UuidCreator;

/**
 * The one way in which alerts change. Every change ends in {@link #settle}: the alert is assessed anew from its
 * reports, and what is worth telling becomes a version, an entry of the history and an event, all in one transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AlertKeeper {

    private final AlertRepository alerts;
    private final ReportRepository reports;
    private final VersionRepository versions;
    private final AlertPublication publication;
    private final Categories categories;
    private final Assessor assessor;
    private final Clock clock;

    AlertKeeper(
            AlertRepository alerts,
            ReportRepository reports,
            VersionRepository versions,
            AlertPublication publication,
            Categories categories,
            Scoring scoring,
            Clock clock) {
        this.alerts = alerts;
        this.reports = reports;
        this.versions = versions;
        this.publication = publication;
        this.categories = categories;
        this.assessor = new Assessor(categories, scoring);
        this.clock = clock;
    }

    /** Opens an alert with its first report and returns its id. */
    public UUID open(ReportFacts facts) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        open(id, facts.country(), List.of(report(id, facts, Attachment.first())), AlertChange.SYSTEM);
        return id;
    }

    /** Attaches a report to an alert that tells of the same event, and returns what it adds to it. */
    public Relation attach(UUID alertId, ReportFacts facts, String reason, double probability, @Nullable UUID copyOf) {
        Alert alert = alerts.lock(alertId).orElseThrow();
        List<Report> present = reports.of(alertId);
        Optional<Report> faster = present.stream()
                .filter(report -> report.documentId().equals(copyOf) && report.relation() != Relation.COPY)
                .filter(report -> report.eventAt().isAfter(facts.eventAt()))
                .findFirst();
        if (faster.isPresent()) {
            return takePlace(faster.get(), alert, present, facts, reason);
        }
        boolean known = known(facts, present);
        Relation relation = copyOf != null ? Relation.COPY : known ? Relation.UPDATE : Relation.INDEPENDENT;
        AlertState before = AlertState.of(alert);
        reports.persist(report(alertId, facts, new Attachment(relation, reason, probability, copyOf)));
        boolean reopened = reopens(alert, relation);
        settle(
                alert,
                before,
                Cause.report(relation, facts.source().name(), reopened),
                AlertChange.SYSTEM,
                reopened || relation == Relation.INDEPENDENT);
        return relation;
    }

    /** A copy that came before its text gives it its place, so that the order of arrival does not say who copied whom. */
    private Relation takePlace(Report faster, Alert alert, List<Report> present, ReportFacts facts, String reason) {
        AlertState before = AlertState.of(alert);
        List<Report> others =
                present.stream().filter(report -> report != faster).toList();
        Relation voice = known(facts, others) ? Relation.UPDATE : Relation.INDEPENDENT;
        Relation relation = faster.relation() == Relation.ORIGINAL ? Relation.ORIGINAL : voice;
        var place = new Attachment(relation, faster.reason(), faster.probability(), null);
        reports.persist(report(alert.id(), facts, place));
        others.stream()
                .filter(report -> faster.documentId().equals(report.copyOf()))
                .forEach(report -> report.becomeCopy(facts.documentId(), report.reason()));
        faster.becomeCopy(facts.documentId(), reason);
        settle(alert, before, Cause.report(relation, facts.source().name(), false), AlertChange.SYSTEM, false);
        return relation;
    }

    private static boolean known(ReportFacts facts, List<Report> present) {
        return present.stream()
                .filter(report -> report.relation() != Relation.COPY)
                .anyMatch(report -> report.voice().equals(facts.source().voice()));
    }

    /** Adds what a further signal of a document says to the report that the alert has of it. */
    public void enrich(UUID alertId, ReportFacts facts) {
        Alert alert = alerts.lock(alertId).orElseThrow();
        AlertState before = AlertState.of(alert);
        Report report = reports.of(alertId, facts.documentId()).orElseThrow();
        if (report.enrich(facts)) {
            if (alert.reports() == 1) {
                // The order in which one document's signals arrive must not decide.
                alert.recategorise(report.facts().categories().get(0));
            }
            settle(alert, before, Cause.moreKnown(facts.source().name()), AlertChange.SYSTEM, false);
        }
    }

    /** Opens an alert from reports that exist already; the first of the list leads. */
    Alert open(UUID id, String country, List<Report> first, String actor) {
        String category = first.get(0).facts().categories().get(0);
        var alert = new Alert(id, category, categories.get(category).family(), country, clock.instant());
        alert.assess(assessor.of(category, country, first));
        alerts.persist(alert);
        reports.persist(first);
        Report leading = first.get(0);
        var cause = Cause.report(Relation.ORIGINAL, leading.facts().source().name(), false);
        tell(alert, first, new AlertChange(AlertChange.Kind.OPENED, leading.reason(), cause, actor, null, List.of()));
        return alert;
    }

    /**
     * Assesses the alert anew and tells of what changed.
     *
     * @param worthTelling whether it is a version even when neither score nor figures changed
     */
    void settle(Alert alert, AlertState before, Cause cause, String actor, boolean worthTelling) {
        String reason = cause.text(alert.status());
        List<Report> all = reports.of(alert.id());
        if (!all.isEmpty()) {
            alert.assess(assessor.of(alert.category(), alert.country(), all));
        }
        boolean escalated = alert.band().above(before.band());
        if (escalated && alert.status() != AlertStatus.OPEN && alert.mergedInto() == null) {
            // Whoever took it up, or laid it aside, did so knowing less.
            alert.become(AlertStatus.OPEN);
        }
        AlertState after = AlertState.of(alert);
        Telling.of(before, after, worthTelling)
                .ifPresent(kind -> tell(
                        alert,
                        all,
                        new AlertChange(kind, reason, cause, actor, before.band(), before.changesTo(after))));
    }

    private void tell(Alert alert, List<Report> all, AlertChange change) {
        Instant now = clock.instant();
        alert.nextVersion(now);
        AlertView view = AlertView.from(alert, all);
        versions.persist(new AlertVersion(UuidCreator.getTimeOrderedEpoch(), view, change));
        publication.publish(view, change);
    }

    private static boolean reopens(Alert alert, Relation relation) {
        boolean reopens =
                switch (alert.status()) {
                    case OPEN, ACKNOWLEDGED -> false;
                    case CLOSED -> relation != Relation.COPY;
                    case RETRACTED -> relation == Relation.INDEPENDENT;
                };
        if (reopens) {
            alert.become(AlertStatus.OPEN);
        }
        return reopens;
    }

    private Report report(UUID alertId, ReportFacts facts, Attachment attachment) {
        return new Report(UuidCreator.getTimeOrderedEpoch(), alertId, facts, attachment, clock.instant());
    }
}
