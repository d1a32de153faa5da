package org.tocsin.alert.figure;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A figure and its place among all that were reported of the same thing.
 *
 * @param documentId the text it is from
 * @param rangeLower the least that any voice still holds, for recommended figures only
 * @param rangeUpper the most that any voice still holds, for recommended figures only
 * @param voices how many independent voices give a figure that agrees with it, at least 1
 */
public record ReconciledFigure(
        Figure figure, Role role, UUID documentId, @Nullable Long rangeLower, @Nullable Long rangeUpper, int voices) {

    /** What to do with a figure. */
    public enum Role {
        /** The one to use. */
        RECOMMENDED,
        /** Agrees with the recommended one. */
        SUPPORTING,
        /** Was right when it was written; counts have grown since, or its own source has corrected it. */
        SUPERSEDED,
        /** Cannot be true together with the recommended one. */
        CONTRADICTORY,
        /** A part of a larger figure in the same text. */
        DETAIL
    }
}
