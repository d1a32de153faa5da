package org.tocsin.notify.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.source.SourceNews.State;
import org.tocsin.platform.event.Event;
import org.tocsin.platform.event.InvalidEventException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads events about sources tolerantly, and what deliveries keep of them. */
@Singleton
public class SourceReader {

    private static final String SILENT = "org.tocsin.source.silent.v1";
    private static final String RESUMED = "org.tocsin.source.resumed.v1";
    private static final List<String> KEPT =
            List.of("sourceId", "name", "state", "since", "usualPause", "silentSince", "reason");
    private static final String ALL_SOURCES = "allSources";

    private final ObjectMapper json;

    SourceReader(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Reads an event.
     *
     * @throws InvalidEventException when nothing can be told by it
     */
    public SourceNews read(Event event) {
        boolean resumed = event.type().equals(RESUMED);
        if (!resumed && !event.type().equals(SILENT)) {
            throw new InvalidEventException("The event is not of a type that sources have");
        }
        SourceNews news = news(tree(event.data()));
        if (resumed != (news.state() == State.OK)) {
            throw new InvalidEventException("The state of the source is not one of this type of event");
        }
        return news;
    }

    /**
     * What a delivery keeps.
     *
     * @param event that it is planned by
     * @param allSources whether the subscriber asked for all sources, or for this one
     */
    public String about(Event event, boolean allSources) {
        JsonNode data = tree(event.data());
        ObjectNode about = json.createObjectNode();
        for (String field : KEPT) {
            if (data.hasNonNull(field)) {
                about.set(field, data.path(field));
            }
        }
        return about.put(ALL_SOURCES, allSources).toString();
    }

    /**
     * What a delivery tells.
     *
     * @param allSources whether the subscriber asked for all sources, or for this one
     */
    public record Told(SourceNews news, boolean allSources) {}

    /** Reads what a delivery kept. */
    public Told told(String about) {
        try {
            JsonNode kept = json.readTree(about);
            return new Told(news(kept), kept.path(ALL_SOURCES).asBoolean());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is stored of a source cannot be read", e);
        }
    }

    private JsonNode tree(byte[] data) {
        try {
            return json.readTree(data);
        } catch (JsonProcessingException e) {
            throw new InvalidEventException("The event's data is not JSON");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceNews news(JsonNode data) {
        try {
            String pause = text(data, "usualPause");
            String silentSince = text(data, "silentSince");
            SourceNews news = new SourceNews(
                    UUID.fromString(required(data, "sourceId")),
                    required(data, "name"),
                    State.valueOf(required(data, "state")),
                    Instant.parse(required(data, "since")),
                    pause == null ? null : Duration.parse(pause),
                    silentSince == null ? null : Instant.parse(silentSince));
            if (news.state() == State.QUIET && pause == null || news.state() == State.OK && silentSince == null) {
                throw new InvalidEventException("The source lacks what its state is told with");
            }
            return news;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new InvalidEventException("A field of the source has a value that it cannot have", e);
        }
    }

    private static String required(JsonNode data, String field) {
        String text = text(data, field);
        if (text == null || text.isBlank()) {
            throw new InvalidEventException("The source lacks its field " + field);
        }
        return text;
    }

    private static @Nullable String text(JsonNode data, String field) {
        JsonNode value = data.path(field);
        return value.isTextual() ? value.asText() : null;
    }
}
