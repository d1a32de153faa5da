package org.tocsin.alert.alert;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How a report came to its alert.
 *
 * @param reason for readers
 * @param probability of the match, 1 for copies and first reports
 * @param copyOf the document it copies, for copies only
 */
public record Attachment(Relation relation, String reason, double probability, @Nullable UUID copyOf) {

    static Attachment first() {
        return new Attachment(Relation.ORIGINAL, "First report of this event", 1, null);
    }
}
