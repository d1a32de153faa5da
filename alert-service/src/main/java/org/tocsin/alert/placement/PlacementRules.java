package org.tocsin.alert.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.tocsin.alert.copy.CopyRules;
import org.tocsin.alert.copy.CopyVerdict;
import org.tocsin.alert.copy.Fingerprint;
import org.tocsin.alert.match.Match;
import org.tocsin.alert.match.Matcher;
import org.tocsin.alert.match.Sighting;

/** Decides where a document belongs, given the few reports that are worth comparing with it. Pure. */
public final class PlacementRules {

    private final Matcher matcher;

    public PlacementRules(Matcher matcher) {
        this.matcher = matcher;
    }

    /** The alert whose text the document copies, else that of the same event, else a new one. */
    public Placement place(Fingerprint fingerprint, Sighting sighting, Archive archive) {
        return copy(archive.textsLike(fingerprint), fingerprint, sighting).orElseGet(() -> {
            List<Candidate> near = archive.eventsNear(sighting, fingerprint.documentId());
            // Trimmed copies share too little with their originals for the index; among the near ones they are found.
            return copy(near, fingerprint, sighting).orElseGet(() -> event(near, sighting));
        });
    }

    private static Optional<Placement> copy(List<Candidate> alike, Fingerprint fingerprint, Sighting sighting) {
        for (Candidate candidate : alike) {
            CopyVerdict verdict = CopyRules.compare(
                    candidate.fingerprint(), fingerprint, () -> Matcher.factsDiffer(candidate.sighting(), sighting));
            if (verdict instanceof CopyVerdict.Copy copy) {
                return Optional.of(new Placement.CopyOf(candidate.alertId(), candidate.original(), copy.reason()));
            }
        }
        return Optional.empty();
    }

    /** The alert that fits best as a whole, or a new one. */
    private Placement event(List<Candidate> near, Sighting sighting) {
        return byAlert(near).entrySet().stream()
                .map(alert -> new Compared(alert.getKey(), compare(alert.getValue(), sighting)))
                // The id decides a tie, so that a replay decides alike.
                .max(Comparator.comparingDouble(
                                (Compared compared) -> compared.match().probability())
                        .thenComparing(compared -> compared.alertId().toString()))
                .map(PlacementRules::placed)
                .orElse(new Placement.NewEvent("No alert of this kind in this country at that time"));
    }

    private static Map<UUID, List<Candidate>> byAlert(List<Candidate> near) {
        return near.stream().collect(Collectors.groupingBy(Candidate::alertId));
    }

    private Match compare(List<Candidate> reports, Sighting sighting) {
        var matches = new ArrayList<Match>();
        reports.forEach(report -> matches.add(matcher.compare(report.sighting(), sighting)));
        return matcher.together(matches);
    }

    private static Placement placed(Compared best) {
        Match match = best.match();
        if (match.same()) {
            return new Placement.SameEvent(best.alertId(), match.probability(), match.reason());
        }
        return new Placement.NewEvent(String.format(
                Locale.ROOT, "The nearest alert fits by %.0f%%: %s", match.probability() * 100, match.reason()));
    }

    private record Compared(UUID alertId, Match match) {}
}
