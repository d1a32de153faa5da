package org.tocsin.monitor.request;

import java.util.Arrays;

import jakarta.ws.rs.core.EntityTag;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.problem.ProblemException;

/** Entity tags made from version numbers. */
public final class Revision {

    private Revision() {}

    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * Compares the caller's {@code If-Match} header with the present version.
     *
     * @param ifMatch the header, null when the caller does not mind what it overwrites
     * @throws ProblemException 412 when the entity was changed since
     */
    public static void check(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return;
        }
        String expected = "\"" + version + "\"";
        if (Arrays.stream(ifMatch.split(",")).noneMatch(tag -> tag.strip().equals(expected))) {
            throw ProblemException.preconditionFailed("It was changed meanwhile; read it again before changing it.");
        }
    }
}
