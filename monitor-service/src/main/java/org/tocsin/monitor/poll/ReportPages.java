package org.tocsin.monitor.poll;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.tocsin.monitor.article.Article;
import org.tocsin.monitor.article.ArticleReader;
import org.tocsin.monitor.fetch.FetchResult;
import org.tocsin.monitor.parse.Feed;
import org.tocsin.monitor.parse.FeedEntry;
import org.tocsin.monitor.parse.FeedReader;
import org.tocsin.monitor.parse.FeedReading;

/** Reads what an entry of a feed leads to. */
final class ReportPages {

    private final ArticleReader articles = new ArticleReader();
    private final FeedReader feeds = new FeedReader();

    /** The entries to take in instead of this one: one for an article, one per language for an alert. */
    List<FeedEntry> read(FeedEntry entry, FetchResult.Modified page) {
        FeedReading alert = feeds.read(page.body(), page.contentType(), page.uri(), page.cut());
        if (alert instanceof FeedReading.Readable readable && readable.feed().kind() == Feed.Kind.REPORTS) {
            return alerts(entry, readable.feed().entries());
        }
        Optional<Article> article = articles.read(page.body(), page.contentType(), page.uri());
        FeedEntry full = article.map(found -> withArticle(entry, found)).orElse(entry);
        return full.title().isEmpty() && full.text().isEmpty() ? List.of() : List.of(full);
    }

    /** The identity stays that of the index, by which we know the next time that we have it. */
    private static List<FeedEntry> alerts(FeedEntry entry, List<FeedEntry> languages) {
        List<FeedEntry> entries = new ArrayList<>();
        for (FeedEntry alert : languages) {
            String guid = entries.isEmpty() ? entry.guid() : alert.guid();
            entries.add(new FeedEntry(
                    guid,
                    entry.link(),
                    alert.title(),
                    alert.text(),
                    alert.publishedAt() == null ? entry.publishedAt() : alert.publishedAt()));
        }
        return entries;
    }

    private static FeedEntry withArticle(FeedEntry entry, Article article) {
        // A link is often labelled with less than the headline; a feed's title is what the publisher wants to be read.
        boolean linkOnly = entry.text().isEmpty();
        boolean better = entry.title().isEmpty() || linkOnly && !article.title().isEmpty();
        return new FeedEntry(
                entry.guid(),
                entry.link(),
                better ? article.title() : entry.title(),
                article.text().length() > entry.text().length() ? article.text() : entry.text(),
                entry.publishedAt() == null ? article.publishedAt() : entry.publishedAt());
    }
}
