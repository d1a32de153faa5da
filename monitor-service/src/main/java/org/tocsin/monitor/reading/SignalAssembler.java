package org.tocsin.monitor.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.detect.Detection;
import org.tocsin.monitor.detect.Match;
import org.tocsin.monitor.place.EventLocator;
import org.tocsin.monitor.place.Located;

/** Turns what a rule found into a signal, or into the reason why there is none. */
final class SignalAssembler {

    private static final int MOST_TRACES = 20;

    private SignalAssembler() {}

    static Signal signal(
            Report report, Detection detection, Quotes quotes, FigureTokens figures, EventLocator.Landscape landscape) {
        Located located =
                landscape.locate(detection.matches(), deed(detection.rule().category()), report.sourceCountry());
        Set<Evidence> evidence = new LinkedHashSet<>();
        detection.matches().forEach(match -> evidence.add(quotes.evidence(match.firstToken(), match.lastToken())));
        return new Signal(
                detection.rule().id(),
                detection.rule().version(),
                detection.rule().category(),
                located.country(),
                located.places(),
                quotes.planned(detection),
                detection.score(),
                List.copyOf(evidence),
                trace(detection, quotes),
                figures.of(detection));
    }

    private static EventLocator.Deed deed(String category) {
        return switch (category) {
            case "MASS_DEPORTATION" -> EventLocator.Deed.REMOVAL;
            case "FORCED_DISPLACEMENT" -> EventLocator.Deed.DISPLACEMENT;
            case "VISA_SUSPENSION", "RESETTLEMENT_SUSPENSION" -> EventLocator.Deed.REFUSAL;
            default -> EventLocator.Deed.OTHER;
        };
    }

    static Rejection rejection(Detection detection, Quotes quotes) {
        String reason;
        if (detection.matches().isEmpty()) {
            Match.GuardHit guard = guardOf(detection);
            reason = "Taken back as " + guard.kind().name().toLowerCase(Locale.ROOT) + " because of '" + guard.cue()
                    + "'.";
        } else {
            reason = String.format(
                    Locale.ROOT,
                    "The score of %.2f is below the threshold of %.2f.",
                    detection.score(),
                    detection.rule().threshold());
        }
        return new Rejection(detection.rule().id(), reason, trace(detection, quotes));
    }

    private static Match.GuardHit guardOf(Detection detection) {
        return detection.guarded().stream()
                .map(Match::guard)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static List<TraceEntry> trace(Detection detection, Quotes quotes) {
        List<Match> all = new ArrayList<>(detection.matches());
        all.addAll(detection.guarded());
        return all.stream()
                .limit(MOST_TRACES)
                .map(match -> entry(match, quotes))
                .toList();
    }

    private static TraceEntry entry(Match match, Quotes quotes) {
        List<TraceEntry.HitTrace> hits = match.hits().stream()
                .map(found -> {
                    Evidence words = quotes.evidence(found.firstToken(), found.lastToken());
                    return new TraceEntry.HitTrace(
                            found.concept(),
                            found.pattern(),
                            words.quote(),
                            words.field(),
                            words.start(),
                            words.end(),
                            found.distance());
                })
                .toList();
        return new TraceEntry(match.name(), match.weight(), hits, match.planned(), guard(match.guard(), quotes));
    }

    private static @Nullable String guard(Match.@Nullable GuardHit guard, Quotes quotes) {
        if (guard == null) {
            return null;
        }
        String cue = guard.firstToken() < 0
                ? guard.cue()
                : quotes.evidence(guard.firstToken(), guard.lastToken()).quote();
        return guard.kind() + ": " + cue;
    }
}
