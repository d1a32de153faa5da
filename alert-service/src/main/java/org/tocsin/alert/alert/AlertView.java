package org.tocsin.alert.alert;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.tocsin.alert.fact.Place;
import org.tocsin.alert.score.Band;
import org.tocsin.alert.score.ScoreComponent;
import org.tocsin.alert.score.Urgency;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * An alert as the API and the events show it.
 *
 * @param version counts what the world was told of this alert
 * @param category the leading category; {@code categories} holds it and further aspects of the same event
 * @param titleEdited whether a person wrote the title
 * @param headline what the title is made of; null in alerts that were last assessed before it was kept
 * @param score the parts of the severity, which they add up to
 * @param reports at most {@value #MAX_REPORTS}, the first one and the latest; all are under {@code /reports}
 * @param reportCount how many there are, copies included
 * @param independentSources how many voices these are
 * @param openedAt event time of the earliest report
 * @param lastEventAt event time of the latest report
 * @param updatedAt when the last change was made
 * @param mergedInto the alert that took this one over, if any
 * @param revision makes the ETag; not part of the JSON
 */
public record AlertView(
        UUID id,
        int version,
        String category,
        List<String> categories,
        AlertStatus status,
        Band band,
        int severity,
        double confidence,
        String confidenceReason,
        Urgency urgency,
        String title,
        String summary,
        boolean titleEdited,
        @Nullable Headline headline,
        List<String> countries,
        List<Place> places,
        List<FigureView> figures,
        List<ScoreComponent> score,
        String scoreVersion,
        List<ReportView> reports,
        int reportCount,
        int independentSources,
        Instant openedAt,
        Instant lastEventAt,
        Instant updatedAt,
        @Nullable UUID mergedInto,
        @JsonIgnore long revision) {

    /** An alert of an ongoing situation may have hundreds; a message must stay small. */
    public static final int MAX_REPORTS = 60;

    static AlertView from(Alert alert, List<Report> reports) {
        return new AlertView(
                alert.id(),
                alert.version(),
                alert.category(),
                alert.categories(),
                alert.status(),
                alert.band(),
                alert.severity(),
                alert.confidence(),
                alert.confidenceReason(),
                alert.urgency(),
                alert.title(),
                alert.summary(),
                alert.titleEdited(),
                alert.headline(),
                alert.countries(),
                alert.places(),
                alert.figures().stream().map(FigureView::from).toList(),
                alert.score(),
                alert.scoreVersion(),
                shown(reports),
                alert.reports(),
                alert.voices(),
                alert.openedAt(),
                alert.lastEventAt(),
                alert.updatedAt(),
                alert.mergedInto(),
                alert.revision());
    }

    private static List<ReportView> shown(List<Report> reports) {
        List<Report> inTime = reports.stream()
                .sorted(Comparator.comparing(Report::eventAt).thenComparing(Report::documentId))
                .toList();
        int size = inTime.size();
        return IntStream.range(0, size)
                .filter(i -> i == 0 || i > size - MAX_REPORTS)
                .mapToObj(i -> ReportView.from(inTime.get(i)))
                .toList();
    }
}
