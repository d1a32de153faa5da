package org.tocsin.monitor.article;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.content.HtmlText;
import org.tocsin.monitor.content.WrittenDate;

/**
 * What a page says about its report to machines.
 *
 * @param titles the report's title in every form that the page may show
 * @param articleBody the publisher's own text, or an empty one
 */
record PageFacts(String title, Set<String> titles, String articleBody, @Nullable Instant publishedAt) {

    private static final String DATE_META =
            "meta[property=article:published_time],meta[property=og:published_time],meta[itemprop=datePublished],"
                    + "meta[name~=(?i)^(article[.:]published|date|pubdate|publish-?date|dc\\.date(\\.issued)?|dcterms\\.(date|issued|created)"
                    + "|parsely-pub-date|sailthru\\.date|publication_date)$]";

    static PageFacts of(Document page) {
        LinkedArticle linked = LinkedArticle.in(page);
        String heading =
                Optional.ofNullable(page.selectFirst("h1")).map(Element::text).orElse("");
        String shared = content(page, "meta[property=og:title],meta[name=twitter:title]");
        String title = Stream.of(linked.headline(), heading, shared, page.title())
                .map(HtmlText::line)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        Set<String> titles = new HashSet<>(List.of(title, heading, HtmlText.line(shared), page.title()));
        page.select("h1").forEach(other -> titles.add(other.text()));
        return new PageFacts(title, titles, linked.articleBody(), date(page, linked));
    }

    private static @Nullable Instant date(Document page, LinkedArticle linked) {
        Stream<String> marked = page.select(DATE_META).stream().map(meta -> meta.attr("content"));
        Stream<String> shown = page.select("[itemprop=datePublished],time[pubdate],article time[datetime]").stream()
                .map(time -> time.hasAttr("datetime") ? time.attr("datetime") : time.attr("content"));
        return Stream.of(Stream.of(linked.datePublished()), marked, shown)
                .flatMap(dates -> dates)
                .flatMap(date -> WrittenDate.parse(date).stream())
                .findFirst()
                .orElse(null);
    }

    private static String content(Document page, String selector) {
        Element meta = page.selectFirst(selector);
        return meta == null ? "" : meta.attr("content");
    }
}
