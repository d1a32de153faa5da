package org.tocsin.monitor.parse;

/** Whether the bytes of a source could be read. */
public sealed interface FeedReading {

    /** They could, if need be by overlooking damage. */
    record Readable(Feed feed) implements FeedReading {}

    /**
     * They could not.
     *
     * @param reason a sentence for the one who looks after the source
     */
    record Unreadable(String reason) implements FeedReading {}
}
