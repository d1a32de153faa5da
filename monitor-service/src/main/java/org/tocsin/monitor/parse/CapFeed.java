package org.tocsin.monitor.parse;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
 * Reads alerts of the Common Alerting Protocol (OASIS CAP 1.0 to 1.2), alone, in a list or in an EDXL envelope. Each
 * language of an alert becomes one entry. Exercises, tests, drafts and the protocol's own housekeeping are no reports:
 * nothing happened.
 */
final class CapFeed {

    /** The root elements under which alerts come. */
    static final Pattern ROOT =
            Pattern.compile("<(?:[\\w.-]{1,30}:)?(?:alert|alerts|EDXLDistribution)[\\s>]", Pattern.CASE_INSENSITIVE);

    private static final Set<String> MESSAGES = Set.of("alert", "update");

    private CapFeed() {}

    static Feed read(String xml, URI base) {
        Document document = Jsoup.parse(xml, base.toString(), Parser.xmlParser().setMaxDepth(FeedReader.DEEPEST));
        List<FeedEntry> entries = new ArrayList<>();
        for (Element element : document.getAllElements()) {
            if (XmlNames.local(element).equals("alert")
                    && !XmlNames.text(element, "identifier").isEmpty()) {
                entries.addAll(alert(element, base));
            }
        }
        return Feed.of(Feed.Kind.REPORTS, null, entries, FeedHints.NONE);
    }

    private static List<FeedEntry> alert(Element alert, URI base) {
        String status = XmlNames.text(alert, "status").toLowerCase(Locale.ROOT);
        String type = XmlNames.text(alert, "msgType").toLowerCase(Locale.ROOT);
        boolean actual = status.isEmpty() || status.equals("actual");
        if (!actual || !type.isEmpty() && !MESSAGES.contains(type)) {
            return List.of();
        }
        Map<String, List<Element>> byLanguage = new LinkedHashMap<>();
        for (Element info : XmlNames.children(alert, "info")) {
            byLanguage
                    .computeIfAbsent(language(info), language -> new ArrayList<>())
                    .add(info);
        }
        return byLanguage.entrySet().stream()
                .map(entry -> entry(alert, entry.getKey(), entry.getValue(), base))
                .filter(FeedEntry::saysSomething)
                .toList();
    }

    private static FeedEntry entry(Element alert, String language, List<Element> infos, URI base) {
        Set<String> lines = new LinkedHashSet<>();
        String title = "";
        URI link = null;
        for (Element info : infos) {
            String headline = HtmlText.line(XmlNames.text(info, "headline"));
            String event = HtmlText.line(XmlNames.text(info, "event"));
            title = title.isEmpty() ? headline.isEmpty() ? event : headline : title;
            link = link == null ? CanonicalUrl.parse(XmlNames.text(info, "web")).orElse(null) : link;
            for (String name : List.of("description", "instruction")) {
                lines.add(HtmlText.of(XmlNames.text(info, name)));
            }
            for (Element area : XmlNames.children(info, "area")) {
                lines.add(HtmlText.line(XmlNames.text(area, "areaDesc")));
            }
        }
        lines.remove("");
        String identifier =
                "cap:" + XmlNames.text(alert, "sender") + ',' + XmlNames.text(alert, "identifier") + ',' + language;
        return new FeedEntry(
                identifier, link == null ? address(base) : link, title, String.join("\n", lines), sent(alert, infos));
    }

    /** CAP says that an absent language is English of the United States. */
    private static String language(Element info) {
        String language = XmlNames.text(info, "language");
        return language.isEmpty() ? "en-US" : language;
    }

    private static @Nullable URI address(URI base) {
        return base.getHost() == null ? null : base;
    }

    private static @Nullable Instant sent(Element alert, List<Element> infos) {
        String effective = infos.isEmpty() ? "" : XmlNames.text(infos.get(0), "effective");
        return WrittenDate.parse(XmlNames.text(alert, "sent"))
                .or(() -> WrittenDate.parse(effective))
                .orElse(null);
    }
}
