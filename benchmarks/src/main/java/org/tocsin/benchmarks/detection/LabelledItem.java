package org.tocsin.benchmarks.detection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * A news item and what a careful reader finds in it.
 *
 * @param trap why it must not alert, null if it should
 */
record LabelledItem(
        String id,
        String title,
        String text,
        String language,
        Instant publishedAt,
        List<Event> signals,
        List<Count> figures,
        @Nullable String trap) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * What happens.
     *
     * @param country the state that acts, null if the text does not tell
     * @param places where it happens, English names
     */
    record Event(String category, @Nullable String country, List<Locality> places, boolean planned) {}

    /** A place by its English name. */
    record Locality(String name, @Nullable String country) {}

    /** A number of people; the fields are those of {@link org.tocsin.monitor.figure.Figure}. */
    record Count(
            @Nullable Long value,
            @Nullable Long lower,
            @Nullable Long upper,
            String quantifier,
            String unit,
            String action,
            @Nullable String per,
            String status) {}

    /** Whether a split has items in a language; not all have all. */
    static boolean exist(String split, String language) {
        return LabelledItem.class.getResource(file(split, language)) != null;
    }

    private static String file(String split, String language) {
        return "/evaluation/detection/" + split + "/" + language + ".jsonl";
    }

    /** The items of one language and split, in the order of the file. */
    static List<LabelledItem> read(String split, String language) throws IOException {
        String name = file(split, language);
        InputStream file = Objects.requireNonNull(LabelledItem.class.getResourceAsStream(name), name);
        List<LabelledItem> items;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            items = JSON.readerFor(LabelledItem.class)
                    .<LabelledItem>readValues(lines)
                    .readAll();
        }
        return items;
    }
}
