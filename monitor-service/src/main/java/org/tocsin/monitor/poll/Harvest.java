package org.tocsin.monitor.poll;

import java.util.List;

import org.tocsin.monitor.parse.Feed;
import org.tocsin.monitor.parse.FeedEntry;

/**
 * What a visit brings home.
 *
 * @param feed as it was read
 * @param entries of it that can be taken in now, with the text of their pages where these were fetched
 * @param left how many entries wait for the next visit
 */
record Harvest(Feed feed, List<FeedEntry> entries, int left) {

    Harvest {
        entries = List.copyOf(entries);
    }

    static Harvest all(Feed feed) {
        return new Harvest(feed, feed.entries(), 0);
    }

    /** Whether the feed must be read again although it may not have changed. */
    boolean isIncomplete() {
        // The parts of an index change without it.
        return left > 0 || !feed.nested().isEmpty();
    }
}
