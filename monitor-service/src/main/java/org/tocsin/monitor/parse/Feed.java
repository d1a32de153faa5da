package org.tocsin.monitor.parse;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a feed says.
 *
 * @param language of the whole feed (BCP 47) as the publisher says, or null
 * @param entries in the order of the feed
 * @param timeToLive how long the publisher wants the feed to be left alone, or null
 * @param skipHours hours of the day (UTC, 0–23) in which the feed does not change
 */
public record Feed(
        @Nullable String language, List<FeedEntry> entries, @Nullable Duration timeToLive, Set<Integer> skipHours) {

    public Feed {
        entries = List.copyOf(entries);
        skipHours = Set.copyOf(skipHours);
    }

    long dated() {
        return entries.stream().filter(entry -> entry.publishedAt() != null).count();
    }
}
