package org.tocsin.monitor.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.parse.FeedReader;
import org.tocsin.monitor.parse.FieldMapping;
import org.tocsin.monitor.request.FieldErrors;

/** Checks how a source is asked to be read. */
final class ReadingRequest {

    private static final Pattern POINTER = Pattern.compile("(?:/(?:[^~/]|~0|~1)*)*");
    private static final int POINTER_LIMIT = 200;
    private static final int SELECTOR_LIMIT = 500;

    private ReadingRequest() {}

    static SourceReading check(SourceFormat format, SourceRequest request, FieldErrors errors) {
        String links = request.links() == null || request.links().isBlank()
                ? null
                : request.links().strip();
        errors.require(
                links == null || format == SourceFormat.HTML,
                "/links",
                "Links are chosen on web pages only, that is with the format html.");
        errors.require(
                links == null || links.length() <= SELECTOR_LIMIT && FeedReader.isSelector(links),
                "/links",
                "This is no CSS selector.");
        return new SourceReading(
                format,
                Boolean.TRUE.equals(request.fullArticles()),
                Boolean.TRUE.equals(request.ignoreRobots()),
                links,
                mapping(format, request.mapping(), errors));
    }

    private static @Nullable FieldMapping mapping(
            SourceFormat format, SourceRequest.@Nullable Mapping mapping, FieldErrors errors) {
        if (mapping == null) {
            errors.require(
                    format != SourceFormat.JSON,
                    "/mapping",
                    "The format json needs a mapping of at least title or text.");
            return null;
        }
        errors.require(format == SourceFormat.JSON, "/mapping", "A mapping belongs to the format json only.");
        String items = mapping.items() == null ? "" : mapping.items();
        FieldMapping checked = new FieldMapping(
                items,
                pointer(mapping.id()),
                pointer(mapping.url()),
                pointer(mapping.title()),
                pointer(mapping.text()),
                pointer(mapping.publishedAt()));
        errors.require(isPointer(items), "/mapping/items", "This is no JSON pointer.");
        named(checked)
                .forEach((name, pointer) -> errors.require(
                        pointer == null || isPointer(pointer), "/mapping/" + name, "This is no JSON pointer."));
        errors.require(
                checked.title() != null || checked.text() != null,
                "/mapping",
                "The mapping must say where the title or the text is.");
        return checked;
    }

    private static @Nullable String pointer(@Nullable String raw) {
        return raw == null || raw.isBlank() ? null : raw.strip();
    }

    private static boolean isPointer(String pointer) {
        return pointer.length() <= POINTER_LIMIT && POINTER.matcher(pointer).matches();
    }

    private static Map<String, @Nullable String> named(FieldMapping mapping) {
        Map<String, @Nullable String> named = new LinkedHashMap<>();
        named.put("id", mapping.id());
        named.put("url", mapping.url());
        named.put("title", mapping.title());
        named.put("text", mapping.text());
        named.put("publishedAt", mapping.publishedAt());
        return named;
    }
}
