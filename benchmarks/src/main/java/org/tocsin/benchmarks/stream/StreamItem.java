package org.tocsin.benchmarks.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * A document of a labelled stream.
 *
 * @param event which event it tells of, null for none
 * @param relation ORIGINAL, COPY, INDEPENDENT or UPDATE; null where there is no event
 * @param copyOf the id of the item whose text it copies, null if it is no copy
 * @param group the owner group of its outlet, null for an outlet on its own
 */
record StreamItem(
        String id,
        @Nullable String event,
        @Nullable String category,
        @Nullable String country,
        @Nullable String relation,
        @Nullable String copyOf,
        String url,
        String title,
        String text,
        String language,
        Instant publishedAt,
        Outlet source,
        @Nullable String group) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Who reports. */
    record Outlet(String name) {}

    /** The items of a split, in order of publication. */
    static List<StreamItem> read(String split) throws IOException {
        String name = "/evaluation/stream/" + split + ".jsonl";
        InputStream file = Objects.requireNonNull(StreamItem.class.getResourceAsStream(name), name);
        List<StreamItem> items;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            items = JSON.readerFor(StreamItem.class)
                    .<StreamItem>readValues(lines)
                    .readAll();
        }
        return items;
    }

    /** The document as the API takes it: nothing of the labels. */
    Map<String, Object> document() {
        return Map.of(
                "url", url,
                "title", title,
                "text", text,
                "language", language,
                "publishedAt", publishedAt.toString(),
                "source", Map.of("name", source.name()));
    }

    boolean isCopy() {
        return "COPY".equals(relation);
    }

    boolean sameEvent(StreamItem other) {
        return event != null && event.equals(other.event);
    }
}
