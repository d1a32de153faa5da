package org.tocsin.monitor.detect;

/**
 * What is wrong with a rule.
 *
 * @param pointer JSON pointer into the rule, for instance {@code /sets/deport/en/3}
 * @param sentence one sentence for the person who wrote the rule
 */
public record RuleProblem(String pointer, String sentence) {}
