package org.tocsin.notify.source;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * That a source fell silent, or is heard again.
 *
 * @param name as filters use it
 * @param since when it was last heard, or since when it is heard again
 * @param usualPause the longest pause that is usual for it; never null of a quiet one
 * @param silentSince of one that is heard again, when it was last heard before; never null of these
 */
public record SourceNews(
        UUID source,
        String name,
        State state,
        Instant since,
        @Nullable Duration usualPause,
        @Nullable Instant silentSince) {

    /** How it is heard. */
    public enum State {
        /** It works, but has nothing new for longer than is usual for it. */
        QUIET,
        /** It cannot be read. */
        FAILING,
        /** Its publisher has withdrawn it. */
        GONE,
        /** It is heard again. */
        OK
    }
}
