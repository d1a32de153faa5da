package org.tocsin.monitor.parse;

import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.content.CanonicalUrl;
import org.tocsin.monitor.content.HtmlText;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;

/** Reads well-formed feeds with ROME, which knows the differences between the versions best. */
final class StrictFeed {

    private StrictFeed() {}

    /** The feed, or nothing when it is not well-formed or of no known version. */
    static Optional<Feed> read(String xml, URI base) {
        SyndFeedInput input = new SyndFeedInput(false, Locale.ENGLISH);
        input.setAllowDoctypes(false);
        try {
            SyndFeed feed = input.build(new StringReader(xml));
            List<FeedEntry> entries = feed.getEntries().stream()
                    .map(entry -> entry(entry, base))
                    .filter(FeedEntry::saysSomething)
                    .toList();
            return Optional.of(Feed.of(FeedReader.kindOf(xml), feed.getLanguage(), entries, FeedHints.find(xml, base)));
        } catch (FeedException | RuntimeException e) {
            // ROME reports damage by exceptions of many kinds; what is wrong with the feed, the tolerant reader
            // decides.
            return Optional.empty();
        }
    }

    private static FeedEntry entry(SyndEntry entry, URI base) {
        String guid = entry.getUri();
        String link = entry.getLinks().stream()
                .filter(other -> FeedReader.CAP_TYPE.equalsIgnoreCase(other.getType()))
                .map(SyndLink::getHref)
                .findFirst()
                .orElseGet(entry::getLink);
        return new FeedEntry(
                guid == null || guid.isBlank() ? null : guid.strip(),
                link == null || link.isBlank()
                        ? null
                        : CanonicalUrl.resolve(base, link).orElse(null),
                entry.getTitle() == null ? "" : HtmlText.line(entry.getTitle()),
                text(entry),
                date(entry));
    }

    /** The longest of what the entry offers: publishers put the teaser now in one element, now in the other. */
    private static String text(SyndEntry entry) {
        String longest = entry.getDescription() == null ? "" : html(entry.getDescription());
        for (SyndContent content : entry.getContents()) {
            String text = html(content);
            longest = text.length() > longest.length() ? text : longest;
        }
        return longest;
    }

    private static String html(SyndContent content) {
        return content.getValue() == null ? "" : HtmlText.of(content.getValue());
    }

    private static @Nullable Instant date(SyndEntry entry) {
        Date date = entry.getPublishedDate() != null ? entry.getPublishedDate() : entry.getUpdatedDate();
        return date == null ? null : date.toInstant();
    }
}
