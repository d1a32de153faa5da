package org.tocsin.monitor.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.tocsin.monitor.detect.RuleSet.CompiledRule;

/** Adds up what one rule found in one document. */
final class Conclusion {

    private Conclusion() {}

    /**
     * What the matches of a rule come to.
     *
     * @param matches at least one; put into the order of the text
     */
    static Detection of(CompiledRule rule, List<Match> matches) {
        matches.sort(Comparator.comparingInt(Match::triggerFirst));
        List<Match> standing = new ArrayList<>(matches.size());
        List<Match> guarded = new ArrayList<>();
        Set<String> counted = new HashSet<>();
        double score = 0;
        for (Match match : spread(matches)) {
            if (match.guard() != null) {
                guarded.add(match);
            } else {
                standing.add(match);
                if (counted.add(match.name())) {
                    score += match.weight();
                }
            }
        }
        return new Detection(rule.source(), score, standing, guarded);
    }

    /** A guarded headline, or a guarded lead under a headline that says nothing, takes later matches with it. */
    private static List<Match> spread(List<Match> matches) {
        int lead = matches.get(0).sentence();
        Match.GuardHit cause = null;
        for (Match match : matches) {
            if (match.sentence() != lead) {
                break;
            }
            if (match.guard() == null) {
                return matches;
            }
            if (match.guard().spreads()) {
                cause = match.guard();
            }
        }
        if (cause == null) {
            return matches;
        }
        Match.GuardHit from = cause;
        return matches.stream()
                .map(match -> match.guard() == null ? match.guardedBy(from) : match)
                .toList();
    }
}
