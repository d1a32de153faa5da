package org.tocsin.benchmarks.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.tocsin.alert.text.CanonicalText;
import org.tocsin.alert.text.Stems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Counts in which share of the events of the labelled training texts a stem occurs, by language, and writes
 * alert-service's {@code match/term-shares.tsv}. Events and not documents are counted, so that the names of an event
 * with many reports do not pass for common words. See docs/matching.md.
 */
public final class TermShares {

    /** A stem of a single event says nothing about the field. */
    private static final int LEAST = 2;

    private static final List<String> LANGUAGES =
            List.of("en", "fa", "fa-AF", "ps", "ur", "ar", "tr", "de", "fr", "es");

    private final Map<String, Map<String, Set<String>>> eventsByLanguage = new HashMap<>();
    private final Map<String, Set<String>> events = new HashMap<>();

    private TermShares() {}

    /**
     * Counts and writes.
     *
     * @param arguments the file to write
     */
    public static void main(String[] arguments) throws IOException {
        var shares = new TermShares();
        for (String split : MatchTraining.SPLITS) {
            for (StreamItem item : StreamItem.read(split)) {
                String event = item.event() == null ? item.id() : item.event();
                shares.count(item.language(), split + event, item.title() + ".\n" + item.text());
            }
        }
        for (String language : LANGUAGES) {
            shares.countDetection(language);
        }
        Files.writeString(Path.of(arguments[0]), shares.table(), StandardCharsets.UTF_8);
    }

    private void countDetection(String language) throws IOException {
        String name = "/evaluation/detection/dev/" + language + ".jsonl";
        var mapper = new ObjectMapper();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(TermShares.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            for (String line : lines.lines().toList()) {
                JsonNode item = mapper.readTree(line);
                count(
                        language,
                        "detection-" + item.path("id").asText(),
                        item.path("title").asText() + ".\n" + item.path("text").asText());
            }
        }
    }

    private void count(String language, String event, String text) {
        String base = Locale.forLanguageTag(language).getLanguage();
        events.computeIfAbsent(base, key -> new HashSet<>()).add(event);
        Map<String, Set<String>> byStem = eventsByLanguage.computeIfAbsent(base, key -> new HashMap<>());
        for (String word : CanonicalText.words(text)) {
            if (word.length() >= 2 && !Character.isDigit(word.charAt(0))) {
                byStem.computeIfAbsent(Stems.of(word), stem -> new HashSet<>()).add(event);
            }
        }
    }

    private String table() {
        var shares = new TreeMap<String, Double>();
        eventsByLanguage.forEach((language, byStem) -> byStem.forEach((stem, found) -> {
            if (found.size() >= LEAST) {
                double all = events.getOrDefault(language, Set.of()).size();
                // The first event is the one whose word it is; only the others make it common.
                shares.merge(stem, (found.size() - 1) / all, Math::max);
            }
        }));
        var lines = new ArrayList<String>();
        lines.add("# Share of the events of this field, of one language, in whose reports a stem occurs. Written by");
        lines.add("# org.tocsin.benchmarks.stream.TermShares; see docs/matching.md.");
        shares.forEach((stem, share) -> lines.add(String.format(Locale.ROOT, "%s\t%.3f", stem, share)));
        return String.join("\n", lines) + "\n";
    }
}
