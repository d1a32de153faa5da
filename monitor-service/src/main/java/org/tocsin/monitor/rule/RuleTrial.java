package org.tocsin.monitor.rule;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.reading.DocumentReader;

/**
 * A rule that is to be tried, beside its live version.
 *
 * @param rule the rule's id
 * @param candidate reads with the rule as it is to be tried, and with no other
 * @param liveVersion the version that reads documents now, null if none does
 * @param live reads with that version, and with no other; null if there is none
 */
public record RuleTrial(
        String rule, DocumentReader candidate, @Nullable Integer liveVersion, @Nullable DocumentReader live) {}
