package org.tocsin.monitor.parse;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.content.CanonicalUrl;
import org.tocsin.monitor.content.PlainText;
import org.tocsin.monitor.content.WrittenDate;
import org.tocsin.monitor.parse.FeedReading.Readable;
import org.tocsin.monitor.parse.FeedReading.Unreadable;

/** Finds on a web page the links that lead to reports: a publisher's list of news without a feed. */
final class LinkPage {

    private static final int MOST = 100;
    /** What leads around a site is shorter than any headline. */
    private static final int SHORTEST_HEADLINE = 20;

    private static final String FURNITURE =
            "nav,footer,aside,form,[role=navigation],[role=contentinfo],[aria-hidden=true]";
    private static final Pattern NO_PAGE =
            Pattern.compile("(?i)\\.(?:jpe?g|png|gif|webp|svg|pdf|docx?|xlsx?|zip|mp[34]|rss|xml)$");
    /** Lists, not reports. */
    private static final Pattern SECTION = Pattern.compile(
            "(?i)/(?:tags?|topics?|category|categories|authors?|search|page|video|live|login|subscribe)(?:/|$)");

    private static final String FEEDS =
            "link[rel~=(?i)\\balternate\\b][type~=(?i)application/(rss|atom|feed)\\+(xml|json)]";

    private LinkPage() {}

    /** Whether the selector is one. */
    static boolean isSelector(String selector) {
        try {
            new Document("").select(selector);
            return true;
        } catch (SelectorParseException | IllegalArgumentException e) {
            return false;
        }
    }

    static FeedReading read(String html, URI base, @Nullable String selector) {
        Document page = Jsoup.parse(html, base.toString());
        Map<String, FeedEntry> entries = new LinkedHashMap<>();
        for (Element anchor : selector == null ? candidates(page) : chosen(page, selector)) {
            entry(page, anchor, base, selector == null)
                    .ifPresent(entry -> entries.merge(
                            CanonicalUrl.of(Objects.requireNonNull(entry.link())), entry, LinkPage::fuller));
        }
        List<FeedEntry> found = entries.values().stream()
                .filter(entry -> selector != null || entry.title().length() >= SHORTEST_HEADLINE)
                .limit(MOST)
                .toList();
        if (found.isEmpty()) {
            return new Unreadable(
                    selector == null
                            ? "The page has no links that look like reports; say which ones by a CSS selector."
                            : "No link of the page matches the CSS selector of the source.");
        }
        return new Readable(Feed.of(Feed.Kind.LINKS, language(page), found, FeedHints.NONE));
    }

    /** Why a page is no feed, with the feed that it names, if it does. */
    static String noFeed(String html, URI base) {
        Element feed = Jsoup.parse(html, base.toString()).selectFirst(FEEDS);
        return Optional.ofNullable(feed)
                .flatMap(link -> CanonicalUrl.resolve(base, link.attr("href")))
                .map("The address answered with a web page, not with a feed; the page names the feed %s."::formatted)
                .orElse("The address answered with a web page, not with a feed.");
    }

    private static Elements candidates(Document page) {
        Document bare = page.clone();
        bare.select(FURNITURE).remove();
        return bare.select("a[href]");
    }

    private static List<Element> chosen(Document page, String selector) {
        List<Element> anchors = new ArrayList<>();
        for (Element element : page.select(selector)) {
            if (element.nameIs("a")) {
                anchors.add(element);
            } else {
                anchors.addAll(element.select("a[href]"));
            }
        }
        return anchors;
    }

    private static Optional<FeedEntry> entry(Document page, Element anchor, URI base, boolean byLooks) {
        Optional<URI> link = CanonicalUrl.resolve(URI.create(baseOf(page, base)), anchor.attr("href"));
        return link.filter(target -> !byLooks || looksLikeReport(target, base))
                .map(target -> new FeedEntry(null, target, PlainText.line(anchor.text()), "", date(anchor)));
    }

    private static String baseOf(Document page, URI base) {
        Element declared = page.selectFirst("base[href]");
        return declared == null
                ? base.toString()
                : CanonicalUrl.resolve(base, declared.attr("href")).orElse(base).toString();
    }

    private static boolean looksLikeReport(URI link, URI page) {
        String path = link.getPath() == null ? "" : link.getPath();
        boolean elsewhere = !site(link).equals(site(page));
        boolean samePage = CanonicalUrl.of(link).equals(CanonicalUrl.of(page));
        return !elsewhere
                && !samePage
                && path.length() > 1
                && !NO_PAGE.matcher(path).find()
                && !SECTION.matcher(path).find();
    }

    private static String site(URI uri) {
        String host = CanonicalUrl.hostOf(uri);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    /** The date in the same item of the list, if it is marked as one. */
    private static @Nullable Instant date(Element anchor) {
        Element item = anchor.closest("article,li,tr");
        Element time = item == null ? null : item.selectFirst("time[datetime]");
        return time == null ? null : WrittenDate.parse(time.attr("datetime")).orElse(null);
    }

    /** A list links each report from its picture, its headline and its "read more". */
    private static FeedEntry fuller(FeedEntry one, FeedEntry other) {
        FeedEntry fuller = one.title().length() >= other.title().length() ? one : other;
        Instant date = one.publishedAt() == null ? other.publishedAt() : one.publishedAt();
        return new FeedEntry(null, fuller.link(), fuller.title(), "", date);
    }

    private static @Nullable String language(Document page) {
        Element html = page.selectFirst("html[lang]");
        return html == null || html.attr("lang").isBlank()
                ? null
                : html.attr("lang").strip();
    }
}
