package org.tocsin.alert.placement;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.alert.copy.Fingerprint;
import org.tocsin.alert.match.Sighting;

/**
 * A report that a new one may belong to.
 *
 * @param copyOf the document that it copies itself, if any
 * @param sighting what the matcher compares
 * @param fingerprint what tells copies
 */
public record Candidate(
        UUID alertId, UUID documentId, @Nullable UUID copyOf, Sighting sighting, Fingerprint fingerprint) {

    /** The text that this one and its copies go back to. */
    UUID original() {
        return copyOf != null ? copyOf : documentId;
    }
}
