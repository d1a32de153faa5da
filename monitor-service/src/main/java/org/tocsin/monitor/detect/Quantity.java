package org.tocsin.monitor.detect;

/**
 * A number of people as far as rules look at it.
 *
 * @param action what happened to them
 * @param people the highest number that the text vouches for
 * @param planned announced rather than done
 * @param firstToken the first word of its quote
 * @param lastToken the last word of its quote
 */
public record Quantity(String action, long people, boolean planned, int firstToken, int lastToken) {}
