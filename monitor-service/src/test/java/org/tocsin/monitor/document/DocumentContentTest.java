package org.tocsin.monitor.document;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.monitor.request.FieldErrors;
import org.tocsin.platform.problem.ProblemException.FieldError;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentContentTest {

    private static final Instant ARRIVAL = Instant.parse("2025-07-14T06:24:00Z");

    private final FieldErrors errors = new FieldErrors();

    @ParameterizedTest
    @CsvSource({
        "2025-07-14T06:20:00Z, 2025-07-14T06:20:00Z",
        "2025-07-14T06:20:00+04:30, 2025-07-14T01:50:00Z",
        "2025-07-13, 2025-07-13T00:00:00Z",
        "2031-01-01T00:00:00Z, 2025-07-14T06:24:00Z",
        ", 2025-07-14T06:24:00Z"
    })
    void boundsTheDateByTheArrival(String publishedAt, Instant expected) {
        assertThat(content("Title", "Text", null, null, publishedAt).publishedAt())
                .isEqualTo(expected);
        assertThat(errors.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"yesterday", "1970-01-01T00:00:00Z", "2025-13-01", "14.07.2025"})
    void refusesOtherDates(String publishedAt) {
        content("Title", "Text", null, null, publishedAt);

        assertThat(errors.list()).extracting(FieldError::pointer).containsExactly("/publishedAt");
    }

    @Test
    void readsHtmlWhenThereIsNoText() {
        assertThat(content("Title", " ", "<p>One<p>Two", null, null).text()).isEqualTo("One\nTwo");
    }

    @Test
    void refusesADocumentThatSaysNothing() {
        content("Title", " ", "<script>x</script>", null, null);

        assertThat(errors.list()).extracting(FieldError::pointer).containsExactly("/text");
    }

    @Test
    void writesLanguagesOneWay() {
        assertThat(content("Title", "Text", null, "FA-af", null).language()).isEqualTo("fa-AF");
        content("Title", "Text", null, "not a language", null);
        assertThat(errors.list()).extracting(FieldError::pointer).containsExactly("/language");
    }

    @Test
    void takesATitleFromTheText() {
        assertThat(content(null, "First line\nsecond", null, null, null).titleOrBeginning())
                .isEqualTo("First line");
        assertThat(content(" ", "x".repeat(500), null, null, null).titleOrBeginning())
                .isEqualTo("x".repeat(120) + "…");
    }

    private DocumentContent content(String title, String text, String html, String language, String publishedAt) {
        return DocumentContent.of(
                new DocumentRequest(null, title, text, html, language, publishedAt, null), ARRIVAL, errors);
    }
}
