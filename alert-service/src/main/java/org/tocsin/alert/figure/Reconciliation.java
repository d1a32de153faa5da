package org.tocsin.alert.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Brings the figures of an alert's reports into one picture. Only figures of one kind are compared: the same action,
 * unit, nature (flow, stock, rate) and status (actual, planned). The result depends on the set of figures and not on
 * the order in which they arrived.
 */
public final class Reconciliation {

    private static final Comparator<Reported> BY_TIME = Comparator.comparing(Reported::eventAt)
            .thenComparing(reported -> reported.documentId().toString());

    private Reconciliation() {}

    /** Reconciles the figures of all reports but copies; recommended ones come first, then those of their kind. */
    public static List<ReconciledFigure> of(List<Reported> reported) {
        var kinds = new LinkedHashMap<Kind, List<Reported>>();
        reported.stream().sorted(BY_TIME).forEach(entry -> kinds.computeIfAbsent(
                        Kind.of(entry.figure()), kind -> new ArrayList<>())
                .add(entry));
        return kinds.values().stream()
                .map(Reconciliation::kind)
                .sorted(Comparator.comparingLong((List<ReconciledFigure> figures) ->
                                figures.get(0).figure().people())
                        .reversed())
                .flatMap(List::stream)
                .toList();
    }

    private static List<ReconciledFigure> kind(List<Reported> entries) {
        var headlines = new LinkedHashMap<UUID, Reported>();
        entries.forEach(entry -> headlines.merge(entry.documentId(), entry, Reconciliation::larger));
        List<Reported> inTime = headlines.values().stream().sorted(BY_TIME).toList();
        Reported recommended = new Ladder(inTime).recommended();
        var result = new ArrayList<ReconciledFigure>();
        result.add(recommendation(recommended, inTime));
        for (Reported entry : entries) {
            if (entry != recommended) {
                boolean headline = headlines.get(entry.documentId()) == entry;
                var role = headline ? role(entry, recommended) : ReconciledFigure.Role.DETAIL;
                result.add(new ReconciledFigure(
                        entry.figure(), role, entry.documentId(), null, null, voices(entry, inTime)));
            }
        }
        return result;
    }

    private static Reported larger(Reported one, Reported other) {
        return other.figure().people() > one.figure().people() ? other : one;
    }

    private static ReconciledFigure recommendation(Reported recommended, List<Reported> headlines) {
        long least = recommended.figure().amount();
        long most = least;
        for (Reported headline : headlines) {
            if (role(headline, recommended) != ReconciledFigure.Role.SUPERSEDED) {
                least = Math.min(least, headline.figure().amount());
                most = Math.max(most, Math.max(headline.figure().amount(), upper(headline.figure())));
            }
        }
        return new ReconciledFigure(
                recommended.figure(),
                ReconciledFigure.Role.RECOMMENDED,
                recommended.documentId(),
                least,
                most,
                voices(recommended, headlines));
    }

    private static long upper(Figure figure) {
        @Nullable Long upper = figure.upper();
        return upper == null ? figure.amount() : upper;
    }

    private static ReconciledFigure.Role role(Reported entry, Reported recommended) {
        if (entry == recommended || entry.figure().agreesWith(recommended.figure())) {
            return ReconciledFigure.Role.SUPPORTING;
        }
        boolean grown = entry.eventAt().isBefore(recommended.eventAt())
                && entry.figure().people() < recommended.figure().people();
        boolean corrected =
                entry.voice().equals(recommended.voice()) && !entry.eventAt().isAfter(recommended.eventAt());
        return grown || corrected ? ReconciledFigure.Role.SUPERSEDED : ReconciledFigure.Role.CONTRADICTORY;
    }

    private static int voices(Reported entry, List<Reported> headlines) {
        return (int) headlines.stream()
                .filter(headline -> headline.figure().agreesWith(entry.figure()))
                .map(Reported::voice)
                .distinct()
                .count();
    }

    /** Figures that may be compared. */
    private record Kind(
            @Nullable String action,
            String unit,
            Figure.Nature nature,
            Figure.@Nullable Per per,
            Figure.Status status) {

        static Kind of(Figure figure) {
            return new Kind(figure.action(), figure.unit(), figure.nature(), figure.per(), figure.status());
        }
    }

    /** Walks through the statements in time and holds the one to believe so far. */
    private static final class Ladder {

        /** Beyond this factor a later, larger figure needs a source at least as good. */
        private static final long GROWTH = 4;

        private final List<Reported> inTime;

        Ladder(List<Reported> inTime) {
            this.inTime = inTime;
        }

        Reported recommended() {
            Reported current = inTime.get(0);
            for (Reported next : inTime.subList(1, inTime.size())) {
                if (replaces(next, current)) {
                    current = next;
                }
            }
            return current;
        }

        private boolean replaces(Reported next, Reported current) {
            Figure figure = next.figure();
            if (figure.agreesWith(current.figure())) {
                boolean asPrecise = precision(figure) >= precision(current.figure());
                return figure.people() > current.figure().people() || (asPrecise && samePeople(next, current));
            }
            if (next.voice().equals(current.voice())) {
                return true;
            }
            if (figure.people() > current.figure().people()) {
                return figure.people() <= current.figure().people() * GROWTH
                        || trust(next) >= trust(current)
                        || support(next) > support(current);
            }
            return support(next) > support(current);
        }

        private static boolean samePeople(Reported next, Reported current) {
            return next.figure().people() == current.figure().people();
        }

        private static double trust(Reported reported) {
            return reported.reliability().trust();
        }

        /** Trust in all voices whose statements agree with this one, each voice once. */
        private double support(Reported statement) {
            Map<String, Double> voices = new LinkedHashMap<>();
            inTime.stream()
                    .filter(other -> other.figure().agreesWith(statement.figure()))
                    .forEach(other -> voices.merge(other.voice(), trust(other), Math::max));
            return voices.values().stream().mapToDouble(Double::doubleValue).sum();
        }

        private static int precision(Figure figure) {
            if (figure.value() == null) {
                return 0;
            }
            return switch (figure.quantifier()) {
                case EXACT -> 3;
                case APPROXIMATELY -> 2;
                case MORE_THAN, LESS_THAN -> 1;
            };
        }
    }
}
