package org.tocsin.alert.score;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.tocsin.alert.category.Category;
import org.tocsin.alert.figure.Figure;
import org.tocsin.alert.figure.ReconciledFigure;

/**
 * What the score of an alert is made of.
 *
 * @param people the number that measures the event, 0 if none is known
 * @param killed persons
 * @param injured persons
 * @param perDay people each day, 0 if no rate is known
 * @param growth the recommended figure divided by the smallest superseded one, 1 if it did not grow
 * @param vulnerable groups in need of special protection that reports name
 * @param planned whether all reports speak of an announcement
 * @param trusts for each independent voice how far it is to be believed, 0 to 1
 */
public record ScoreFacts(
        Category category,
        long people,
        long killed,
        long injured,
        long perDay,
        double growth,
        Set<String> vulnerable,
        boolean planned,
        List<Double> trusts) {

    /** A running total says less of the event itself than a count of it: it is taken for a quarter. */
    private static final long STOCK_SHARE = 4;

    /** An announcement is taken for half of the deed. */
    private static final long PLAN_SHARE = 2;

    public ScoreFacts {
        vulnerable = Set.copyOf(vulnerable);
        trusts = List.copyOf(trusts);
    }

    /** Facts of an alert from its reconciled figures. */
    public static ScoreFacts of(
            Category category,
            List<ReconciledFigure> figures,
            Set<String> vulnerable,
            boolean planned,
            Collection<Double> trusts) {
        long people = 0;
        long perDay = 0;
        for (ReconciledFigure entry : recommended(figures)) {
            Figure figure = entry.figure();
            boolean measures = figure.action() != null && category.actions().contains(figure.action());
            if (!measures || isCasualty(figure)) {
                continue;
            }
            people = Math.max(people, weight(figure));
            if (figure.per() != null && figure.status() == Figure.Status.ACTUAL) {
                perDay = Math.max(perDay, figure.people() / figure.per().days());
            }
        }
        return new ScoreFacts(
                category,
                people,
                casualties(figures, "KILLED"),
                casualties(figures, "INJURED"),
                perDay,
                growth(category, figures),
                vulnerable,
                planned,
                List.copyOf(trusts));
    }

    private static List<ReconciledFigure> recommended(List<ReconciledFigure> figures) {
        return figures.stream()
                .filter(entry -> entry.role() == ReconciledFigure.Role.RECOMMENDED)
                .toList();
    }

    private static boolean isCasualty(Figure figure) {
        return "KILLED".equals(figure.action()) || "INJURED".equals(figure.action());
    }

    private static long weight(Figure figure) {
        long people = figure.nature() == Figure.Nature.STOCK ? figure.people() / STOCK_SHARE : figure.people();
        return figure.status() == Figure.Status.PLANNED ? people / PLAN_SHARE : people;
    }

    private static long casualties(List<ReconciledFigure> figures, String action) {
        return recommended(figures).stream()
                .map(ReconciledFigure::figure)
                .filter(figure -> action.equals(figure.action()))
                // Totals of a year are not this event's dead.
                .filter(figure -> figure.nature() == Figure.Nature.FLOW && figure.status() == Figure.Status.ACTUAL)
                .mapToLong(Figure::people)
                .max()
                .orElse(0);
    }

    private static double growth(Category category, List<ReconciledFigure> figures) {
        double growth = 1;
        for (ReconciledFigure now : recommended(figures)) {
            for (ReconciledFigure before : figures) {
                boolean sameKind = before.role() == ReconciledFigure.Role.SUPERSEDED
                        && category.actions()
                                .contains(String.valueOf(now.figure().action()))
                        && String.valueOf(now.figure().action())
                                .equals(before.figure().action())
                        && now.figure().nature() == before.figure().nature()
                        && before.figure().people() > 0;
                if (sameKind) {
                    growth = Math.max(
                            growth,
                            (double) now.figure().people() / before.figure().people());
                }
            }
        }
        return growth;
    }
}
