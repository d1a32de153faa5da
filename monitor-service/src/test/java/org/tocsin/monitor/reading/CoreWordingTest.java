package org.tocsin.monitor.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads thousands of ordinary sentences, put together from who acts, what is done, to whom and where: a guard that is too
 * wide takes some of them back, and says so here rather than by silence at night. Short reports beside them say it
 * without the obvious word.
 */
class CoreWordingTest {

    private static final Instant PUBLISHED = Instant.parse("2025-07-15T06:00:00Z");
    private static final DocumentReader READER = DocumentReader.bundled();

    /** One line of the file; no category means that nothing must be found. */
    record Frame(String language, String category, List<List<String>> parts) {

        static Frame parse(String line) {
            String[] fields = line.split("\\|", 3);
            return new Frame(
                    fields[0],
                    fields[1],
                    Stream.of(fields[2].split(";"))
                            .map(part -> Stream.of(part.split("/"))
                                    .map(String::strip)
                                    .toList())
                            .toList());
        }

        List<String> sentences() {
            List<String> sentences = List.of("");
            for (List<String> part : parts) {
                List<String> longer = new ArrayList<>();
                sentences.forEach(begun -> part.forEach(next -> longer.add((begun + " " + next).strip())));
                sentences = longer;
            }
            return sentences;
        }

        @Override
        public String toString() {
            return language + " " + category + " " + parts.get(0).get(0) + "…";
        }
    }

    /** A short report and the categories that it tells of, none or more. */
    record Told(String language, Set<String> categories, String headline, String text) {

        static Told parse(String line) {
            String[] fields = line.split("\\|", 4);
            Set<String> categories = fields[1].equals("NONE") ? Set.of() : Set.of(fields[1].split(","));
            return new Told(fields[0], categories, fields[2], fields[3]);
        }
    }

    static Stream<Told> reports() {
        return lines("report-wording.txt").map(Told::parse);
    }

    static Stream<Frame> frames() {
        return lines("core-wording.txt").map(Frame::parse);
    }

    static Stream<Frame> traps() {
        return lines("trap-wording.txt").map(Frame::parse);
    }

    @ParameterizedTest
    @MethodSource("frames")
    void everySentenceIsReadAsItsCategory(Frame frame) {
        assertThat(frame.sentences()).allSatisfy(sentence -> assertThat(categories(frame.language(), sentence))
                .as(sentence)
                .containsExactly(frame.category()));
    }

    @ParameterizedTest
    @MethodSource("traps")
    void noTrapIsReadAsAnEvent(Frame frame) {
        assertThat(frame.sentences()).allSatisfy(sentence -> assertThat(categories(frame.language(), sentence))
                .as(sentence)
                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void reportsAreReadAsWhatTheyTell(Told told) {
        assertThat(categories(told.language(), told.headline(), told.text()))
                .containsExactlyInAnyOrderElementsOf(told.categories());
    }

    private static Set<String> categories(String language, String sentence) {
        return categories(language, "", sentence);
    }

    private static Set<String> categories(String language, String headline, String text) {
        return READER.read(new Report(headline, text, language, PUBLISHED, null)).signals().stream()
                .map(Signal::category)
                .collect(Collectors.toSet());
    }

    private static Stream<String> lines(String file) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CoreWordingTest.class.getResourceAsStream("/reading/" + file), file),
                StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
