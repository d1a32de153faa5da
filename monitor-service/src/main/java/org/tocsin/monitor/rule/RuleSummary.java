package org.tocsin.monitor.rule;

import java.time.Instant;

/** A rule in a list: all but its definition. */
record RuleSummary(
        String id,
        int version,
        boolean enabled,
        StoredRule.Origin origin,
        String category,
        String title,
        Instant changedAt,
        String changedBy) {

    static RuleSummary from(StoredRule rule) {
        RuleView view = RuleView.from(rule);
        return new RuleSummary(
                view.id(),
                view.version(),
                view.enabled(),
                view.origin(),
                view.category(),
                view.title(),
                view.changedAt(),
                view.changedBy());
    }
}
