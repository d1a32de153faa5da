package org.tocsin.alert.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.tocsin.alert.category.Category;
import org.tocsin.alert.copy.CopyRules;
import org.tocsin.alert.copy.CopyVerdict;
import org.tocsin.alert.copy.Fingerprint;
import org.tocsin.alert.match.Match;
import org.tocsin.alert.match.Matcher;
import org.tocsin.alert.match.Sighting;

/** Decides where a document belongs, given the few reports that are worth comparing with it. Pure. */
final class PlacementRules {

    private final Matcher matcher;

    PlacementRules(Matcher matcher) {
        this.matcher = matcher;
    }

    /** The alert whose text it copies: the most alike of the candidates. */
    Optional<Placement> copy(List<Candidate> alike, Fingerprint fingerprint, Sighting sighting, Category category) {
        for (Candidate candidate : alike) {
            boolean factsDiffer = Matcher.factsDiffer(candidate.sighting(), sighting, category);
            CopyVerdict verdict = CopyRules.compare(candidate.fingerprint(), fingerprint, factsDiffer);
            if (verdict instanceof CopyVerdict.Copy copy) {
                return Optional.of(new Placement.CopyOf(candidate.alertId(), candidate.original(), copy.reason()));
            }
        }
        return Optional.empty();
    }

    /** The alert with the report that is most likely to tell of the same event, or a new one. */
    Placement event(List<Candidate> near, Sighting sighting, Category category) {
        return near.stream()
                .map(candidate -> new Compared(candidate, matcher.compare(candidate.sighting(), sighting, category)))
                // The id decides a tie, so that a replay decides alike.
                .max(Comparator.comparingDouble(
                                (Compared compared) -> compared.match().probability())
                        .thenComparing(
                                compared -> compared.candidate().alertId().toString()))
                .map(PlacementRules::placed)
                .orElse(new Placement.NewEvent("No alert of this kind in this country at that time"));
    }

    private static Placement placed(Compared best) {
        Match match = best.match();
        if (match.same()) {
            return new Placement.SameEvent(best.candidate().alertId(), match.probability(), match.reason());
        }
        return new Placement.NewEvent(String.format(
                Locale.ROOT, "The nearest alert fits by %.0f%%: %s", match.probability() * 100, match.reason()));
    }

    private record Compared(Candidate candidate, Match match) {}
}
