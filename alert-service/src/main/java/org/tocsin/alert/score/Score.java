package org.tocsin.alert.score;

import java.util.List;

/**
 * How bad, how sure, how soon.
 *
 * @param severity 0 to 100, the sum of the components within these bounds
 * @param confidence 0 to 1: how likely it is that the event took place as told
 * @param components in the order of their points, largest first
 * @param confidenceReason what the confidence is made of
 * @param weightsVersion which weights were used
 */
public record Score(
        int severity,
        Band band,
        double confidence,
        Urgency urgency,
        List<ScoreComponent> components,
        String confidenceReason,
        String weightsVersion) {

    public Score {
        components = List.copyOf(components);
    }
}
