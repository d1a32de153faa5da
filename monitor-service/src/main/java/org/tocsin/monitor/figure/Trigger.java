package org.tocsin.monitor.figure;

import org.jspecify.annotations.Nullable;

/**
 * A word that says what happened to people.
 *
 * @param kind VERB, PASSIVE or NOUN
 * @param action null for an action that makes no figure
 */
record Trigger(int from, int to, Role kind, @Nullable Action action, boolean negated, boolean planned) {}
