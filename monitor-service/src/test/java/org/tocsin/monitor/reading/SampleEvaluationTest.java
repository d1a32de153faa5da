package org.tocsin.monitor.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Precision and recall of the bundled rules on our own labelled sentences, per language and category. */
class SampleEvaluationTest {

    private static final Instant PUBLISHED = Instant.parse("2025-07-15T06:00:00Z");
    private static final List<String> LANGUAGES = List.of("en", "fa", "ps", "ur", "ar", "tr", "de", "fr", "es");
    private static final DocumentReader READER = DocumentReader.bundled();

    private final Map<String, Tally> tallies = new TreeMap<>();
    private final List<String> slips = new ArrayList<>();
    private int countries;
    private int countriesRight;

    private static final class Tally {
        private int right;
        private int wrong;
        private int missed;

        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        double recall() {
            return right + missed == 0 ? 1 : (double) right / (right + missed);
        }

        @Override
        public String toString() {
            return String.format(
                    "P %.2f R %.2f (%d right, %d wrong, %d missed)", precision(), recall(), right, wrong, missed);
        }
    }

    @Test
    void readsTheSamplesAsLabelled() throws IOException {
        for (String language : LANGUAGES) {
            for (String line : lines(language)) {
                score(language, line.split("\t"));
            }
        }
        String report = tallies.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining("\n", "\n", "\n"));

        Tally all = requireNonNull(tallies.get("all"));
        assertThat(all.precision()).as(report + String.join("\n", slips)).isGreaterThanOrEqualTo(0.95);
        assertThat(all.recall()).as(report + String.join("\n", slips)).isGreaterThanOrEqualTo(0.95);
        assertThat((double) countriesRight / countries)
                .as(String.join("\n", slips))
                .isGreaterThanOrEqualTo(0.92);
    }

    private void score(String language, String[] sample) {
        Reading reading = READER.read(new Report("", sample[2], null, PUBLISHED, null));
        if (!reading.language().startsWith(language)) {
            slips.add("language " + reading.language() + ": " + sample[2]);
        }
        Set<String> fired = new HashSet<>();
        for (Signal signal : reading.signals()) {
            fired.add(signal.category());
            if (signal.category().equals(sample[0])) {
                judgeCountry(sample, signal);
            }
        }
        if (!sample[0].equals("-")) {
            count(language, sample[0], fired.remove(sample[0]) ? 1 : 0, sample[2]);
        }
        // A sentence may speak of two things; only what fires on a sentence about nothing is wrong.
        if (sample[0].equals("-")) {
            fired.forEach(category -> count(language, category, -1, sample[2]));
        }
    }

    private void judgeCountry(String[] sample, Signal signal) {
        if (!sample[1].equals("-")) {
            countries++;
            if (sample[1].equals(signal.country())) {
                countriesRight++;
            } else {
                slips.add("country " + signal.country() + " for " + sample[1] + ": " + sample[2]);
            }
        }
    }

    private void count(String language, String category, int outcome, String text) {
        for (String key : List.of("all", language, category)) {
            Tally tally = tallies.computeIfAbsent(key, k -> new Tally());
            if (outcome > 0) {
                tally.right++;
            } else if (outcome < 0) {
                tally.wrong++;
            } else {
                tally.missed++;
            }
        }
        if (outcome <= 0) {
            slips.add((outcome < 0 ? "wrong " : "missed ") + category + ": " + text);
        }
    }

    private static List<String> lines(String language) throws IOException {
        try (InputStream file = SampleEvaluationTest.class.getResourceAsStream("/samples/" + language + ".tsv")) {
            return new String(requireNonNull(file, language).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
