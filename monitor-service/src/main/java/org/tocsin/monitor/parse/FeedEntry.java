package org.tocsin.monitor.parse;

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One report as a feed tells it.
 *
 * @param guid the publisher's own id, or null
 * @param link absolute http or https address of the report, or null
 * @param title in one line, may be empty
 * @param text without markup, may be empty
 * @param publishedAt as the feed says, unchecked, or null
 */
public record FeedEntry(
        @Nullable String guid, @Nullable URI link, String title, String text, @Nullable Instant publishedAt) {

    static final int FULL = 4;

    /** How many of title, text, link and date are there, up to {@link #FULL}. */
    int fullness() {
        return (title.isEmpty() ? 0 : 1)
                + (text.isEmpty() ? 0 : 1)
                + (link == null ? 0 : 1)
                + (publishedAt == null ? 0 : 1);
    }

    boolean saysSomething() {
        return !title.isEmpty() || !text.isEmpty();
    }
}
