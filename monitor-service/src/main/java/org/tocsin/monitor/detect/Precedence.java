package org.tocsin.monitor.detect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.text.Tokens;

/**
 * Lets rules give way to others: "deported or forced out" tells of a deportation alone, although its words would do for a
 * displacement. Only the sentences that the other rule fires on are its own; a report may tell of both.
 */
final class Precedence {

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
            if (detection.fired() && yields(detection.rule())) {
                settled.set(i, giveWay(detection, settled));
            }
        }
        return settled;
    }

    private static boolean yields(RuleDefinition rule) {
        return !rule.yieldsTo().isEmpty() || !rule.yieldsUncountedTo().isEmpty();
    }

    private Detection giveWay(Detection detection, List<Detection> all) {
        List<Match> standing = new ArrayList<>();
        List<Match> guarded = new ArrayList<>(detection.guarded());
        Set<String> counted = new HashSet<>();
        double score = 0;
        for (Match match : detection.matches()) {
            String before = comesBefore(match, detection.rule(), all);
            if (before != null) {
                guarded.add(match.guardedBy(new Match.GuardHit(Guard.Kind.UNRELATED, "rule " + before, -1, -1, false)));
            } else {
                standing.add(match);
                score += counted.add(match.name()) ? match.weight() : 0;
            }
        }
        return new Detection(detection.rule(), score, standing, guarded);
    }

    private @Nullable String comesBefore(Match match, RuleDefinition rule, List<Detection> all) {
        for (Detection other : all) {
            String id = other.rule().id();
            if (other.fired()
                    && (rule.yieldsTo().contains(id) && takes(other, match, 0)
                            || rule.yieldsUncountedTo().contains(id)
                                    && takes(other, match, 1)
                                    && !counts(match, rule))) {
                return id;
            }
        }
        return null;
    }

    /** Whether the other rule has found something in the sentence, or so many sentences from it. */
    private static boolean takes(Detection other, Match match, int reach) {
        return other.matches().stream().anyMatch(found -> Math.abs(found.sentence() - match.sentence()) <= reach);
    }

    /** Whether the sentence says of how many people the rule's own action is told. */
    private boolean counts(Match match, RuleDefinition rule) {
        FigureCondition condition = rule.figure();
        return condition != null
                && quantities.stream()
                        .anyMatch(quantity -> condition.actions().contains(quantity.action())
                                && quantity.people() >= condition.vetoBelow()
                                && tokens.sentence(quantity.firstToken()) == match.sentence());
    }
}
