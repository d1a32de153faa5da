package org.tocsin.monitor.parse;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.content.CanonicalUrl;
import org.tocsin.monitor.content.HtmlText;
import org.tocsin.monitor.content.WrittenDate;

/**
 * Reads sitemaps (sitemaps.org 0.9) with Google's news extension, and their indexes. A plain sitemap lists a whole site,
 * so of one without news only the pages that changed last count.
 */
final class SitemapFeed {

    static final Pattern ROOT =
            Pattern.compile("<(?:[\\w.-]{1,30}:)?(?:urlset|sitemapindex)[\\s>]", Pattern.CASE_INSENSITIVE);

    /** How far behind the newest page of a plain sitemap another one may be. */
    private static final Duration RECENT = Duration.ofDays(2);

    private static final int MOST = 1_000;
    private static final int MOST_OF_PLAIN = 100;

    private SitemapFeed() {}

    static Feed read(String xml, URI base) {
        Document document = Jsoup.parse(xml, base.toString(), Parser.xmlParser().setMaxDepth(FeedReader.DEEPEST));
        List<Element> urls = named(document, "url");
        List<FeedEntry> news = urls.stream()
                .filter(url -> !XmlNames.children(url, "news").isEmpty())
                .map(url -> entry(url, base))
                .filter(entry -> entry.link() != null)
                .limit(MOST)
                .toList();
        List<FeedEntry> entries = news.isEmpty() ? recent(urls, base) : news;
        return new Feed(Feed.Kind.LINKS, null, entries, FeedHints.NONE, nested(document, base));
    }

    private static FeedEntry entry(Element url, URI base) {
        Element news = XmlNames.children(url, "news").stream().findFirst().orElse(url);
        String date = XmlNames.text(news, "publication_date");
        return new FeedEntry(
                null,
                link(url, base).orElse(null),
                HtmlText.line(XmlNames.text(news, "title")),
                "",
                WrittenDate.parse(date.isEmpty() ? XmlNames.text(url, "lastmod") : date)
                        .orElse(null));
    }

    private static List<FeedEntry> recent(List<Element> urls, URI base) {
        List<FeedEntry> dated = urls.stream()
                .map(url -> entry(url, base))
                .filter(entry -> entry.link() != null && entry.publishedAt() != null)
                .sorted(Comparator.comparing((FeedEntry entry) -> Objects.requireNonNull(entry.publishedAt()))
                        .reversed())
                .limit(MOST_OF_PLAIN)
                .toList();
        Instant newest = dated.isEmpty() ? null : dated.get(0).publishedAt();
        return dated.stream().filter(entry -> isRecent(entry, newest)).toList();
    }

    private static boolean isRecent(FeedEntry entry, @Nullable Instant newest) {
        Instant date = entry.publishedAt();
        return newest != null && date != null && !date.isBefore(newest.minus(RECENT));
    }

    /** Of an index, the newest parts first; those without date keep their place behind them. */
    private static List<URI> nested(Document document, URI base) {
        return named(document, "sitemap").stream()
                .sorted(Comparator.comparing(SitemapFeed::lastModified).reversed())
                .flatMap(sitemap -> link(sitemap, base).stream())
                .toList();
    }

    private static Instant lastModified(Element sitemap) {
        return WrittenDate.parse(XmlNames.text(sitemap, "lastmod")).orElse(Instant.MIN);
    }

    private static Optional<URI> link(Element element, URI base) {
        return CanonicalUrl.resolve(base, XmlNames.text(element, "loc"));
    }

    private static List<Element> named(Document document, String localName) {
        return document.getAllElements().stream()
                .filter(element -> XmlNames.local(element).equals(localName))
                .toList();
    }
}
