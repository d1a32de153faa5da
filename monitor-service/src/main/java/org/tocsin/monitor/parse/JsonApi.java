package org.tocsin.monitor.parse;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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

/** Reads the JSON answer of any API by a mapping of its fields. */
final class JsonApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern MARKUP = Pattern.compile("<\\w+[^<>]*>|&\\w{2,8};|&#\\d+;");
    private static final int MOST = 1_000;

    private JsonApi() {}

    static FeedReading read(String text, URI base, FieldMapping mapping) {
        try {
            JsonNode items = JSON.readTree(text).at(mapping.items());
            // Some APIs key their items by id.
            if (!items.isArray() && !items.isObject()) {
                return new Unreadable("The JSON document has no list at %s."
                        .formatted(mapping.items().isEmpty() ? "its root" : mapping.items()));
            }
            List<FeedEntry> entries = new ArrayList<>();
            for (JsonNode item : items) {
                FeedEntry entry = entry(item, base, mapping);
                if (entry.saysSomething() && entries.size() < MOST) {
                    entries.add(entry);
                }
            }
            return entries.isEmpty() && !items.isEmpty()
                    ? new Unreadable("No item of the JSON document has a title or text where the mapping says.")
                    : new Readable(Feed.of(Feed.Kind.ENTRIES, null, entries, FeedHints.NONE));
        } catch (JsonProcessingException e) {
            return JsonFeed.damaged(e);
        }
    }

    private static FeedEntry entry(JsonNode item, URI base, FieldMapping mapping) {
        String id = value(item, mapping.id());
        String url = value(item, mapping.url());
        return new FeedEntry(
                id.isEmpty() ? null : id,
                url.isEmpty() ? null : CanonicalUrl.resolve(base, url).orElse(null),
                HtmlText.line(value(item, mapping.title())),
                body(value(item, mapping.text())),
                Optional.of(value(item, mapping.publishedAt()))
                        .flatMap(WrittenDate::parse)
                        .orElse(null));
    }

    private static String body(String value) {
        return MARKUP.matcher(value).find()
                ? HtmlText.of(value)
                : PlainText.clean(value).strip();
    }

    /** The text at the pointer; of a list, all its texts, one per line. */
    private static String value(JsonNode item, @Nullable String pointer) {
        if (pointer == null) {
            return "";
        }
        JsonNode value = item.at(pointer);
        if (value.isArray()) {
            List<String> lines = new ArrayList<>();
            value.forEach(line -> lines.add(line.asText().strip()));
            return String.join("\n", lines);
        }
        return value.isNull() ? "" : value.asText().strip();
    }
}
