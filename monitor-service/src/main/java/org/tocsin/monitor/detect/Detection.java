package org.tocsin.monitor.detect;

import java.util.List;

/**
 * What one rule made of one document.
 *
 * @param rule the rule
 * @param score the sum of the weights of what stands
 * @param matches what stands
 * @param guarded what was found and taken back
 */
public record Detection(RuleDefinition rule, double score, List<Match> matches, List<Match> guarded) {

    public Detection {
        matches = List.copyOf(matches);
        guarded = List.copyOf(guarded);
    }

    /** Whether the score reaches the rule's threshold. */
    public boolean fired() {
        return !matches.isEmpty() && score + 1e-9 >= rule.threshold();
    }

    /** Whether the first thing reported is announced rather than done. */
    public boolean planned() {
        return !matches.isEmpty() && matches.get(0).planned();
    }
}
