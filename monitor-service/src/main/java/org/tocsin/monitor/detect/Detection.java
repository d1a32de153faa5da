package org.tocsin.monitor.detect;

import java.util.List;
import java.util.Optional;

import org.tocsin.monitor.text.Tokens;

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

    /**
     * Whether the first thing reported is announced rather than done, in the headline or in the text: a headline tells in
     * the present what is to come ("Canada freezes admissions"), and the text says from when.
     *
     * @param tokens the document that this was found in
     */
    public boolean planned(Tokens tokens) {
        Optional<Match> inText = matches.stream()
                .filter(match -> !tokens.inTitle(match.firstToken()))
                .findFirst();
        return !matches.isEmpty()
                && (matches.get(0).planned() || inText.filter(Match::planned).isPresent());
    }
}
