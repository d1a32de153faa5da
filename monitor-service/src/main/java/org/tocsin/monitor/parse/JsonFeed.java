package org.tocsin.monitor.parse;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.content.CanonicalUrl;
import org.tocsin.monitor.content.HtmlText;
import org.tocsin.monitor.content.PlainText;
import org.tocsin.monitor.content.WrittenDate;
import org.tocsin.monitor.parse.FeedReading.Readable;
import org.tocsin.monitor.parse.FeedReading.Unreadable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads JSON Feed 1.0 and 1.1. */
final class JsonFeed {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonFeed() {}

    static FeedReading read(String text, URI base) {
        try {
            JsonNode root = JSON.readTree(text);
            if (!root.path("items").isArray()) {
                return new Unreadable("The JSON document has no list of items, so it is not a JSON Feed.");
            }
            List<FeedEntry> entries = new ArrayList<>();
            for (JsonNode item : root.path("items")) {
                FeedEntry entry = entry(item, base);
                if (entry.saysSomething()) {
                    entries.add(entry);
                }
            }
            FeedHints hints = new FeedHints(null, Set.of(), push(root, base));
            return new Readable(Feed.of(Feed.Kind.ENTRIES, text(root, "language"), entries, hints));
        } catch (JsonProcessingException e) {
            return damaged(e);
        }
    }

    static Unreadable damaged(JsonProcessingException e) {
        return new Unreadable("The JSON document is damaged at line %d."
                .formatted(e.getLocation() == null ? 1 : e.getLocation().getLineNr()));
    }

    private static FeedHints.@Nullable Push push(JsonNode root, URI base) {
        for (JsonNode hub : root.path("hubs")) {
            String url = text(hub, "url");
            String self = text(root, "feed_url");
            if (url != null && "WebSub".equalsIgnoreCase(text(hub, "type"))) {
                URI topic =
                        self == null ? base : CanonicalUrl.resolve(base, self).orElse(base);
                return CanonicalUrl.resolve(base, url)
                        .map(found -> new FeedHints.Push(found, topic))
                        .orElse(null);
            }
        }
        return null;
    }

    private static FeedEntry entry(JsonNode item, URI base) {
        String link = first(item, "url", "external_url");
        String date = first(item, "date_published", "date_modified");
        String title = text(item, "title");
        return new FeedEntry(
                text(item, "id"),
                link == null ? null : CanonicalUrl.resolve(base, link).orElse(null),
                title == null ? "" : PlainText.line(title),
                body(item),
                date == null ? null : WrittenDate.parse(date).orElse(null));
    }

    private static String body(JsonNode item) {
        String plain = first(item, "content_text", "summary");
        String html = text(item, "content_html");
        String fromHtml = html == null ? "" : HtmlText.of(html);
        String fromPlain = plain == null ? "" : PlainText.clean(plain).strip();
        return fromHtml.length() >= fromPlain.length() ? fromHtml : fromPlain;
    }

    private static @Nullable String first(JsonNode item, String one, String other) {
        String value = text(item, one);
        return value == null ? text(item, other) : value;
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.asText().isBlank() && !value.isNull() ? value.asText() : null;
    }
}
