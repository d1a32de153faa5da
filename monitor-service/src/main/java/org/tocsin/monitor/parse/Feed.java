package org.tocsin.monitor.parse;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a feed says.
 *
 * @param kind what its entries are
 * @param language of the whole feed (BCP 47) as the publisher says, or null
 * @param entries in the order of the feed
 * @param nested further lists that this one names (a sitemap index), the most recent first
 */
public record Feed(Kind kind, @Nullable String language, List<FeedEntry> entries, FeedHints hints, List<URI> nested) {

    /** What the entries of a feed are. */
    public enum Kind {
        /** Whole reports. */
        REPORTS,
        /** What feeds carry: reports in full, or teasers of them. */
        ENTRIES,
        /** Addresses of reports, with a title at best. */
        LINKS,
        /** An index of alerts, each in a CAP document of its own. */
        ALERTS
    }

    public Feed {
        entries = List.copyOf(entries);
        nested = List.copyOf(nested);
    }

    static Feed of(Kind kind, @Nullable String language, List<FeedEntry> entries, FeedHints hints) {
        return new Feed(kind, language, entries, hints, List.of());
    }

    /** The same feed with these entries. */
    public Feed withEntries(List<FeedEntry> others) {
        return new Feed(kind, language, others, hints, nested);
    }

    /** This feed with the entries of another one behind its own. */
    public Feed and(Feed other) {
        List<FeedEntry> all = new ArrayList<>(entries);
        all.addAll(other.entries());
        return withEntries(all);
    }

    /** How much all entries together say about themselves. */
    int fullness() {
        return entries.stream().mapToInt(FeedEntry::fullness).sum();
    }
}
