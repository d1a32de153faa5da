package org.tocsin.notify.access;

import jakarta.ws.rs.core.EntityTag;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.problem.ProblemException;

/** The revision of a thing as its entity tag. */
public final class Revision {

    private Revision() {}

    /** The tag of a revision. */
    public static EntityTag tag(int revision) {
        return new EntityTag(Integer.toString(revision));
    }

    /**
     * Checks the {@code If-Match} header of a change; without one, the change is made whatever the revision.
     *
     * @throws ProblemException 412 when the caller has seen another revision
     */
    public static void check(@Nullable String ifMatch, int revision) {
        if (ifMatch != null && !ifMatch.isBlank() && !ifMatch.equals("*")) {
            String wanted = "\"" + revision + "\"";
            for (String tag : ifMatch.split(",")) {
                if (tag.trim().equals(wanted)) {
                    return;
                }
            }
            throw ProblemException.preconditionFailed("It was changed since you read it; read it again.");
        }
    }
}
