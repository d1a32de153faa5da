package org.tocsin.monitor.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.monitor.figure.Figure;
import org.tocsin.monitor.figure.Status;
import org.tocsin.monitor.figure.Unit;

import static org.assertj.core.api.Assertions.assertThat;

/** What happened to how many, in the ordinary words of each language for each deed. */
class FigureWordingTest {

    private static final Instant PUBLISHED = Instant.parse("2025-07-15T06:00:00Z");
    private static final DocumentReader READER = DocumentReader.bundled();

    /** One line of the file. */
    record Counted(String language, List<String> figures, String text) {

        static Counted parse(String line) {
            String[] fields = line.split("\\|", 3);
            return new Counted(
                    fields[0], fields[1].equals("NONE") ? List.of() : List.of(fields[1].split(";")), fields[2]);
        }
    }

    static Stream<Counted> sentences() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(FigureWordingTest.class.getResourceAsStream("/reading/figure-wording.txt")),
                StandardCharsets.UTF_8))) {
            return reader
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Counted::parse)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void figuresAreReadAsTheSentenceTells(Counted counted) {
        List<Figure> figures = READER.read(new Report("", counted.text(), counted.language(), PUBLISHED, null))
                .figures();
        assertThat(figures)
                .extracting(FigureWordingTest::written)
                .containsExactlyInAnyOrderElementsOf(counted.figures());
    }

    private static String written(Figure figure) {
        return figure.action()
                + " " + Objects.requireNonNullElse(figure.lower(), "-")
                + " " + Objects.requireNonNullElse(figure.upper(), "-")
                + (figure.per() == null ? "" : " " + figure.per())
                + (figure.unit() == Unit.HOUSEHOLD ? " H" : "")
                + (figure.status() == Status.PLANNED ? " P" : "");
    }
}
