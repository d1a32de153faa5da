package org.tocsin.alert.output;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

import org.tocsin.alert.alert.AlertView;
import org.tocsin.alert.alert.ReportView;

/**
 * Alerts as an Atom feed (RFC 4287, paged by RFC 5005). Each entry links to the alert's CAP message. An entry keeps its id
 * over all versions of its alert.
 */
public final class AtomFeed {

    /** What it is over HTTP. */
    public static final String MEDIA_TYPE = "application/atom+xml";

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final String SCHEME = "urn:tocsin:";

    private AtomFeed() {}

    /**
     * Writes a page.
     *
     * @param now what an empty feed gives as its last change
     */
    public static String of(FeedPage page, Instant now) {
        Instant updated = page.alerts().stream()
                .map(AlertView::updatedAt)
                .max(Comparator.naturalOrder())
                .orElse(now);
        var xml = new XmlText("feed", NAMESPACE)
                .element("id", page.first().toString())
                .element("title", "Tocsin alerts")
                .element("updated", updated.toString())
                .open("author")
                .element("name", "Tocsin")
                .close()
                .element("generator", "Tocsin")
                .empty(
                        "link",
                        "rel",
                        "self",
                        "type",
                        MEDIA_TYPE,
                        "href",
                        page.self().toString());
        xml.empty(
                "link", "rel", "first", "type", MEDIA_TYPE, "href", page.first().toString());
        if (page.next() != null) {
            xml.empty(
                    "link",
                    "rel",
                    "next",
                    "type",
                    MEDIA_TYPE,
                    "href",
                    page.next().toString());
        }
        page.alerts().forEach(alert -> entry(alert, page, xml));
        return xml.end();
    }

    private static void entry(AlertView alert, FeedPage page, XmlText xml) {
        xml.open("entry")
                .element("id", "urn:uuid:" + alert.id())
                .element("title", alert.title())
                .element("published", alert.openedAt().toString())
                .element("updated", alert.updatedAt().toString())
                .empty("link", "rel", "alternate", "type", "application/json", "href", page.address(alert.id(), ""))
                .empty(
                        "link",
                        "rel",
                        "alternate",
                        "type",
                        CapMessage.MEDIA_TYPE,
                        "href",
                        page.address(alert.id(), ".cap"));
        alert.reports().stream()
                .map(ReportView::url)
                .filter(url -> url != null)
                .distinct()
                .limit(10)
                .forEach(url -> xml.empty("link", "rel", "via", "href", url));
        alert.categories().forEach(category -> category(category, "category", xml));
        category(alert.band().name(), "band", xml);
        category(alert.status().name(), "status", xml);
        alert.countries().forEach(country -> category(country, "country", xml));
        xml.element("summary", alert.summary()).element("content", content(alert), "type", "text");
        xml.close();
    }

    private static void category(String term, String scheme, XmlText xml) {
        xml.empty("category", "term", term, "scheme", SCHEME + scheme);
    }

    private static String content(AlertView alert) {
        String facts = String.format(
                Locale.ROOT,
                "%s%n%nSeverity %d (%s), confidence %.2f: %s.",
                alert.summary(),
                alert.severity(),
                alert.band(),
                alert.confidence(),
                alert.confidenceReason());
        return facts
                + alert.reports().stream()
                        .map(report -> "\n" + report.source() + ": " + report.title())
                        .distinct()
                        .limit(10)
                        .collect(Collectors.joining());
    }
}
