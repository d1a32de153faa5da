package org.tocsin.monitor.parse;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.content.CanonicalUrl;
import org.tocsin.monitor.content.HtmlText;
import org.tocsin.monitor.content.WrittenDate;

/**
 * Reads feeds that are not well-formed: looks for items and entries wherever they stand and at the local names of their
 * children only, so that truncation, missing namespaces and stray markup cost as little as possible.
 */
final class TolerantFeed {

    private static final Set<String> ENTRIES = Set.of("item", "entry");
    private static final List<String> BODIES =
            List.of("encoded", "content", "body", "description", "summary", "abstract", "fullitem", "tagline");
    private static final List<String> DATES =
            List.of("pubdate", "published", "date", "issued", "created", "updated", "modified", "lastmod");
    private static final List<String> IDS = List.of("guid", "id", "identifier");

    private TolerantFeed() {}

    /** Whatever entries can be made out, perhaps none. */
    static Feed read(String xml, URI base, boolean cut) {
        Document document = Jsoup.parse(xml, base.toString(), Parser.xmlParser().setMaxDepth(FeedReader.DEEPEST));
        List<Element> elements = new ArrayList<>();
        for (Element element : document.getAllElements()) {
            if (ENTRIES.contains(XmlNames.local(element))) {
                elements.add(element);
            }
        }
        if (cut && !elements.isEmpty()) {
            elements.remove(elements.size() - 1);
        }
        List<FeedEntry> entries = elements.stream()
                .map(element -> entry(element, base))
                .filter(FeedEntry::saysSomething)
                .toList();
        return Feed.of(FeedReader.kindOf(xml), language(document), entries, FeedHints.find(xml, base));
    }

    private static FeedEntry entry(Element entry, URI base) {
        URI entryBase = Optional.of(entry.attr("xml:base"))
                .filter(relative -> !relative.isBlank())
                .flatMap(relative -> CanonicalUrl.resolve(base, relative))
                .orElse(base);
        String guid = IDS.stream()
                .flatMap(name -> XmlNames.children(entry, name).stream())
                .map(id -> id.wholeText().strip())
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse(entry.hasAttr("rdf:about") ? entry.attr("rdf:about") : null);
        String title = XmlNames.children(entry, "title").stream()
                .findFirst()
                .map(TolerantFeed::markup)
                .orElse("");
        return new FeedEntry(guid, link(entry, entryBase, guid), HtmlText.line(title), text(entry), date(entry));
    }

    private static @Nullable URI link(Element entry, URI base, @Nullable String guid) {
        List<String> links = new ArrayList<>();
        for (Element link : XmlNames.children(entry, "link")) {
            String relation = link.attr("rel");
            if (relation.isEmpty() || relation.equals("alternate")) {
                // Of a page and an alert, the alert says more.
                int place = link.attr("type").equalsIgnoreCase(FeedReader.CAP_TYPE) ? 0 : links.size();
                links.add(place, link.hasAttr("href") ? link.attr("href") : link.wholeText());
            }
        }
        XmlNames.children(entry, "url").forEach(url -> links.add(url.wholeText()));
        links.add(entry.attr("href"));
        links.add(entry.attr("HREF"));
        links.add(entry.attr("rdf:about"));
        if (guid != null && guid.startsWith("http")) {
            links.add(guid);
        }
        return links.stream()
                .filter(link -> !link.isBlank())
                .flatMap(link -> CanonicalUrl.resolve(base, link).stream())
                .findFirst()
                .orElse(null);
    }

    private static String text(Element entry) {
        String longest = "";
        for (String name : BODIES) {
            for (Element body : XmlNames.children(entry, name)) {
                String text = HtmlText.of(markup(body));
                longest = text.length() > longest.length() ? text : longest;
            }
        }
        return longest;
    }

    private static @Nullable Instant date(Element entry) {
        return DATES.stream()
                .flatMap(name -> XmlNames.children(entry, name).stream())
                .flatMap(date -> WrittenDate.parse(date.wholeText()).stream())
                .findFirst()
                .orElse(null);
    }

    /** The content as HTML, whether the publisher escaped it or put the elements in as they are. */
    private static String markup(Element element) {
        return element.childrenSize() > 0 ? element.html() : element.wholeText();
    }

    private static @Nullable String language(Document document) {
        for (Element element : document.getAllElements()) {
            if (element.hasAttr("xml:lang")) {
                return element.attr("xml:lang");
            }
            if (XmlNames.local(element).equals("language")) {
                return element.wholeText().strip();
            }
            if (ENTRIES.contains(XmlNames.local(element))) {
                return null;
            }
        }
        return null;
    }
}
