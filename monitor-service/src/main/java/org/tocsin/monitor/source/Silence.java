package org.tocsin.monitor.source;

import java.time.Instant;

/**
 * A source of which nothing is heard beyond its own rhythm.
 *
 * @param since when it was last heard; of one that was never read, when it was added
 */
record Silence(Kind kind, Instant since) {

    /** Why nothing is heard. */
    enum Kind {
        /** It works, but has nothing new. */
        QUIET,
        /** It cannot be read. */
        FAILING,
        /** Its publisher has withdrawn it. */
        GONE
    }

    /** What people are told of a source. */
    sealed interface Change {

        /** It fell silent, or will never come back. */
        record Silent(Silence silence) implements Change {}

        /** It is heard again. */
        record Resumed(Silence ended) implements Change {}
    }
}
