package org.tocsin.monitor.rule;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.JsonNode;

/** A version of a rule as shown. */
@Schema(name = "Rule")
record RuleView(
        String id,
        int version,
        boolean enabled,
        StoredRule.Origin origin,
        String category,
        String title,
        Instant changedAt,
        String changedBy,
        @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT) JsonNode definition) {

    static RuleView from(StoredRule rule) {
        return new RuleView(
                rule.id(),
                rule.version(),
                rule.enabled(),
                rule.origin(),
                rule.definition().path("category").asText(),
                rule.definition().path("title").asText(),
                rule.changedAt(),
                rule.changedBy(),
                rule.definition());
    }
}
