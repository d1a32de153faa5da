package org.tocsin.monitor.poll;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.content.CanonicalUrl;
import org.tocsin.monitor.content.PlainText;
import org.tocsin.monitor.content.WrittenDate;
import org.tocsin.monitor.document.DocumentContent;
import org.tocsin.monitor.document.NewDocument;
import org.tocsin.monitor.parse.FeedEntry;

/** Makes documents of a feed's entries. */
final class EntryDocuments {

    private static final int TITLE_LIMIT = 1_000;
    private static final int TEXT_LIMIT = 1_000_000;

    private EntryDocuments() {}

    /** The documents in the order of their publication, whatever the order of the feed. */
    static List<NewDocument> of(List<FeedEntry> entries, DuePoll poll, Instant arrival) {
        return entries.stream()
                .filter(entry -> !entry.title().isBlank() || !entry.text().isBlank())
                .map(entry -> document(entry, poll, arrival))
                .sorted(Comparator.comparing(NewDocument::publishedAt))
                .toList();
    }

    private static NewDocument document(FeedEntry entry, DuePoll poll, Instant arrival) {
        URI url = entry.link() == null ? poll.uri() : entry.link();
        String text = PlainText.head(entry.text().isBlank() ? entry.title() : entry.text(), TEXT_LIMIT);
        String title = entry.title().isEmpty() ? DocumentContent.titleFrom(text) : entry.title();
        return new NewDocument(
                poll.source(),
                url,
                PlainText.head(title, TITLE_LIMIT),
                text,
                poll.language(),
                DocumentContent.bounded(published(entry), arrival),
                id(entry));
    }

    /** The date of the feed, or the day that many publishers put into their addresses. */
    private static @Nullable Instant published(FeedEntry entry) {
        return entry.publishedAt() != null || entry.link() == null
                ? entry.publishedAt()
                : WrittenDate.inAddress(entry.link()).orElse(null);
    }

    /** What stays the same when the feed repeats the entry. */
    static String id(FeedEntry entry) {
        if (entry.guid() != null) {
            return "guid:" + entry.guid();
        }
        return entry.link() == null
                ? "text:" + entry.title() + '\n' + entry.text()
                : "url:" + CanonicalUrl.of(entry.link());
    }
}
