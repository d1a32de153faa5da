package org.tocsin.monitor.rule;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One difference between two versions of a rule.
 *
 * @param pointer RFC 6901 JSON pointer into the version that has it; into the older one for what was removed
 * @param before null for what was added
 * @param after null for what was removed
 */
record RuleChange(
        String pointer,
        Kind kind,
        @Schema(type = SchemaType.OBJECT) @Nullable JsonNode before,
        @Schema(type = SchemaType.OBJECT) @Nullable JsonNode after) {

    enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }
}
