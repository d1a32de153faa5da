package org.tocsin.alert.alert;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.alert.figure.Figure;
import org.tocsin.alert.figure.ReconciledFigure;

/**
 * A figure of an alert as the API shows it: the figure as its text has it, and its place among the others.
 *
 * @param role which to use; see {@link ReconciledFigure.Role}
 * @param rangeLower of recommended figures: the least that any source still holds
 * @param rangeUpper of recommended figures: the most that any source still holds
 * @param voices how many independent sources agree with it
 */
public record FigureView(
        @Nullable Long value,
        @Nullable Long lower,
        @Nullable Long upper,
        Figure.Quantifier quantifier,
        String unit,
        @Nullable String action,
        @Nullable String group,
        Figure.@Nullable Per per,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean cumulative,
        Figure.Status status,
        ReconciledFigure.Role role,
        String quote,
        UUID documentId,
        @Nullable Long rangeLower,
        @Nullable Long rangeUpper,
        int voices) {

    static FigureView from(ReconciledFigure entry) {
        Figure figure = entry.figure();
        return new FigureView(
                figure.value(),
                figure.lower(),
                figure.upper(),
                figure.quantifier(),
                figure.unit(),
                figure.action(),
                figure.group(),
                figure.per(),
                figure.from(),
                figure.to(),
                figure.cumulative(),
                figure.status(),
                entry.role(),
                figure.quote(),
                entry.documentId(),
                entry.rangeLower(),
                entry.rangeUpper(),
                entry.voices());
    }
}
