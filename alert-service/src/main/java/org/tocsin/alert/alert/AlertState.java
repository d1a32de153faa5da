package org.tocsin.alert.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.alert.figure.Figure;
import org.tocsin.alert.figure.ReconciledFigure;
import org.tocsin.alert.score.Band;

/** What an alert said at one moment, as far as a change of it is worth telling. */
record AlertState(
        String category,
        AlertStatus status,
        Band band,
        int severity,
        double confidence,
        String title,
        List<Figure> figures,
        List<String> countries,
        int reports,
        int voices,
        @Nullable UUID mergedInto) {

    static AlertState of(Alert alert) {
        return new AlertState(
                alert.category(),
                alert.status(),
                alert.band(),
                alert.severity(),
                alert.confidence(),
                alert.title(),
                recommended(alert.figures()),
                alert.countries(),
                alert.reports(),
                alert.voices(),
                alert.mergedInto());
    }

    /** What differs in a later state. */
    List<FieldChange> changesTo(AlertState later) {
        var changes = new ArrayList<FieldChange>();
        compare("category", category, later.category, changes);
        compare("status", status.name(), later.status.name(), changes);
        compare("band", band.name(), later.band.name(), changes);
        compare("severity", severity, later.severity, changes);
        compare("confidence", confidence, later.confidence, changes);
        compare("title", title, later.title, changes);
        compare("figures", quotes(figures), quotes(later.figures), changes);
        compare("countries", String.join(" ", countries), String.join(" ", later.countries), changes);
        compare("reports", reports, later.reports, changes);
        compare("independentSources", voices, later.voices, changes);
        compare("mergedInto", text(mergedInto), text(later.mergedInto), changes);
        return changes;
    }

    /** Whether the recommended figures or the score tell something new, beyond a further carrier of the same text. */
    boolean tellsLessThan(AlertState later) {
        return severity != later.severity
                || voices < later.voices
                || Math.abs(confidence - later.confidence) >= 0.05
                || !figures.equals(later.figures)
                || !category.equals(later.category)
                || !countries.equals(later.countries);
    }

    private static List<Figure> recommended(List<ReconciledFigure> figures) {
        return figures.stream()
                .filter(figure -> figure.role() == ReconciledFigure.Role.RECOMMENDED)
                .map(ReconciledFigure::figure)
                .toList();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable String quotes(List<Figure> figures) {
        return figures.isEmpty()
                ? null
                : String.join("; ", figures.stream().map(Figure::quote).toList());
    }

    private static void compare(
            String field, @Nullable Object before, @Nullable Object after, List<FieldChange> changes) {
        if (!Objects.equals(before, after)) {
            changes.add(new FieldChange(field, before, after));
        }
    }
}
