package org.tocsin.monitor.rule;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is different between two versions of a rule.
 *
 * @param changes the changes of the definition that make {@code to} of {@code from}
 */
@Schema(name = "RuleDiff")
record RuleDiffView(String rule, Side from, Side to, List<RuleChange> changes) {

    /** A version without its definition. */
    @Schema(name = "RuleDiffSide")
    record Side(int version, boolean enabled, Instant changedAt, String changedBy) {

        static Side of(StoredRule rule) {
            return new Side(rule.version(), rule.enabled(), rule.changedAt(), rule.changedBy());
        }
    }

    static RuleDiffView between(StoredRule from, StoredRule to) {
        return new RuleDiffView(
                from.id(), Side.of(from), Side.of(to), RuleDiff.between(from.definition(), to.definition()));
    }
}
