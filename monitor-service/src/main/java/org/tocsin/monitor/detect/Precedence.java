package org.tocsin.monitor.detect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.text.Tokens;

/**
 * Lets rules give way to others: "deported or forced out" tells of a deportation alone, although its words would do for a
 * displacement. Only the sentences that the other rule fires on are its own; a report may tell of both.
 */
final class Precedence {

    private static final int ANYWHERE = -1;

    private final Tokens tokens;
    private final List<Quantity> quantities;

    Precedence(Tokens tokens, List<Quantity> quantities) {
        this.tokens = tokens;
        this.quantities = quantities;
    }

    /**
     * The detections once every rule has given way, one after the other. A rule that has given way no longer takes the
     * sentence from others, so that one of them always keeps it, even where rules yield to each other in a circle.
     */
    List<Detection> apply(List<Detection> detections) {
        List<Detection> settled = new ArrayList<>(detections);
        for (int i = 0; i < settled.size(); i++) {
            Detection detection = settled.get(i);
            Deference deference = detection.rule().deference();
            if (detection.fired() && !deference.equals(Deference.NONE)) {
                String headline = headlineBefore(detection, deference, settled);
                settled.set(
                        i,
                        giveWay(
                                detection,
                                match -> headline != null ? headline : sentenceOf(match, detection.rule(), settled)));
            }
        }
        return settled;
    }

    /** @param before the rule that a match is left to, null for none */
    private static Detection giveWay(Detection detection, Function<Match, @Nullable String> before) {
        List<Match> standing = new ArrayList<>();
        List<Match> guarded = new ArrayList<>(detection.guarded());
        Set<String> counted = new HashSet<>();
        double score = 0;
        for (Match match : detection.matches()) {
            String rule = before.apply(match);
            if (rule != null) {
                guarded.add(match.guardedBy(new Match.GuardHit(Guard.Kind.UNRELATED, "rule " + rule, -1, -1, false)));
            } else {
                standing.add(match);
                score += counted.add(match.name()) ? match.weight() : 0;
            }
        }
        return new Detection(detection.rule(), score, standing, guarded);
    }

    private @Nullable String sentenceOf(Match match, RuleDefinition rule, List<Detection> all) {
        Deference deference = rule.deference();
        for (Detection other : all) {
            String id = other.rule().id();
            boolean yields = deference.to().contains(id) && takes(other, match, 0)
                    || deference.uncountedTo().contains(id)
                            && takes(other, match, 1)
                            && !counts(rule, match.sentence());
            if (yields && other.fired()) {
                return id;
            }
        }
        return null;
    }

    /** The rule whose event the title tells of while this one is found in the text alone and nobody is counted. */
    private @Nullable String headlineBefore(Detection detection, Deference deference, List<Detection> all) {
        if (deference.uncountedToTitle().isEmpty() || inTitle(detection) || counts(detection.rule(), ANYWHERE)) {
            return null;
        }
        return all.stream()
                .filter(other -> other.fired()
                        && deference.uncountedToTitle().contains(other.rule().id())
                        && inTitle(other))
                .map(other -> other.rule().id())
                .findFirst()
                .orElse(null);
    }

    private boolean inTitle(Detection detection) {
        return detection.matches().stream().anyMatch(match -> tokens.inTitle(match.firstToken()));
    }

    /** Whether the other rule has found something in the sentence, or so many sentences from it. */
    private static boolean takes(Detection other, Match match, int reach) {
        return other.matches().stream().anyMatch(found -> Math.abs(found.sentence() - match.sentence()) <= reach);
    }

    /** Whether the sentence says of how many people the rule's own action is told. */
    private boolean counts(RuleDefinition rule, int sentence) {
        FigureCondition condition = rule.figure();
        return condition != null
                && quantities.stream()
                        .anyMatch(quantity -> condition.actions().contains(quantity.action())
                                && quantity.people() >= condition.vetoBelow()
                                && (sentence == ANYWHERE || tokens.sentence(quantity.firstToken()) == sentence));
    }
}
