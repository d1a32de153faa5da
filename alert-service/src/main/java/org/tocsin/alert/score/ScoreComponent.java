package org.tocsin.alert.score;

/**
 * One part of the severity.
 *
 * @param component its name; docs/scoring.md has a section for each
 * @param points added to the severity; negative for plans
 * @param reason for readers
 */
public record ScoreComponent(String component, int points, String reason) {}
