package org.tocsin.alert.placement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.alert.alert.ReportFacts;
import org.tocsin.alert.fact.Place;
import org.tocsin.alert.fact.Reliability;
import org.tocsin.alert.fact.Source;
import org.tocsin.alert.figure.Figure;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** One document of a labelled stream: what a signal would say of it, and which event it tells of. */
record StreamItem(
        String id,
        String event,
        String kind,
        String category,
        String country,
        Instant at,
        String source,
        @Nullable String group,
        String reliability,
        String language,
        String title,
        String text,
        List<Place> places,
        List<Figure> figures,
        boolean planned,
        @Nullable String copyOf) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static List<StreamItem> read(String resource) {
        var stream = Objects.requireNonNull(StreamItem.class.getClassLoader().getResourceAsStream(resource), resource);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines().map(StreamItem::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StreamItem parse(String line) {
        try {
            return JSON.readValue(line, StreamItem.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    UUID documentId() {
        return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
    }

    ReportFacts facts() {
        return new ReportFacts(
                documentId(),
                Map.of(category, 1.0),
                country,
                "https://" + source.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + ".example.org/" + id,
                title,
                new Source(null, source, Reliability.of(reliability), group),
                language,
                at,
                at,
                planned,
                places,
                figures,
                List.of(title),
                Set.of("rule"));
    }
}
