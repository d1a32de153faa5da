package org.tocsin.platform.version;

import java.util.Arrays;

import jakarta.ws.rs.core.EntityTag;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.problem.ProblemException;

/** {@code ETag} and {@code If-Match} (RFC 9110) for entities with a version number. */
public final class EntityTags {

    private EntityTags() {}

    /** The strong tag of a version, for {@code Response.tag(…)} and {@code Request.evaluatePreconditions(…)}. */
    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * Checks {@code If-Match} where the caller sent it.
     *
     * @throws ProblemException 412 when it names other versions only
     */
    public static void check(@Nullable String ifMatch, long version) {
        if (ifMatch != null && !matches(ifMatch, version)) {
            throw ProblemException.preconditionFailed("It was changed since it was read; read it again.");
        }
    }

    /**
     * Checks {@code If-Match}, which must be there.
     *
     * @throws ProblemException 428 when it is missing, 412 when it names other versions only
     */
    public static void require(@Nullable String ifMatch, long version) {
        if (ifMatch == null) {
            throw ProblemException.preconditionRequired("The header If-Match must name the version to change.");
        }
        check(ifMatch, version);
    }

    /** If-Match compares strongly: a weak tag never matches. */
    private static boolean matches(String ifMatch, long version) {
        String expected = "\"" + version + "\"";
        return Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(expected));
    }
}
