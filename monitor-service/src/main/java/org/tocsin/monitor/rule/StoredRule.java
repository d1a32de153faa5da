package org.tocsin.monitor.rule;

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A version of a rule as kept.
 *
 * @param definition as written, with the id and version that it is kept under
 * @param changedBy who made this version; {@value #SEED} for those that come with Tocsin
 */
record StoredRule(
        String id,
        int version,
        boolean enabled,
        Origin origin,
        JsonNode definition,
        Instant changedAt,
        String changedBy) {

    static final String SEED = "seed";

    /** Whose word the rule is. */
    enum Origin {
        /** It came with Tocsin and nobody has changed it. */
        SEED,
        /** Somebody wrote or changed it. */
        PEOPLE
    }
}
