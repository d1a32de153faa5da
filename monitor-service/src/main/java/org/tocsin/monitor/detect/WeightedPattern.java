package org.tocsin.monitor.detect;

/**
 * @param match a pattern in the notation of {@link PatternParser}
 * @param weight what it adds to the score; negative weights speak against the rule
 */
public record WeightedPattern(String match, double weight) {}
