package org.tocsin.benchmarks.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.tocsin.alert.category.Categories;
import org.tocsin.alert.intake.Signal;
import org.tocsin.alert.intake.SignalReader;
import org.tocsin.monitor.reading.DocumentReader;
import org.tocsin.monitor.reading.Reading;
import org.tocsin.monitor.reading.Report;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * An item of a stream as monitor-service reads it and alert-service understands it, in one process.
 *
 * @param signals none where nothing was detected
 */
record ReadItem(StreamItem item, List<Signal> signals) {

    /** Reads items with everything that comes with Tocsin. */
    static final class Reader {

        private static final JsonMapper JSON = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();

        private final DocumentReader monitor = DocumentReader.bundled();
        private final SignalReader alert;

        Reader(Categories categories) {
            this.alert = new SignalReader(JSON, categories);
        }

        /** What is detected, and nothing else. */
        ReadItem detected(StreamItem item) {
            Reading reading = read(item);
            List<Signal> signals = new ArrayList<>();
            for (org.tocsin.monitor.reading.Signal signal : reading.signals()) {
                signals.add(signal(item, reading, signal, reading.signals()));
            }
            return new ReadItem(item, signals);
        }

        /**
         * What is detected, with category and state as labelled; where the labelled category was not detected, a signal
         * with all figures of the text and the places that other signals found.
         */
        ReadItem labelled(StreamItem item) {
            Reading reading = read(item);
            var found = reading.signals().stream()
                    .filter(signal -> signal.category().equals(item.category()))
                    .findFirst();
            var any = found.or(() -> reading.signals().stream().findFirst());
            var signal = new org.tocsin.monitor.reading.Signal(
                    "label",
                    1,
                    Objects.requireNonNull(item.category()),
                    item.country(),
                    any.map(org.tocsin.monitor.reading.Signal::places).orElse(List.of()),
                    found.map(org.tocsin.monitor.reading.Signal::planned).orElse(false),
                    1,
                    found.map(org.tocsin.monitor.reading.Signal::evidence).orElse(List.of()),
                    List.of(),
                    found.map(org.tocsin.monitor.reading.Signal::figures).orElse(reading.figures()));
            return new ReadItem(item, List.of(signal(item, reading, signal, List.of(signal))));
        }

        private Reading read(StreamItem item) {
            return monitor.read(new Report(item.title(), item.text(), item.language(), item.publishedAt(), null));
        }

        private Signal signal(
                StreamItem item,
                Reading reading,
                org.tocsin.monitor.reading.Signal signal,
                List<org.tocsin.monitor.reading.Signal> all) {
            ObjectNode event = JSON.createObjectNode();
            event.put("signalId", UUID.randomUUID().toString());
            event.put("rule", signal.rule());
            event.put("category", signal.category());
            event.put("country", signal.country());
            event.put("planned", signal.planned());
            event.put("score", signal.score());
            event.set("places", JSON.valueToTree(signal.places()));
            event.set("evidence", JSON.valueToTree(signal.evidence()));
            event.set("figures", JSON.valueToTree(signal.figures()));
            event.set("document", JSON.valueToTree(document(item, reading.language())));
            event.set(
                    "siblings",
                    JSON.valueToTree(all.stream()
                            .filter(other -> other != signal)
                            .map(Reader::sibling)
                            .toList()));
            try {
                return alert.read(JSON.writeValueAsBytes(event));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Map<String, Object> document(StreamItem item, String language) {
            return Map.of(
                    "id", UUID.nameUUIDFromBytes(item.id().getBytes(StandardCharsets.UTF_8)),
                    "url", item.url(),
                    "title", item.title(),
                    "text", item.text(),
                    "language", language,
                    "publishedAt", item.publishedAt(),
                    "source", Map.of("name", item.source().name()));
        }

        private static ObjectNode sibling(org.tocsin.monitor.reading.Signal signal) {
            ObjectNode sibling = JSON.createObjectNode();
            sibling.put("category", signal.category());
            sibling.put("country", signal.country());
            sibling.put("score", signal.score());
            signal.evidence().stream()
                    .filter(evidence -> evidence.field().equals("text"))
                    .mapToInt(org.tocsin.monitor.reading.Evidence::start)
                    .min()
                    .ifPresent(start -> sibling.put("start", start));
            sibling.put("inTitle", signal.evidence().stream().anyMatch(evidence -> evidence.field()
                    .equals("title")));
            return sibling;
        }
    }
}
